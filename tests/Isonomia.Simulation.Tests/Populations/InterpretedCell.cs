using Isonomia.Modeling.Equations;
using Isonomia.Modeling.Expressions;
using Isonomia.Modeling.Integration;
using Isonomia.Modeling.Models;
using Isonomia.Numerics.LinearAlgebra;

namespace Isonomia.Simulation.Tests.Populations;

/// <summary>
/// One cell, stepped by evaluating its program as it stands, in double precision: what compiled cells are compared with.
/// </summary>
internal sealed class InterpretedCell
{
    private readonly CellModel model;
    private readonly StepProgram program;
    private readonly Dictionary<string, double> values = [];
    private readonly double dt;
    private int refractory;

    public InterpretedCell(CellModel model, StepProgram program, double dt, double input)
    {
        this.model = model;
        this.program = program;
        this.dt = dt;
        values["dt"] = dt;
        values["I_ext"] = input;
        values["I_syn"] = 0;
        values["t"] = 0;
        values["i"] = 0;
        values["N"] = 1;
        foreach (var parameter in model.Parameters)
            values[parameter.Name] = Evaluate(parameter.Value);
        foreach (var state in model.Equations.States)
            values[state.Name] = model.Initial.TryGetValue(state.Name, out var initial) ? Evaluate(initial) : 0;
        foreach (var propagator in program.Propagators)
        {
            var matrix = MatrixExponential.MinusIdentity(
                propagator.Generator.Select(Evaluate).ToArray(), propagator.Size);
            for (var e = 0; e < matrix.Length; e++)
            {
                if (propagator.Entries[e] is { } entry)
                    values[entry.Name] = matrix[e];
            }
        }
    }

    public double this[string name] => values[name];

    public bool Step(long step)
    {
        values["t"] = step * dt;
        var isCondition = model.Refractory is { Kind: ValueKind.Boolean };
        if (isCondition && refractory > 0 && Evaluate(model.Refractory!) == 0)
            refractory = 0;
        values["not_refractory"] = refractory == 0 ? 1 : 0;
        var ends = new List<(string, double)>();
        foreach (var (target, value) in program.Assignments)
        {
            if (target.Kind == SymbolKind.State)
                ends.Add((target.Name, Evaluate(value)));
            else
                values[target.Name] = Evaluate(value);
        }

        foreach (var (name, value) in ends)
            values[name] = value;
        var free = refractory == 0;
        if (refractory > 0 && !isCondition)
            refractory--;
        if (model.Threshold is null || !free || Evaluate(model.Threshold) == 0)
            return false;
        foreach (var (target, value) in model.Reset)
            values[target.Name] = Evaluate(value);
        refractory = model.Refractory is null ? 0
            : isCondition ? 1
            : (int)Math.Floor(Evaluate(model.Refractory) / dt + 0.5);
        return true;
    }

    private double Evaluate(Expression expression) => Evaluator.Evaluate(expression, Value);

    private double Value(string name) =>
        model.Equations.Find(name) is { Kind: Modeling.Syntax.EquationKind.Subexpression } subexpression
            ? Evaluate(subexpression.Right!)
            : values[name];
}
