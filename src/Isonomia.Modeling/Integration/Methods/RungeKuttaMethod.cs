using System.Collections.Immutable;
using Isonomia.Modeling.Expressions;
using Isonomia.Modeling.Integration.Emission;
using Isonomia.Modeling.Integration.Planning;

namespace Isonomia.Modeling.Integration.Methods;

/// <summary>
/// Explicit Runge-Kutta steps: Euler (with noise Euler-Maruyama, Itô), Heun (with noise Stratonovich), the midpoint rule
/// and the classical rule of order 4. With noise g dW Heun is x~ = x + f dt + g dW,
/// x + (f + f~) dt/2 + (g + g~) dW/2 (Rümelin 1982, doi:10.1137/0719041); Brian 2's takes the drift at the start only.
/// Each method returns what is added to each state.
/// </summary>
internal static class RungeKuttaMethod
{
    /// <summary>x + f dt + g dW.</summary>
    public static ImmutableArray<Expression> Euler(BlockContext block) =>
        [.. block.States.Select(s => Forward(block, s))];

    /// <summary>The mean of the slopes at the start and at the end of an Euler step.</summary>
    public static ImmutableArray<Expression> Heun(BlockContext block)
    {
        var there = block.At("2", isHalf: false, s => s.Read + Forward(block, s)).Stage;
        return
        [
            .. block.States.Select(s => (block.HalfDt * (Slope(block.Start, s) + Slope(there, s)))
                + (Expression.Constant(0.5) * (Diffusion(block, block.Start, s) + Diffusion(block, there, s)))),
        ];
    }

    /// <summary>The slope in the middle of an Euler step.</summary>
    public static ImmutableArray<Expression> Midpoint(BlockContext block)
    {
        var middle = block.At("2", isHalf: true, s => s.Read + (block.HalfDt * Slope(block.Start, s))).Stage;
        return [.. block.States.Select(s => BlockContext.Dt * Slope(middle, s))];
    }

    /// <summary>The classical rule: (k1 + 2 k2 + 2 k3 + k4) dt/6.</summary>
    public static ImmutableArray<Expression> Classical(BlockContext block)
    {
        var (half, dt) = (block.HalfDt, BlockContext.Dt);
        var second = block.At("2", isHalf: true, s => s.Read + (half * Slope(block.Start, s))).Stage;
        var third = block.At("3", isHalf: true, s => s.Read + (half * Slope(second, s))).Stage;
        var fourth = block.At("4", isHalf: false, s => s.Read + (dt * Slope(third, s))).Stage;
        var sixth = block.Writer.Let("_dt_6", Expression.Constant(1.0 / 6) * dt);
        return
        [
            .. block.States.Select(s => sixth * (Slope(block.Start, s)
                + (Expression.Integer(2) * (Slope(second, s) + Slope(third, s))) + Slope(fourth, s))),
        ];
    }

    /// <summary>The drift of a state at a stage.</summary>
    public static Expression Slope(Stage stage, StateEquation state) =>
        stage.Let("k", state.Name, state.Equation.Right!);

    /// <summary>The factors of a state's noises at a stage, each times its increment over the step.</summary>
    public static Expression Diffusion(BlockContext block, Stage stage, StateEquation state) =>
        state.Equation.Noise.Aggregate(
            Expression.Constant(0, state.Equation.Symbol.Dimension),
            (sum, n) => sum + (Factor(stage, state, n.Key) * block.Increment(n.Key)));

    /// <summary>The factor of one of a state's noises at a stage.</summary>
    public static Expression Factor(Stage stage, StateEquation state, string noise) =>
        stage.Let("g", noise.Length == 0 ? state.Name : $"{state.Name}_{noise}", state.Equation.Noise[noise]);

    private static Expression Forward(BlockContext block, StateEquation state) =>
        (BlockContext.Dt * Slope(block.Start, state)) + Diffusion(block, block.Start, state);
}
