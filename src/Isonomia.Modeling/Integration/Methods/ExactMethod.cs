using System.Collections.Immutable;
using Isonomia.Modeling.Equations;
using Isonomia.Modeling.Expressions;
using Isonomia.Modeling.Expressions.Analysis;
using Isonomia.Modeling.Integration.Emission;
using Isonomia.Modeling.Integration.Planning;
using Isonomia.Modeling.Units;

namespace Isonomia.Modeling.Integration.Methods;

/// <summary>
/// The exact step of dx/dt = A x + b: x + P x + Q b with P = exp(A h) - 1 and Q the integral of exp(A s) from 0 to h.
/// Where states depend only on themselves and on states that decay on their own, the entries have closed forms:
/// P_ii = expm1(a_ii h), Q_ii = h exprel(a_ii h), P_ij = a_ij h exp(a_jj h) exprel((a_ii - a_jj) h), which hold for equal
/// and for vanishing rates too. Otherwise P and Q are blocks of exp([A h, 1 h; 0, 0]) - 1, which asks nothing of A. What
/// depends on time in b is taken in the middle of the step. An Ornstein-Uhlenbeck process, dx/dt = a x + b + s xi, gets
/// the noise that it has gathered, s sqrt(h exprel(2 a h)) times a normal draw: exact in distribution.
/// </summary>
internal sealed class ExactMethod(StepWriter writer, SteppedSystem system, LinearBlock block)
{
    /// <summary>Whether it steps a state.</summary>
    public bool Has(string name) => block.States.Any(s => s.Name == name);

    /// <summary>The values in the middle of the step; noise is taken to have gathered evenly.</summary>
    /// <param name="ends">The values at the end of the step.</param>
    public IEnumerable<(string State, Expression Value)> Middle(IReadOnlyDictionary<string, Expression> ends)
    {
        if (block.States.All(s => s.Noise.IsEmpty))
            return Step(Expression.Constant(0.5) * SteppedSystem.Dt, "half");
        return block.States.Select(s => (s.Name, writer.Let(
            $"_half_{s.Name}", Expression.Constant(0.5) * (s.Read + ends[s.Name]))));
    }

    /// <summary>The values after a time.</summary>
    /// <param name="h">The time, from the start of the step.</param>
    /// <param name="tag">What tells its temporaries from those of other times.</param>
    public ImmutableArray<(string State, Expression Value)> Step(Expression h, string tag)
    {
        var free = Increments(block, h, tag);
        var reach = block.Reach();
        var isHolding = block.States.Select((s, i) => !s.IsHeld && reach[i].Any(j => block.States[j].IsHeld)).ToArray();
        var held = isHolding.Contains(true) ? Increments(block.Held(), h, tag + "_held") : null;
        var values = ImmutableArray.CreateBuilder<(string, Expression)>();
        for (var i = 0; i < block.States.Length; i++)
        {
            var state = block.States[i];
            var value = state.Read + writer.Let($"_d_{tag}_{state.Name}", free[i]);
            if (isHolding[i])
            {
                value = Expression.Apply(Operator.Select, SteppedSystem.NotRefractory, value,
                    state.Read + writer.Let($"_d_{tag}_held_{state.Name}", held![i]));
            }

            values.Add((state.Name, writer.Let($"_{tag}_{state.Name}", BlockContext.Held(state, value))));
        }

        return values.ToImmutable();
    }

    // What is added to each state.
    private Expression[] Increments(LinearBlock linear, Expression h, string tag)
    {
        var time = new Stage(writer, system, tag, SteppedSystem.Time + (Expression.Constant(0.5) * h), _ => null, null);
        var rest = linear.Rest.Select(b => b is null ? null : time.Of(b)).ToArray();
        linear = linear with { Matrix = linear.Matrix.ToImmutableDictionary(e => e.Key, e => time.Of(e.Value)) };
        var increments = linear.HasClosedForm
            ? Closed(linear, rest, h, tag)
            : Propagated(linear, rest, h, tag);
        for (var i = 0; i < increments.Length; i++)
        {
            foreach (var (noise, factor) in linear.States[i].Noise)
            {
                var gathered = linear[i, i] is { } a
                    ? h * Expression.Apply(Operator.Exprel, Expression.Integer(2) * a * h)
                    : h;
                var spread = writer.Let($"_spread_{linear.States[i].Name}_{noise}",
                    time.Of(factor) * Expression.Apply(Operator.Sqrt, gathered));
                increments[i] += spread * BlockContext.Draw(noise);
            }
        }

        return increments;
    }

