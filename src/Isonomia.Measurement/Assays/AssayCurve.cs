namespace Isonomia.Measurement.Assays;

/// <summary>A curve of an assay, to be drawn.</summary>
/// <param name="Title">What it is.</param>
/// <param name="XTitle">What the horizontal axis says.</param>
/// <param name="YTitle">What the vertical axis says.</param>
/// <param name="X">Places.</param>
/// <param name="Y">Values.</param>
/// <param name="Marks">Named places.</param>
public sealed record AssayCurve(string Title, string XTitle, string YTitle, double[] X, double[] Y,
    IReadOnlyList<(string Name, double X)> Marks)
{
    /// <summary>Whether the horizontal axis runs from right to left, as chemical shifts do.</summary>
    public bool RightToLeft { get; init; }
}
