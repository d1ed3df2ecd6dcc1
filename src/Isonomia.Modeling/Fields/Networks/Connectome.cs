using System.Collections.Immutable;

namespace Isonomia.Modeling.Fields.Networks;

/// <summary>Which regions reach which, how strongly and over what distance.</summary>
/// <param name="Weights">The weights, regions x regions, row by row: row i, column j is from region j to region i.</param>
/// <param name="Lengths">The lengths of the tracts in metres, likewise; all zero where they are not known.</param>
/// <param name="Labels">The regions' names.</param>
public sealed record Connectome(
    ImmutableArray<double> Weights, ImmutableArray<double> Lengths, ImmutableArray<string> Labels)
{
    /// <summary>The number of regions.</summary>
    public int Regions => Labels.Length;

    /// <summary>The sum of the weights that reach each region.</summary>
    public ImmutableArray<double> Strengths() =>
        [.. Enumerable.Range(0, Regions).Select(i => Enumerable.Range(0, Regions).Sum(j => Weights[(i * Regions) + j]))];
}