    private Expression[] Closed(LinearBlock linear, Expression?[] rest, Expression h, string tag)
    {
        var increments = new Expression[linear.States.Length];
        for (var i = 0; i < increments.Length; i++)
        {
            var state = linear.States[i];
            var a = linear[i, i];
            var growth = a is null ? h : h * Expression.Apply(Operator.Exprel, a * h);
            var terms = new List<Expression>();
            if (a is not null && !system.IsConstantDuringRun(a))
            {
                // One function instead of two, where nothing can be prepared before the run.
                var slope = rest[i] is { } b ? (a * state.Read) + b : a * state.Read;
                terms.Add(writer.Let($"_Q_{tag}_{state.Name}", growth) * slope);
            }
            else
            {
                if (a is not null)
                    terms.Add(Entry("P", state, Expression.Apply(Operator.Expm1, a * h)) * state.Read);
                if (rest[i] is not null)
                    terms.AddRange(Spread(Entry("Q", state, growth), rest[i]!, $"_b_{tag}_{state.Name}"));
            }

            for (var j = 0; j < increments.Length; j++)
            {
                if (j == i || linear[i, j] is not { } coupling)
                    continue;
                var entry = coupling * h;
                if (linear[j, j] is { } decay)
                    entry *= Expression.Apply(Operator.Exp, decay * h);
                if (Difference(a, linear[j, j]) is { } difference)
                    entry *= Expression.Apply(Operator.Exprel, difference * h);
                terms.Add(writer.Let($"_P_{tag}_{state.Name}_{linear.States[j].Name}", entry)
                    * linear.States[j].Read);
            }

            increments[i] = Total(terms, state);
        }

        return increments;

        Expression Entry(string kind, StateEquation state, Expression value) =>
            writer.Let($"_{kind}_{tag}_{state.Name}", value);
    }

    private Expression[] Propagated(LinearBlock linear, Expression?[] rest, Expression h, string tag)
    {
        // The driven states' columns of the identity stand behind A: each carries its b for the time of the step.
        var n = linear.States.Length;
        int[] driven = [.. Enumerable.Range(0, n).Where(i => rest[i] is not null)];
        var size = n + driven.Length;
        var reach = linear.Reach();
        var generator = new Expression[size * size];
        var entries = new Symbol?[size * size];
        var increments = new List<Expression>[n];
        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j < size; j++)
            {
                var zero = Expression.Constant(0, Dimension(i) / Dimension(j));
                generator[(i * size) + j] = i >= n ? zero
                    : j < n ? linear[i, j] is { } a ? Simplifier.Simplify(a * h) : zero
                    : driven[j - n] == i ? h : zero;
            }
        }

        for (var i = 0; i < n; i++)
        {
            increments[i] = [];
            foreach (var j in reach[i].Order())
            {
                if (linear.Matrix.Keys.Any(e => e.Row == i))
                    increments[i].Add(Entry("P", i, j, j) * linear.States[j].Read);
            }

            for (var k = 0; k < driven.Length; k++)
            {
                var j = driven[k];
                if (reach[i].Contains(j))
                {
                    increments[i].AddRange(Spread(Entry("Q", i, j, n + k), rest[j]!,
                        $"_b_{tag}_{linear.States[i].Name}_{linear.States[j].Name}"));
                }
            }
        }

        writer.Add(new Propagator([.. generator], [.. entries]));
        return [.. increments.Select((terms, i) => Total(terms, linear.States[i]))];

        Dimension Dimension(int i) => i < n
            ? linear.States[i].Equation.Symbol.Dimension
            : linear.States[driven[i - n]].Equation.Symbol.Dimension / Units.Dimension.Time;

        Expression Entry(string kind, int i, int j, int column)
        {
            var name = writer.Name($"_{kind}_{tag}_{linear.States[i].Name}_{linear.States[j].Name}");
            var symbol = new Symbol(name, SymbolKind.Temporary, Dimension(i) / Dimension(column));
            entries[(i * size) + column] = symbol;
            return symbol.Read;
        }
    }

    // Q b as one term for each input that may change from step to step and one for all that does not, so that most of
    // it can be computed before the run.
    private IEnumerable<Expression> Spread(Expression factor, Expression rest, string name)
    {
        string[] inputs = [.. system.ChangingNames(rest)];
        if (LinearForm.Try(rest, inputs) is not { } form || !form.Coefficients.All(system.IsConstantDuringRun)
            || !system.IsConstantDuringRun(form.Rest))
        {
            yield return factor * rest;
            yield break;
        }

        if (!form.Rest.IsConstant(0))
            yield return writer.Let(name, factor * form.Rest);
        for (var k = 0; k < inputs.Length; k++)
        {
            if (!form.Coefficients[k].IsConstant(0))
            {
                var symbol = Postorder.Of(rest).First(x => x.Operator == Operator.Variable && x.Name == inputs[k]);
                yield return writer.Let($"{name}_{inputs[k]}", factor * form.Coefficients[k]) * symbol;
            }
        }
    }

    private static Expression? Difference(Expression? a, Expression? b)
    {
        var difference = a is null ? b is null ? null : -b : b is null ? a : Simplifier.Simplify(a - b);
        return difference is null || difference.IsConstant(0) ? null : difference;
    }

    private static Expression Total(List<Expression> terms, StateEquation state) => terms.Count == 0
        ? Expression.Constant(0, state.Equation.Symbol.Dimension)
        : terms.Aggregate((x, y) => x + y);
}
