using System.Collections.Immutable;
using Isonomia.Modeling.Expressions;
using Isonomia.Modeling.Integration.Emission;
using Isonomia.Modeling.Integration.Planning;
using Isonomia.Modeling.Units;

namespace Isonomia.Modeling.Integration.Methods;

/// <summary>
/// The classical Runge-Kutta rule for what is left of dx/dt = f when each state's own decay a = df/dx, taken at the start
/// of the step, is followed exactly: with x = x0 + y, dy/dt = k1 + a y + r, where the rest r = f(x) - k1 - a y is 0 at the
/// start. Then y = h exprel(a h) k1 + (the rule's stages of r, each carried by exp(a s) from where it was taken): a
/// generalised integrating factor method of order 4 (Krogstad 2005, doi:10.1016/j.jcp.2004.08.006, section 2) that needs
/// one special function a state. It is exact for linear decay, keeps fixed points, and is the classical rule where
/// a = 0. Gates and conductances, whose decay is what makes cells stiff, cost it no stability. Growth is left to the
/// rule, where an equation is not linear in its own state: a is then at most 0. Additive noise gathers with the same
/// decay; half of it is seen in the middle of the step and all of it at the end.
/// </summary>
internal static class ExponentialRungeKutta
{
    /// <summary>Writes the step.</summary>
    /// <returns>What is added to each state.</returns>
    public static ImmutableArray<Expression> Step(BlockContext block)
    {
        var (half, dt) = (block.HalfDt, BlockContext.Dt);
        var parts = block.States.ToDictionary(s => s.Name, s => Part.Of(block, s), StringComparer.Ordinal);
        var second = Later("2", isHalf: true, p => p.Half);
        var third = Later("3", isHalf: true, p => p.Half + (half * second[p.Name]));
        var fourth = Later("4", isHalf: false, p => p.Whole + (dt * p.Carry * third[p.Name]));
        var sixth = block.Writer.Let("_dt_6", Expression.Constant(1.0 / 6) * dt);
        return
        [
            .. block.States.Select(s => parts[s.Name]).Select(p => p.Whole + (sixth
                * ((Expression.Integer(2) * p.Carry * (second[p.Name] + third[p.Name])) + fourth[p.Name]))
                + (p.Noise ?? p.None)),
        ];

        // The rests of all states at a stage, from how far the states have moved there.
        Dictionary<string, Expression> Later(string tag, bool isHalf, Func<Part, Expression> move)
        {
            var moved = block.States.ToDictionary(
                s => s.Name, s => block.Writer.Let($"_y{tag}_{s.Name}", Noisy(parts[s.Name], isHalf, move)),
                StringComparer.Ordinal);
            var (stage, values) = block.At(tag, isHalf, s => s.Read + moved[s.Name]);
            return block.States.ToDictionary(s => s.Name, s =>
            {
                var part = parts[s.Name];
                var there = block.IsBounded(s) ? values[s.Name] - s.Read : moved[s.Name];
                return block.Writer.Let($"_r{tag}_{s.Name}",
                    RungeKuttaMethod.Slope(stage, s) - part.Slope - (part.Rate * there));
            }, StringComparer.Ordinal);
        }
    }

    private static Expression Noisy(Part part, bool isHalf, Func<Part, Expression> move) => part.Noise is null
        ? move(part)
        : move(part) + (isHalf ? Expression.Constant(0.5) * part.Noise : part.Noise);

    // What a state needs at every stage: k1, a, exp(a h/2), how far k1 and a alone carry it in half and in all of the
    // step, and the noise it gathers.
    private sealed record Part(
        string Name, Expression Slope, Expression Rate, Expression Carry, Expression Half, Expression Whole,
        Expression None, Expression? Noise)
    {
        public static Part Of(BlockContext block, StateEquation state)
        {
            var (writer, name) = (block.Writer, state.Name);
            var rate = block.Start.Let("a", name, block.System.Rate(state));
            if (!state.IsConditionallyLinear)
            {
                rate = writer.Let($"_decay_{name}", Expression.Apply(
                    Operator.Minimum, rate, Expression.Constant(0, Dimension.None / Dimension.Time)));
            }

            var slope = RungeKuttaMethod.Slope(block.Start, state);
            var exponent = writer.Let($"_z_{name}", rate * block.HalfDt);
            var growth = writer.Let($"_q_{name}", Expression.Apply(Operator.Exprel, exponent));
            var carry = writer.Let($"_e_{name}", Expression.Integer(1) + (exponent * growth));
            var half = writer.Let($"_u_{name}", block.HalfDt * growth * slope);
            var both = Expression.Integer(1) + carry;
            var gathered = block.HalfDt * growth * both * (Expression.Integer(1) + (carry * carry));
            var spread = Expression.Apply(Operator.Sqrt, Expression.Constant(0.5) * gathered);
            var none = Expression.Constant(0, state.Equation.Symbol.Dimension);
            var noise = state.Noise.Keys.Aggregate(none,
                (sum, n) => sum + (RungeKuttaMethod.Factor(block.Start, state, n) * spread * BlockContext.Draw(n)));
            return new Part(name, slope, rate, carry, half, writer.Let($"_v_{name}", both * half), none,
                state.Noise.IsEmpty ? null : writer.Let($"_n_{name}", noise));
        }
    }
}
