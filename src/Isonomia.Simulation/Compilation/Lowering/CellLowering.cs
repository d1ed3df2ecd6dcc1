using System.Collections.Immutable;
using Isonomia.Modeling.Equations;
using Isonomia.Modeling.Expressions;
using Isonomia.Modeling.Integration;
using Isonomia.Modeling.Models;
using Isonomia.Modeling.Units;
using Isonomia.Simulation.Compilation.Staging;

namespace Isonomia.Simulation.Compilation.Lowering;

/// <summary>
/// Makes the program of a population's whole step from a cell model and the step of its states: update, threshold where
/// not refractory, then reset, refractory time and time since the last spike of the cells that spike.
/// </summary>
internal static class CellLowering
{
    // What a row is called that keeps a subexpression "constant over dt" for the reset.
    private const string HeldPrefix = "_held_";

    /// <summary>The program of a step.</summary>
    public static LoopProgram Step(CellModel model, StepProgram step, LoweringOptions options)
    {
        var names = new CellNames(model, step, options);
        var update = Update(names, step);
        AddArrivals(update, names, options.Arrivals);
        var (spike, held) = Threshold(names);
        var reset = spike is null ? [] : Reset(names, held);
        update.AddRange(held.Select(h => new Definition(h.Key, names.AtStart().Of(h.Value))));

        Expression[] spikes = spike is null ? [] : [spike];
        var read = FreeVariables.Of([.. update.Concat(reset).Select(d => d.Value), .. spikes]);
        if (spike is not null && model.Refractory is not null)
            update.Add(new Definition(CellNames.Refractory, StillRefractory(names)));
        var usesAge = read.Contains(CellNames.Age);
        if (usesAge)
        {
            var age = Expression.Variable(CellNames.Age, Dimension.None);
            update.Add(new Definition(CellNames.Age, age + Expression.Integer(1)));
            reset.Add(new Definition(CellNames.Age, Expression.Integer(0)));
        }

        var rows = names.Kept.Select(s => s.Name).ToList();
        rows.AddRange(update.Select(u => u.Name).Where(name => !rows.Contains(name)).ToArray());
        return LoopBuilding.Build(names, new Stores([.. rows], [.. update], spike, [.. reset]), options) with
        {
            Checked = [.. names.Kept.Where(s => s.ValueKind == ValueKind.Real)
                .Select(s => s.Name)],
        };
    }

    /// <summary>The program that computes expressions from what a population keeps.</summary>
    public static LoopProgram Probe(
        CellModel model, StepProgram step, LoweringOptions options, ImmutableArray<string> rows,
        IEnumerable<Expression> expressions)
    {
        var names = new CellNames(model, step, options);
        var reading = names.AtStart();
        var outputs = expressions.Select((e, i) => new Definition($"={i}", reading.Of(e)));
        return LoopBuilding.Build(names, new Stores(rows, [.. outputs], null, []), options with { Arrivals = [] });
    }

    // The states' values at the end of the step, each of the start's values.
    private static List<Definition> Update(CellNames names, StepProgram step)
    {
        var reading = names.AtStart();
        var ends = new List<Definition>();
        foreach (var (target, value) in step.Assignments)
        {
            var read = reading.Of(value);
            if (target.Kind != SymbolKind.State)
                reading.Set(target.Name, read);
            else
                ends.Add(new Definition(target.Name, read));
        }

        return ends;
    }

    // What arrives at t + dt is there when the threshold is tested at t + dt.
    private static void AddArrivals(List<Definition> update, CellNames names, ImmutableArray<ArrivalInput> arrivals)
    {
        var reading = names.AtStart();
        foreach (var arrival in arrivals)
        {
            foreach (var (state, coefficient) in arrival.Port.Effects)
            {
                var sum = Expression.Variable(arrival.Quantum, arrival.Port.Weight)
                    * Expression.Variable(arrival.Stream, Dimension.None);
                var i = update.FindIndex(u => u.Name == state.Name);
                update[i] = update[i] with { Value = update[i].Value + (reading.Of(coefficient) * sum) };
            }
        }
    }

    // Where cells spike, after the update; and what of the step's start the reset will still want to know.
    private static (Expression? Spike, Dictionary<string, Expression> Held) Threshold(CellNames names)
    {
        var held = new Dictionary<string, Expression>();
        if (names.Model.Threshold is null)
            return (null, held);
        var start = names.AtStart();
        var constants = names.Subexpressions.Where(s => s.Flags.HasFlag(EquationFlags.ConstantOverDt))
            .Select(s => s.Symbol).ToArray();
        foreach (var constant in constants)
            held[HeldPrefix + constant.Name] = constant.Read;
        var end = new Reading(names, s => s.End(), CellNames.AgeNow, names.NotRefractory,
            constants.ToDictionary(c => c.Name, c => start.Of(c.Read)));
        var spike = end.Of(names.Model.Threshold);
        if (names.Model.Refractory is not null)
            spike = Expression.Apply(Operator.And, spike, names.NotRefractory);
        var later = FreeVariables.Of([.. names.Model.Reset.Select(a => a.Value), names.Model.Refractory ?? spike]);
        foreach (var name in held.Keys.Where(h => !later.Contains(h[HeldPrefix.Length..])).ToArray())
            held.Remove(name);
        return (spike, held);
    }

    private static Expression StillRefractory(CellNames names)
    {
        var left = Expression.Variable(CellNames.Refractory, Dimension.None);
        return names.HasRefractoryCondition
            ? Expression.Apply(Operator.Select, names.NotRefractory, Expression.Constant(0), left)
            : Expression.Apply(Operator.Maximum, left - Expression.Constant(1), Expression.Constant(0));
    }

    // The reset's statements in order: each reads what those before it wrote, subexpressions too.
    private static List<Definition> Reset(CellNames names, Dictionary<string, Expression> held)
    {
        var current = names.Kept.ToDictionary(s => s.Name, s => s.Read);
        var written = new List<string>();
        var temporaries = held.ToDictionary(
            h => h.Value.Name, h => Expression.Variable(h.Key, h.Value.Dimension, h.Value.Kind));
        var reading = Read();
        foreach (var (target, value) in names.Model.Reset)
        {
            if (written.Count > 0 && reading.ReadsSubexpression(value))
                reading = Read();
            var result = reading.Of(value);
            reading.Set(target.Name, result);
            if (target.Kind == SymbolKind.Temporary)
            {
                temporaries[target.Name] = result;
                continue;
            }

            current[target.Name] = result;
            if (!written.Contains(target.Name))
                written.Add(target.Name);
        }

        var stores = written.ConvertAll(name => new Definition(name, current[name]));
        if (names.Model.Refractory is { } refractory)
        {
            // Whole steps: round(R/dt).
            var steps = names.HasRefractoryCondition
                ? Expression.Constant(1)
                : Expression.Apply(Operator.Floor, Read().Of(refractory) / Expression.Variable("dt", Dimension.Time)
                    + Expression.Constant(0.5));
            stores.Add(new Definition(CellNames.Refractory, steps));
        }

        return stores;

        Reading Read() => new(
            names, s => current[s.Name], Expression.Constant(0, Dimension.Time), Expression.Boolean(false),
            temporaries);
    }

    private static Expression End(this Symbol state) =>
        Expression.Variable(CellNames.EndPrefix + state.Name, state.Dimension, state.ValueKind);
}
