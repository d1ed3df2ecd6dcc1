using System.Collections.Immutable;
using Isonomia.Modeling.Equations;
using Isonomia.Modeling.Expressions;

namespace Isonomia.Modeling.Integration;

/// <summary>
/// The exponential of a matrix of expressions that do not change during a run (parameters and dt): computed before the
/// run, once for each distinct set of parameters.
/// </summary>
/// <param name="Generator">The matrix A dt, row by row, n x n.</param>
/// <param name="Entries">
/// The names under which the entries of exp(A dt) are read, row by row; null for an entry that nothing reads.
/// </param>
public sealed record Propagator(ImmutableArray<Expression> Generator, ImmutableArray<Symbol?> Entries);
