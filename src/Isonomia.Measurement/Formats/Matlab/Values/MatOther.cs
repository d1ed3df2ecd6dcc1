namespace Isonomia.Measurement.Formats.Matlab.Values;

/// <summary>A value that is listed but not read: a sparse matrix, a function handle, an object.</summary>
/// <param name="Dimensions">The length of each dimension.</param>
/// <param name="Class">What it is.</param>
public sealed record MatOther(IReadOnlyList<long> Dimensions, string Class) : MatValue(Dimensions)
{
    /// <inheritdoc/>
    public override string Class { get; } = Class;
}
