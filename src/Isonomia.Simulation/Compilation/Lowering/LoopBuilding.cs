using System.Collections.Immutable;
using Isonomia.Modeling.Expressions;
using Isonomia.Simulation.Compilation.Emission;
using Isonomia.Simulation.Compilation.Staging;

namespace Isonomia.Simulation.Compilation.Lowering;

/// <summary>Sorts what a loop stores into stages and makes straight-line programs of it.</summary>
internal static class LoopBuilding
{
    public static LoopProgram Build(CellNames names, Stores stores, LoweringOptions options)
    {
        var stages = new StageMap(names.StageOf);
        Expression[] spikes = stores.Spike is null ? [] : [stores.Spike];
        var (updates, resets) = (stores.Update.Length, stores.Reset.Length);
        var roots = new Regrouping(stages).Of(
            [.. stores.Update.Select(d => d.Value), .. spikes, .. stores.Reset.Select(d => d.Value)]);
        var flush = new Flushing(names, options.Precision);
        for (var i = 0; i < updates; i++)
        {
            if (names.States.Any(s => s.Name == stores.Update[i].Name))
                roots[i] = flush.Of(roots[i]);
        }

        roots = Rewriting.ShareReciprocals(roots, stages);
        var taken = new HashSet<string>(FreeVariables.Of(roots));
        var hoisting = new Hoisting(stages, taken);
        roots = hoisting.Of(roots);

        // The threshold reads what the update has just computed.
        var ends = names.Kept.ToDictionary(s => CellNames.EndPrefix + s.Name, s => s.Read);
        for (var i = 0; i < updates; i++)
            ends[CellNames.EndPrefix + stores.Update[i].Name] = roots[i];
        for (var i = updates; i < updates + spikes.Length; i++)
            roots[i] = Substitution.Replace(roots[i], ends);

        var (lets, values) = Sharing.Of(roots.AsSpan(0, updates + spikes.Length), taken);
        var (resetLets, resetValues) = Sharing.Of(roots.AsSpan(updates + spikes.Length), taken);
        var update = Line(lets, stores.Update, values);
        var reset = Line(resetLets, stores.Reset, resetValues);
        var read = FreeVariables.Of([.. update.Values, .. reset.Values, .. values]);
        return new LoopProgram
        {
            Rows = stores.Rows,
            Streams = [.. options.Inputs.Where(read.Contains), .. hoisting.Cell.Select(d => d.Name)],
            Arrivals = [.. options.Arrivals.Select(a => a.Stream)],
            Constants = [.. hoisting.Run],
            CellValues = [.. hoisting.Cell],
            StepConstants = [.. hoisting.StepConstants],
            StepValues = [.. hoisting.Step],
            Update = update,
            Phases = PhasePlan.Of(lets, [.. values], [.. update.Draws.Select(ExpressionEmitter.Key)]),
            Spike = stores.Spike is null ? null : values[^1],
            Reset = reset,
            Sites = [.. Sites([.. update.Values, .. reset.Values, .. values, .. hoisting.Step.Select(d => d.Value)])],
        };
    }

    private static StraightLine Line(List<Definition> lets, ImmutableArray<Definition> stores, Expression[] values)
    {
        var nodes = Postorder.Of([.. lets.Select(d => d.Value), .. values]);
        return new StraightLine([.. lets], [.. stores.Select((s, i) => s with { Value = values[i] })],
            [.. nodes.Where(n => n.Operator is Operator.Normal or Operator.Uniform)]);
    }

    private static IEnumerable<string> Sites(ReadOnlySpan<Expression> expressions) => Postorder.Of(expressions)
        .Where(n => n.Operator is Operator.Normal or Operator.Uniform or Operator.Poisson)
        .Select(n => n.Name).Distinct();
}
