namespace Isonomia.Measurement.Formats;

/// <summary>What the user states about a file that cannot say it itself.</summary>
public sealed record ReadingOptions
{
    /// <summary>Nothing stated.</summary>
    public static ReadingOptions None { get; } = new();

    /// <summary>Samples per second, for formats without one (NPY, CSV, MAT); Hz.</summary>
    public double? SamplingRate { get; init; }

    /// <summary>The unit of the samples, for formats without one.</summary>
    public string? Unit { get; init; }

    /// <summary>The variable to read, for files that hold several (MAT, NPZ).</summary>
    public string? Variable { get; init; }
}
