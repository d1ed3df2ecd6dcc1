using System.Collections.Immutable;
using Isonomia.Modeling.Equations;
using Isonomia.Modeling.Expressions;
using Isonomia.Modeling.Expressions.Analysis;
using Isonomia.Modeling.Fields;
using Isonomia.Simulation.Compilation.Lowering;

namespace Isonomia.Simulation.Fields.Analysis;

/// <summary>
/// The equations of a region of a field and their symbolic derivatives, flattened for evaluation at any values of some
/// of its parameters. A delayed value enters twice: the equations' slopes in it, and its own slopes in the states. One
/// instance serves one thread at a time; <see cref="Copy"/> makes another cheaply.
/// </summary>
public sealed class RegionFunctions
{
    private readonly Expression[] expressions;
    private readonly EvaluationProgram program;
    private readonly (int Row, int Column, int Slot, int Factor, int Delay)[] slopes;
    private readonly (int Row, int Column, int Slot)[] noise;
    private readonly (int Column, int Slot)[] output;
    private readonly int firstDelay;
    private readonly double[] arguments;
    private readonly double[] results;

    /// <summary>Differentiates a field's equations.</summary>
    /// <param name="model">The field. What other regions send is taken as zero.</param>
    /// <param name="parameters">The parameters whose values will be given; the others have their own.</param>
    /// <exception cref="FieldAnalysisException">The equations read the time, or draw random numbers.</exception>
    public RegionFunctions(FieldModel model, params IReadOnlyList<string> parameters)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(parameters);
        var symbolic = new SymbolicRegion(model, parameters);
        Model = model;
        Parameters = [.. parameters];
        States = symbolic.States;
        Noises = symbolic.Noises;
        Defaults = symbolic.Defaults;
        Initial = symbolic.Initial;
        Delays = symbolic.DelayTimes.Length;
        (expressions, slopes, noise, output, firstDelay) = symbolic.Flatten();
        string[] names = [.. Parameters, .. States.Select(s => s.Name)];
        program = new EvaluationProgram(expressions, names);
        (arguments, results) = (new double[names.Length], new double[expressions.Length]);
    }

    private RegionFunctions(RegionFunctions same)
    {
        (Model, Parameters, States, Noises) = (same.Model, same.Parameters, same.States, same.Noises);
        (Defaults, Initial, Delays, expressions) = (same.Defaults, same.Initial, same.Delays, same.expressions);
        (slopes, noise, output, firstDelay) = (same.slopes, same.noise, same.output, same.firstDelay);
        program = new EvaluationProgram(expressions, [.. Parameters, .. States.Select(s => s.Name)]);
        (arguments, results) = (new double[same.arguments.Length], new double[same.results.Length]);
    }

    /// <summary>The field.</summary>
    public FieldModel Model { get; }

    /// <summary>The parameters whose values are given, in the order in which they are.</summary>
    public ImmutableArray<string> Parameters { get; }

    /// <summary>The states, in the order of the equations.</summary>
    public ImmutableArray<Symbol> States { get; }

    /// <summary>The names of the noises: what follows "xi_", empty for xi.</summary>
    public ImmutableArray<string> Noises { get; }

    /// <summary>The model's own values of the parameters, in SI base units.</summary>
    public ImmutableArray<double> Defaults { get; }

    /// <summary>The states' initial values under the default parameters; those that are drawn at their means.</summary>
    public ImmutableArray<double> Initial { get; }

    /// <summary>How many delayed values the equations read.</summary>
    public int Delays { get; }

    /// <summary>Another instance for another thread.</summary>
    public RegionFunctions Copy() => new(this);

    /// <summary>The states' velocities where they have always been what they are: delayed values are those of now.</summary>
    /// <param name="parameters">The values of <see cref="Parameters"/> in SI base units.</param>
    /// <param name="states">The states in SI base units.</param>
    /// <param name="velocities">Receives the velocities.</param>
    public void Drift(ReadOnlySpan<double> parameters, ReadOnlySpan<double> states, Span<double> velocities)
    {
        Evaluate(parameters, states);
        results.AsSpan(0, States.Length).CopyTo(velocities);
    }

    /// <summary>Velocities, and their slopes where past and present move together, for Newton's method.</summary>
    /// <param name="parameters">As above.</param>
    /// <param name="states">As above.</param>
    /// <param name="velocities">Receives the velocities.</param>
    /// <param name="jacobian">Receives the slopes, row by row.</param>
    public void SteadySlopes(
        ReadOnlySpan<double> parameters, ReadOnlySpan<double> states, Span<double> velocities, Span<double> jacobian)
    {
        Drift(parameters, states, velocities);
        jacobian.Clear();
        foreach (var (row, column, slot, factor, _) in slopes)
            jacobian[(row * States.Length) + column] += Slope(slot, factor);
    }

    /// <summary>The linear system around a state.</summary>
    /// <param name="parameters">As above.</param>
    /// <param name="states">The state, a fixed point.</param>
    public LinearField Linearise(ReadOnlySpan<double> parameters, ReadOnlySpan<double> states)
    {
        var linear = new LinearField(States.Length, slopes.Length, Delays, Noises.Length);
        Linearise(parameters, states, linear);
        return linear;
    }

    /// <summary>The linear system around a state, into one that was made by this class before.</summary>
    /// <param name="parameters">As above.</param>
    /// <param name="states">As above.</param>
    /// <param name="linear">Receives it.</param>
    public void Linearise(ReadOnlySpan<double> parameters, ReadOnlySpan<double> states, LinearField linear)
    {
        ArgumentNullException.ThrowIfNull(linear);
        Evaluate(parameters, states);
        for (var i = 0; i < slopes.Length; i++)
        {
            var (row, column, slot, factor, delay) = slopes[i];
            linear.Entries[i] = new LinearEntry(row, column, Slope(slot, factor), delay);
        }

        results.AsSpan(firstDelay, Delays).CopyTo(linear.Delays);
        foreach (var (row, column, slot) in noise)
            linear.Noise[(row * Noises.Length) + column] = results[slot];
        foreach (var (column, slot) in output)
            linear.Output[column] = results[slot];
    }

    /// <summary>The observed value at a state.</summary>
    /// <param name="parameters">As above.</param>
    /// <param name="states">As above.</param>
    public double Observe(ReadOnlySpan<double> parameters, ReadOnlySpan<double> states)
    {
        Evaluate(parameters, states);
        return results[^1];
    }

    private double Slope(int slot, int factor) => factor < 0 ? results[slot] : results[slot] * results[factor];

    private void Evaluate(ReadOnlySpan<double> parameters, ReadOnlySpan<double> states)
    {
        parameters.CopyTo(arguments);
        states.CopyTo(arguments.AsSpan(Parameters.Length));
        program.Evaluate(arguments, results);
    }
}
