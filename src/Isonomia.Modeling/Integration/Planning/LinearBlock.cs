using System.Collections.Immutable;
using Isonomia.Modeling.Expressions;

namespace Isonomia.Modeling.Integration.Planning;

/// <summary>
/// States x with dx/dt = A x + b, where A is free of states and of time: what can be stepped exactly.
/// </summary>
/// <param name="States">The states.</param>
/// <param name="Matrix">The entries of A that are not 0, by row and column.</param>
/// <param name="Rest">For each state b; null where it is 0.</param>
internal sealed record LinearBlock(
    ImmutableArray<StateEquation> States, ImmutableDictionary<(int Row, int Column), Expression> Matrix,
    ImmutableArray<Expression?> Rest)
{
    /// <summary>An entry of A, or null where it is 0.</summary>
    public Expression? this[int row, int column] => Matrix.GetValueOrDefault((row, column));

    /// <summary>Whether a state depends on itself only.</summary>
    public bool IsAutonomous(int row) => !Matrix.Keys.Any(e => e.Row == row && e.Column != row);

    /// <summary>
    /// Whether every entry of the solution has a simple closed form: each state depends on itself and on states that
    /// decay on their own.
    /// </summary>
    public bool HasClosedForm => Matrix.Keys.All(
        e => e.Row == e.Column || (IsAutonomous(e.Column) && Rest[e.Column] is null));

    /// <summary>The same while a cell is refractory: states that are held do not change.</summary>
    public LinearBlock Held() => this with
    {
        Matrix = Matrix.RemoveRange(Matrix.Keys.Where(e => States[e.Row].IsHeld)),
        Rest = [.. Rest.Select((b, i) => States[i].IsHeld ? null : b)],
    };

    /// <summary>For each state the states that its solution depends on, itself included.</summary>
    public ImmutableArray<ImmutableHashSet<int>> Reach()
    {
        var reach = States.Select((_, i) => new HashSet<int> { i }).ToArray();
        for (var grown = true; grown;)
        {
            grown = false;
            foreach (var (row, column) in Matrix.Keys)
            {
                var before = reach[row].Count;
                reach[row].UnionWith(reach[column]);
                grown |= reach[row].Count > before;
            }
        }

        return [.. reach.Select(r => r.ToImmutableHashSet())];
    }
}
