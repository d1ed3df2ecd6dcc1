using System.Collections.Immutable;
using Isonomia.Modeling.Expressions;
using Isonomia.Modeling.Fields;

namespace Isonomia.Simulation.Fields.Analysis;

/// <summary>
/// A field as a function from parameters to its resting state, its stability and its spectrum, for inference: to be
/// called over and over, without allocating. The resting state is the stable fixed point nearest to the way from the
/// last one, or from the field's initial values; without a stable one there is no spectrum. One instance serves one
/// thread at a time; <see cref="Copy"/> makes another cheaply.
/// </summary>
public sealed class FieldSpectra
{
    private readonly RegionFunctions functions;
    private readonly SteadyState search;
    private readonly UnstableRoots unstable;
    private readonly LinearSpectrum spectrum;
    private readonly LinearField linear;
    private readonly LinearField mode;
    private readonly ModeSpectrum modes;
    private readonly (int Square, int Count)[] squares;
    private readonly EvaluationProgram? sheet;
    private readonly double[] given;
    private readonly double[] states;
    private readonly double[] scales;
    private readonly ImmutableArray<double> start;

    /// <summary>Prepares a field.</summary>
    /// <param name="model">The field; it observes something by its output.</param>
    /// <param name="parameters">The parameters whose values will be given; the others have the model's.</param>
    /// <exception cref="FieldAnalysisException">The field has no output, or cannot be analysed.</exception>
    public FieldSpectra(FieldModel model, params IReadOnlyList<string> parameters)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(parameters);
        if (model.Output is null)
            throw new FieldAnalysisException($"'{model.Name}' has no output; say what is observed, as in 'output: E'");
        string[] names = [.. parameters];
        if (model.Modes is { } spatial)
        {
            if (!names.Contains(spatial.Parameter))
                names = [.. names, spatial.Parameter];
            sheet = SymbolicRegion.OfParameters(model, names, spatial.Side, spatial.Weight);
        }

        Parameters = [.. parameters];
        functions = new RegionFunctions(model, names);
        squares = model.Modes is null ? [(0, 1)] : [.. model.Modes.Squares()];
        (start, scales) = Scales();
        (search, unstable) = (new SteadyState(functions), new UnstableRoots(functions.States.Length));
        spectrum = new LinearSpectrum(functions.States.Length);
        given = [.. functions.Defaults];
        states = [.. start];
        linear = functions.Linearise(given, states);
        mode = functions.Linearise(given, states);
        modes = new ModeSpectrum(states.Length, squares.Length);
    }

    private FieldSpectra(FieldSpectra same)
    {
        (Parameters, squares, start) = (same.Parameters, same.squares, same.start);
        functions = same.functions.Copy();
        if (functions.Model.Modes is { } spatial)
            sheet = SymbolicRegion.OfParameters(functions.Model, functions.Parameters, spatial.Side, spatial.Weight);
        scales = [.. same.scales];
        (search, unstable) = (new SteadyState(functions), new UnstableRoots(functions.States.Length));
        spectrum = new LinearSpectrum(functions.States.Length);
        given = [.. functions.Defaults];
        states = [.. start];
        linear = functions.Linearise(given, states);
        mode = functions.Linearise(given, states);
        modes = new ModeSpectrum(states.Length, squares.Length);
    }

    /// <summary>The field.</summary>
    public FieldModel Model => functions.Model;

    /// <summary>The parameters whose values are given, in the order in which they are.</summary>
    public ImmutableArray<string> Parameters { get; }

    /// <summary>The model's own values of the parameters, in SI base units.</summary>
    public ReadOnlySpan<double> Defaults => functions.Defaults.AsSpan(0, Parameters.Length);

    /// <summary>The resting state that was found last.</summary>
    public ReadOnlySpan<double> States => states;

    /// <summary>The field near the resting state that was found last, in its uniform mode.</summary>
    public LinearField Linear => linear;

    /// <summary>Another instance for another thread.</summary>
    public FieldSpectra Copy() => new(this);

    /// <summary>Finds the resting state.</summary>
    /// <param name="parameters">The parameters' values in SI base units.</param>
    /// <returns>
    /// Whether there is a stable one: Newton's method is begun at the initial values, then where the field rested last.
    /// </returns>
    public bool Settle(ReadOnlySpan<double> parameters)
    {
        if (parameters.Length != Parameters.Length)
            throw new ArgumentException($"{parameters.Length} values, where {Parameters.Length} belong.");
        parameters.CopyTo(given);
        Span<double> last = stackalloc double[Math.Min(states.Length, 256)];
        if (states.Length > last.Length)
            last = new double[states.Length];
        states.CopyTo(last);
        start.CopyTo(states);
        if (Rests())
            return true;
        last.CopyTo(states);
        if (Rests())
            return true;
        start.CopyTo(states);
        return false;
    }

    /// <summary>The one-sided density of what is observed, in its squared SI unit per hertz.</summary>
    /// <param name="parameters">The parameters' values in SI base units.</param>
    /// <param name="frequencies">The frequencies in hertz.</param>
    /// <param name="density">Receives the density.</param>
    /// <returns>Whether there is a stable resting state; if not, nothing is received.</returns>
    public bool Density(ReadOnlySpan<double> parameters, ReadOnlySpan<double> frequencies, Span<double> density)
    {
        if (!Settle(parameters))
            return false;
        density.Clear();
        if (sheet is null)
        {
            spectrum.Add(linear, frequencies, 1, density);
            return true;
        }

        var over = functions.Parameters.IndexOf(functions.Model.Modes!.Parameter);
        var uniform = given[over];
        Span<double> sideAndWeight = stackalloc double[2];
        sheet.Evaluate(given, sideAndWeight);
        var unit = 2 * Math.PI / sideAndWeight[0];
        modes.Clear();
        var isShared = true;
        foreach (var (square, count) in squares)
        {
            given[over] = uniform + (unit * unit * square);
            sheet.Evaluate(given, sideAndWeight);
            functions.Linearise(given, states, mode);
            isShared = isShared && modes.Take(linear, mode, count * sideAndWeight[1]);
        }

        if (isShared)
            modes.Add(linear, frequencies, density);
        else
            AddEach(frequencies, density, over, uniform, unit);
        given[over] = uniform;
        return true;
    }

    // Mode by mode, where they differ in more than a row.
    private void AddEach(
        ReadOnlySpan<double> frequencies, Span<double> density, int over, double uniform, double unit)
    {
        Span<double> sideAndWeight = stackalloc double[2];
        foreach (var (square, count) in squares)
        {
            given[over] = uniform + (unit * unit * square);
            sheet!.Evaluate(given, sideAndWeight);
            functions.Linearise(given, states, mode);
            spectrum.Add(mode, frequencies, count * sideAndWeight[1], density);
        }
    }

    /// <summary>The stability of the resting state that was found last, in its uniform mode.</summary>
    public Stability Stability() => Analysis.Stability.Of(linear);

    private bool Rests()
    {
        if (!search.Find(given, states, scales))
            return false;
        functions.Linearise(given, states, linear);
        return unstable.Count(linear) == 0;
    }

    // The first resting state, under the model's own parameters, tells how large the states are.
    private (ImmutableArray<double> Start, double[] Scales) Scales()
    {
        var box = StateBox.Around(functions, functions.Defaults.AsSpan());
        return (functions.Initial, [.. box.Widths]);
    }
}
