using System.Collections.Immutable;
using Isonomia.Modeling.Expressions;

namespace Isonomia.Simulation.Compilation.Staging;

/// <summary>A program without branches.</summary>
/// <param name="Lets">Intermediate values, in order.</param>
/// <param name="Stores">What is stored in the end: the name of a row or an output, and its new value.</param>
/// <param name="Draws">The normal and uniform draws it makes, each once.</param>
internal sealed record StraightLine(
    ImmutableArray<Definition> Lets, ImmutableArray<Definition> Stores, ImmutableArray<Expression> Draws)
{
    public static readonly StraightLine Nothing = new([], [], []);

    /// <summary>The names of all its draws' sites, each once.</summary>
    public ImmutableArray<string> Slots { get; } =
    [
        .. Postorder.Of([.. Lets.Concat(Stores).Select(d => d.Value)])
            .Where(n => n.Operator is Operator.Normal or Operator.Uniform or Operator.Poisson)
            .Select(n => n.Name).Distinct(),
    ];

    /// <summary>All its expressions.</summary>
    public IEnumerable<Expression> Values => Lets.Concat(Stores).Select(d => d.Value);
}
