using System.Collections.Immutable;
using Isonomia.Modeling.Equations;
using Isonomia.Modeling.Expressions;

namespace Isonomia.Modeling.Integration;

/// <summary>
/// The exponential of a matrix of expressions that do not change during a run (parameters and dt): computed before the
/// run, in double precision, once for each distinct set of parameters. The identity is subtracted, exp(A dt) - I, so
/// that slow decays keep their accuracy in single precision: a step is x + (exp(A dt) - I) x.
/// </summary>
/// <param name="Generator">The matrix A dt, row by row, n x n.</param>
/// <param name="Entries">
/// The names under which the entries of exp(A dt) - I are read, row by row; null for an entry that nothing reads.
/// </param>
public sealed record Propagator(ImmutableArray<Expression> Generator, ImmutableArray<Symbol?> Entries)
{
    /// <summary>The rows and columns of the matrix.</summary>
    public int Size => (int)Math.Round(Math.Sqrt(Generator.Length));
}
