namespace Isonomia.Validation.Recovering;

/// <summary>What a biomarker should find in a signal.</summary>
/// <param name="Biomarker">The biomarker's name.</param>
/// <param name="Quantity">Which of its numbers, as a path in its output: <c>alpha/exponent</c>.</param>
/// <param name="Truth">The true value; for a direction, the value it should lie beyond.</param>
public sealed record Expectation(string Biomarker, string Quantity, double Truth)
{
    /// <summary>Whether the value itself is known, or only the side of <see cref="Truth"/> it should lie on.</summary>
    public Side Side { get; init; } = Side.At;
}
