using Isonomia.Modeling.Equations;
using Isonomia.Modeling.Expressions;
using Isonomia.Modeling.Expressions.Analysis;
using Isonomia.Modeling.Models;
using Isonomia.Modeling.Syntax;
using MathNet.Numerics.LinearAlgebra;

namespace Isonomia.Simulation.Theory;

/// <summary>
/// A cell whose potential leaks, fires at a fixed threshold and starts again from a fixed reset, and whose other states are
/// linear filters of what arrives: read from its equations, with the values of its parameters. A spike that moves another state
/// moves the potential, in the end, by the area of the filter's response.
/// </summary>
internal sealed class LinearCell
{
    private readonly CellModel cell;
    private readonly Dictionary<string, Expression> parameters;
    private readonly string potential;
    private readonly string[] others;
    private readonly Vector<double> reaching;
    private readonly Matrix<double> filters;

    /// <summary>Reads a cell.</summary>
    /// <exception cref="MeanFieldException">It is no such cell.</exception>
    public LinearCell(CellModel cell)
    {
        this.cell = cell;
        parameters = cell.Parameters.ToDictionary(p => p.Name, p => p.Value, StringComparer.Ordinal);
        var (state, threshold) = Threshold();
        potential = state;
        string[] states = [.. cell.Equations.States.Select(s => s.Name)];
        others = [.. states.Where(s => s != potential)];
        var expanded = Subexpressions.Of(cell.Equations);
        if (cell.Equations.States.FirstOrDefault(s => !s.Noise.IsEmpty) is { } noisy)
            throw new MeanFieldException($"'{noisy.Name}' of {cell.Name} has noise of its own");
        var rates = states.ToDictionary(s => s, s => LinearForm.Try(
            Substitution.Replace(cell.Equations.Find(s)!.Right!, expanded), states)
            ?? throw new MeanFieldException($"'{s}' of {cell.Name} is not linear in its states (conductances are not)"));
        double Coefficient(string of, string on) => Number(rates[of].Coefficients[Array.IndexOf(states, on)]);
        var leak = -Coefficient(potential, potential);
        if (!(leak > 0))
            throw new MeanFieldException($"'{potential}' of {cell.Name} does not leak");
        Tau = 1 / leak;
        reaching = Vector<double>.Build.Dense(others.Length, i => Coefficient(potential, others[i]));
        filters = Matrix<double>.Build.Dense(others.Length, others.Length, (i, j) => Coefficient(others[i], others[j]));
        if (others.Any(o => Coefficient(o, potential) != 0))
            throw new MeanFieldException($"a state of {cell.Name} follows its potential, as adaptation does");
        var constant = Number(rates[potential].Rest);
        if (others.Length > 0)
        {
            var inputs = Vector<double>.Build.Dense(others.Length, i => Number(rates[others[i]].Rest));
            constant -= reaching.DotProduct(filters.Solve(inputs));
        }

        var rest = Tau * constant;
        (Threshold0, Reset0, Refractory) = (threshold - rest, Reset() - rest, RefractoryTime());
    }

    /// <summary>The membrane's time constant, s.</summary>
    public double Tau { get; }

    /// <summary>The threshold above where the potential settles without spikes, V.</summary>
    public double Threshold0 { get; }

    /// <summary>The reset above the same.</summary>
    public double Reset0 { get; }

    /// <summary>The refractory time, s.</summary>
    public double Refractory { get; }

    /// <summary>By how much one unit of weight that arrives at a state moves the potential, and how long that takes, s.</summary>
    /// <param name="state">The state.</param>
    /// <param name="coefficient">What multiplies the weight.</param>
    /// <exception cref="MeanFieldException">The coefficient is no fixed number.</exception>
    public (double Jump, double Seconds) ResponseTo(string state, Expression coefficient)
    {
        var size = Number(coefficient);
        if (state == potential)
            return (size, 0);
        var at = Array.IndexOf(others, state);
        if (at < 0)
            throw new MeanFieldException($"spikes move '{state}' of {cell.Name}, which is no state of its equations");
        // The area and the mean time of the response b exp(A t) d: -b A^-1 d and b A^-2 d over it.
        var moved = Vector<double>.Build.Dense(others.Length, i => i == at ? size : 0);
        var once = filters.Solve(moved);
        var area = -reaching.DotProduct(once);
        return (area, area == 0 ? 0 : reaching.DotProduct(filters.Solve(once)) / area);
    }

    /// <summary>The value of an expression of parameters; a cell that takes input is not refractory.</summary>
    /// <exception cref="MeanFieldException">It is no fixed number.</exception>
    public double Number(Expression expression)
    {
        if (Postorder.Of(expression).Exists(n => n.Operator is Operator.Normal or Operator.Uniform or Operator.Poisson))
            throw new MeanFieldException($"a parameter of {cell.Name} is drawn for each cell");
        return Evaluator.Evaluate(expression, name => name switch
        {
            "not_refractory" => 1,
            _ when parameters.TryGetValue(name, out var value) => Number(value),
            _ when cell.Equations.Symbols.GetValueOrDefault(name)?.Kind == SymbolKind.Input => 0,
            _ => throw new MeanFieldException($"'{name}' of {cell.Name} is no fixed number"),
        });
    }

    private (string State, double Value) Threshold()
    {
        if (cell.Threshold is { Operator: Operator.Greater or Operator.GreaterOrEqual } above
            && above[0] is { Operator: Operator.Variable, Name: var state } && cell.Equations.Find(state)?.Kind == EquationKind.Differential)
        {
            return (state, Number(above[1]));
        }

        throw new MeanFieldException($"the threshold of {cell.Name} is not a potential above a fixed value");
    }

    private double Reset() => cell.Reset is [var only] && only.Target.Name == potential
        ? Number(only.Value)
        : throw new MeanFieldException($"the reset of {cell.Name} does more than set its potential to a fixed value");

    private double RefractoryTime() => cell.Refractory switch
    {
        null => 0,
        { Kind: ValueKind.Boolean } => throw new MeanFieldException($"{cell.Name} is refractory by a condition"),
        var time => Number(time),
    };
}
