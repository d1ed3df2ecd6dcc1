using System.Collections.Immutable;
using Isonomia.Modeling.Expressions;
using Isonomia.Modeling.Integration.Emission;
using Isonomia.Modeling.Integration.Planning;

namespace Isonomia.Modeling.Integration.Methods;

/// <summary>
/// Exponential steps of conditionally linear equations dx/dt = f = a x + b, where a and b depend on other states: with
/// a and b held over the step the solution is x + f h exprel(a h), stable however fast the state relaxes. Euler holds
/// them at their values at the start (order 1). Midpoint takes half such a step and then a whole one with a and b of the
/// middle (order 2): f + a (x - x_middle) is a x + b with the middle's a and b. Additive noise gathers with the same
/// rate, s sqrt(h exprel(2 a h)) times a normal draw. Each method returns what is added to each state.
/// </summary>
internal static class ExponentialMethod
{
    /// <summary>Order 1.</summary>
    public static ImmutableArray<Expression> Euler(BlockContext block) =>
        [.. block.States.Select(s => Increment(block, block.Start, s, null))];

    /// <summary>Order 2.</summary>
    public static ImmutableArray<Expression> Midpoint(BlockContext block)
    {
        // A state that no other reads needs no middle: a and b do not depend on it.
        var read = block.States.SelectMany(s => s.Reads.Remove(s.Name)).ToHashSet(StringComparer.Ordinal);
        var (middle, values) = block.At("2", isHalf: true, s => read.Contains(s.Name) ? s.Read + Half(block, s) : null);
        return [.. block.States.Select(s => Increment(block, middle, s, values.GetValueOrDefault(s.Name)))];
    }

    private static Expression Half(BlockContext block, StateEquation state)
    {
        var half = Growth(Rate(block, block.Start, state), block.HalfDt)
            * RungeKuttaMethod.Slope(block.Start, state);
        return state.Noise.IsEmpty
            ? half
            : half + (Expression.Constant(0.5) * RungeKuttaMethod.Diffusion(block, block.Start, state));
    }

    private static Expression Increment(BlockContext block, Stage stage, StateEquation state, Expression? there)
    {
        var rate = Rate(block, stage, state);
        var slope = RungeKuttaMethod.Slope(stage, state);
        if (there is not null)
            slope += rate * (state.Read - there);
        var increment = Growth(rate, BlockContext.Dt) * slope;
        foreach (var noise in state.Noise.Keys)
        {
            increment += RungeKuttaMethod.Factor(block.Start, state, noise) * BlockContext.Draw(noise)
                * Expression.Apply(Operator.Sqrt, Growth(Expression.Integer(2) * rate, BlockContext.Dt));
        }

        return increment;
    }

    private static Expression Rate(BlockContext block, Stage stage, StateEquation state) =>
        stage.Let("a", state.Name, block.System.Rate(state));

    // h exprel(a h), the integral of exp(a s) from 0 to h.
    private static Expression Growth(Expression rate, Expression h) =>
        h * Expression.Apply(Operator.Exprel, rate * h);
}
