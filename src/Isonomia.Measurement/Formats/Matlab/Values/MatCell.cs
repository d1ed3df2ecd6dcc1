namespace Isonomia.Measurement.Formats.Matlab.Values;

/// <summary>A cell array.</summary>
/// <param name="Dimensions">The length of each dimension.</param>
/// <param name="Elements">The cells, the first dimension running fastest.</param>
public sealed record MatCell(IReadOnlyList<long> Dimensions, IReadOnlyList<MatValue> Elements) : MatValue(Dimensions)
{
    /// <inheritdoc/>
    public override string Class => "cell";
}
