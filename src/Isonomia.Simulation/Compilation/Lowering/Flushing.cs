using Isonomia.Modeling.Expressions;

namespace Isonomia.Simulation.Compilation.Lowering;

/// <summary>
/// Keeps what decays from ending in subnormal numbers, with which processors reckon several times more slowly (here
/// twice, elsewhere up to a hundred times): conductances without input would stay there for ever, because the smallest
/// numbers times 0.99 round to themselves. (x + 2^-100) - 2^-100 leaves numbers above 2^-76 as they are and rounds
/// those below to multiples of 2^-123, about 1e-37, so that decay ends at some 1e-36; of doubles to multiples of
/// 2^-1021. It is free in a loop that loads and stores. Done for states that would stay at zero if all states and
/// inputs were zero.
/// </summary>
internal sealed class Flushing(CellNames names, Precision precision)
{
    private readonly double small = Math.ScaleB(1, precision == Precision.Single ? -100 : -969);

    public Expression Of(Expression end)
    {
        if (end.Kind != ValueKind.Real || !StaysAtZero(end))
            return end;
        var least = Expression.Constant(small, end.Dimension);
        return end + least - least;
    }

    // Tried with two sets of arbitrary parameters.
    private bool StaysAtZero(Expression end) => At(end, 0.7310) && At(end, 1.4143);

    private bool At(Expression end, double seed)
    {
        var value = Evaluator.Evaluate(end, name => names.IsKept(name) ? 0 : seed += 0.1237, (_, _) => 0);
        return value == 0;
    }
}
