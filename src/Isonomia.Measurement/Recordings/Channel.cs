namespace Isonomia.Measurement.Recordings;

/// <summary>One channel of a recording, as its file describes it.</summary>
/// <param name="Name">The name in the file, trimmed.</param>
/// <param name="Type">What it carries.</param>
/// <param name="Unit">The physical unit of its samples, with micro spelled <c>u</c> (uV); empty where unknown.</param>
/// <param name="SamplingRate">Samples per second, in Hz.</param>
/// <param name="Samples">How many samples it has in all.</param>
public sealed record Channel(string Name, ChannelType Type, string Unit, double SamplingRate, long Samples)
{
    /// <summary>Where the sensor sits, if the file says; standard 10-10 names are looked up elsewhere.</summary>
    public Position? Position { get; init; }

    /// <summary>Why whoever recorded it marked it as bad; null where nobody did.</summary>
    public string? MarkedBad { get; init; }

    /// <summary>The acquisition high-pass corner in Hz the file states, if any.</summary>
    public double? HighPass { get; init; }

    /// <summary>The acquisition low-pass corner in Hz the file states, if any.</summary>
    public double? LowPass { get; init; }
}
