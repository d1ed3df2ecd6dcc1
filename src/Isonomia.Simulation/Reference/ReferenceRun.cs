using System.Collections.Immutable;
using Isonomia.Modeling.Equations;
using Isonomia.Modeling.Expressions;
using Isonomia.Modeling.Integration;
using Isonomia.Modeling.Models;

namespace Isonomia.Simulation.Reference;

/// <summary>
/// One cell integrated as exactly as double precision allows: adaptive steps, spikes where the threshold is crossed and
/// not on a grid, refractoriness of exactly the time asked for. It is the limit that fixed steps approach. Noise and
/// draws stand at their means. A spike happens when the threshold's condition begins to hold; a condition that goes on
/// holding (a threshold without reset) must first cease.
/// </summary>
public sealed class ReferenceRun
{
    // Where within a step the threshold is looked at besides its end.
    private static readonly double[] Looks = [0.25, 0.5, 0.75, 1];

    private readonly CellModel cell;
    private readonly ReferenceOptions options;
    private readonly CellValues values;
    private readonly EvaluationProgram slopes;
    private readonly EvaluationProgram recorder;
    private readonly EvaluationProgram? threshold;
    private readonly EvaluationProgram? refractory;
    private readonly (int[] Targets, EvaluationProgram Values) reset;
    private readonly bool[] held;
    private readonly (int Place, Func<double, double> Of)[] inputs;
    private readonly DormandPrince solver;
    private readonly int clock;
    private readonly List<double> spikes = [];
    private readonly double[][] traces;
    private readonly double[] inner;
    private readonly double[] sample;
    private int sampled;
    private bool armed;
    private double refractoryEnd = double.PositiveInfinity;

    // The next jump of the inputs: until it is reached they have the values of before.
    private double horizon = double.PositiveInfinity;

    private ReferenceRun(CellModel cell, ReferenceOptions options)
    {
        (this.cell, this.options) = (cell, options);
        values = new CellValues(cell);
        clock = values.Place("t");
        var states = cell.Equations.States.ToArray();
        held = [.. states.Select(s => s.Flags.HasFlag(EquationFlags.UnlessRefractory))];

        // Simplified, as rates of the Hodgkin-Huxley kind may be 0/0 at some voltage as written.
        slopes = values.Program(Simplifier.Simplify([.. states.Select(s => values.Inline(s.Right!))]));
        Recorded = options.Recorded.IsDefaultOrEmpty ? [.. values.States] : options.Recorded;
        recorder = values.Program(Simplifier.Simplify([.. Recorded.Select(values.Read)]));
        threshold = cell.Threshold is { } condition ? values.Program([Crossing.Of(condition)]) : null;
        refractory = cell.Refractory is { } end
            ? values.Program([end.Kind == ValueKind.Boolean ? -Crossing.Of(end) : end])
            : null;
        reset = values.Statements(cell.Reset);
        inputs = [.. options.Inputs.Select(i => (values.Place(i.Key), i.Value))];
        traces = [.. Recorded.Select(_ => new double[options.SampleTimes.Length])];
        (inner, sample) = (new double[states.Length], new double[Recorded.Length]);
        solver = new DormandPrince(Slope, states.Length, options.Tolerance);
    }

    /// <summary>The times of the spikes, in seconds.</summary>
    public IReadOnlyList<double> Spikes => spikes;

    /// <summary>The names of what was recorded.</summary>
    public ImmutableArray<string> Recorded { get; }

    /// <summary>The steps that were taken.</summary>
    public long Steps => solver.Steps;

    private bool ByCondition => cell.Refractory is { Kind: ValueKind.Boolean };

    private bool Refractory
    {
        get;
        set
        {
            field = value;
            values["not_refractory"] = value ? 0 : 1;
        }
    }

    /// <summary>Runs a cell.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="options">How long, with what inputs, recording what.</param>
    /// <exception cref="ArgumentException">A name in the options is no variable of the cell.</exception>
    /// <exception cref="IntegrationException">The solution goes to infinity, or takes too many steps.</exception>
    public static ReferenceRun Of(CellModel cell, ReferenceOptions options)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(options);
        var run = new ReferenceRun(cell, options);
        run.Go();
        return run;
    }

    /// <summary>The values of a recorded variable at the sample times, in SI base units.</summary>
    /// <param name="name">One of <see cref="Recorded"/>.</param>
    public ReadOnlySpan<double> Trace(string name)
    {
        var place = Recorded.IndexOf(name);
        return place >= 0 ? traces[place] : throw new ArgumentException($"'{name}' was not recorded.", nameof(name));
    }

    private void Go()
    {
        values.Initialise(options.Values.SetItem("dt", options.Dt));
        Restart(0);
        armed = Above(threshold) <= 0;
        if (!armed && reset.Targets.Length > 0)
            Spike();
        Sample(0, atStart: true);
        double[] jumps = [.. options.Jumps.Order(), double.PositiveInfinity];
        var jump = 0;
        while (solver.Time < options.Duration)
        {
            while (jumps[jump] <= solver.Time)
                jump++;
            horizon = jumps[jump];
            solver.Step(Math.Min(options.Duration, Math.Min(jumps[jump], refractoryEnd)));
            if (solver.Steps > options.MaximumSteps)
                throw new IntegrationException($"{cell.Name} takes too many steps: {solver.Time:R} s reached");
            if (Event() is { } time)
                Happen(time);
            Sample(solver.Time, atStart: false);
            Load(solver.Time, solver.State);
            if (!armed && !Refractory)
                armed = Above(threshold) <= 0;
            if (solver.Time == refractoryEnd)
                Recover();
            if (solver.Time == horizon)
            {
                horizon = double.PositiveInfinity;
                Restart(solver.Time);
            }
        }
    }

    // Ends the step at the time of an event and lets it happen. The step is taken again, shorter, because its end is
    // more accurate than the dense output; a secant moves it to where the event is then, and not before it.
    private void Happen(double time)
    {
        var program = Refractory ? refractory! : threshold!;
        solver.EndStepAt(time);
        var width = time - solver.StepStart;
        var (here, before) = (Beyond(program, time), Beyond(program, time - (1e-3 * width)));
        var rise = (here - before) / (1e-3 * width);
        if (double.IsFinite(here / rise) && Math.Abs(here / rise) < 1e-3 * width)
            solver.EndStepAt(time -= here / rise);
        for (var push = Math.BitIncrement(time) - time; Beyond(program, time) <= 0 && push < 1e-3 * width; push *= 2)
            solver.EndStepAt(time += push);
        Sample(time, atStart: false, before: true);
        Load(time, solver.State);
        if (Refractory)
            Recover();
        else
            Spike();
    }

    private void Spike()
    {
        var now = values.Row[clock];
        spikes.Add(now);
        values["lastspike"] = now;
        var after = new double[reset.Targets.Length];
        reset.Values.Evaluate(values.Row, after);
        for (var i = 0; i < after.Length; i++)
            values.Row[reset.Targets[i]] = after[i];
        var end = new double[1];
        refractory?.Evaluate(values.Row, end);
        Refractory = ByCondition ? end[0] < 0 : end[0] > 0;
        refractoryEnd = Refractory && !ByCondition ? now + end[0] : double.PositiveInfinity;
        armed = Refractory || Above(threshold) <= 0;
        Restart(now);
    }

    // A condition that holds when refractoriness ends is a spike at once, as it is on a grid.
    private void Recover()
    {
        (Refractory, refractoryEnd) = (false, double.PositiveInfinity);
        if (!ByCondition && Above(threshold) > 0)
            Spike();
        else
            Restart(values.Row[clock]);
        armed = Refractory || Above(threshold) <= 0;
    }

    // The first time in the last step at which what is waited for begins; null where it does not.
    private double? Event()
    {
        var program = Refractory ? ByCondition ? refractory : null : threshold;
        if (program is null || (!Refractory && !armed))
            return null;
        var (from, width) = (solver.StepStart, solver.Time - solver.StepStart);
        foreach (var look in Looks)
        {
            var to = look == 1 ? solver.Time : solver.StepStart + (look * width);
            if (Beyond(program, to) > 0)
                return Root(program, from, to);
            from = to;
        }

        return null;
    }

    // Regula falsi (Illinois), with bisection where it does not serve, on the dense output.
    private double Root(EvaluationProgram program, double from, double to)
    {
        var (low, high) = (Beyond(program, from), Beyond(program, to));
        var precision = 4e-16 * Math.Max(Math.Abs(to), to - solver.StepStart);
        for (var round = 0; round < 200 && to - from > precision; round++)
        {
            var guess = low < 0 && double.IsFinite(high) && round < 60 ? ((from * high) - (to * low)) / (high - low) : 0;
            if (!(guess > from && guess < to))
                guess = from + ((to - from) / 2);
            if (guess <= from || guess >= to)
                break;
            var value = Beyond(program, guess);
            if (value > 0)
                (to, high, low) = (guess, value, round % 3 == 2 ? low / 4 : low / 2);
            else
                (from, low, high) = (guess, value, round % 3 == 2 ? high / 4 : high / 2);
        }

        return to;
    }

    private double Beyond(EvaluationProgram program, double time)
    {
        if (time == solver.Time)
            solver.State.CopyTo(inner);
        else
            solver.At(time, inner);
        Load(time, inner);
        return Above(program);
    }

    private double Above(EvaluationProgram? program)
    {
        if (program is null)
            return -1;
        Span<double> result = stackalloc double[1];
        program.Evaluate(values.Row, result);
        return result[0];
    }

    private void Restart(double time)
    {
        LoadInputs(time);
        solver.Restart(time, values.Row.AsSpan(0, values.States.Length));
    }

    private void Slope(double time, ReadOnlySpan<double> state, Span<double> slope)
    {
        Load(time, state);
        slopes.Evaluate(values.Row, slope);
        for (var i = 0; i < held.Length && Refractory; i++)
            slope[i] = held[i] ? 0 : slope[i];
    }

    private void Load(double time, ReadOnlySpan<double> state)
    {
        state.CopyTo(values.Row);
        LoadInputs(time);
    }

    private void LoadInputs(double time)
    {
        values.Row[clock] = time;
        foreach (var (place, of) in inputs)
            values.Row[place] = of(time < horizon ? time : Math.BitDecrement(horizon));
    }

    // Records what lies between the last step's start and a time; a sample at a spike sees the state behind it.
    private void Sample(double until, bool atStart, bool before = false)
    {
        while (sampled < options.SampleTimes.Length && (before
            ? options.SampleTimes[sampled] < until
            : options.SampleTimes[sampled] <= until))
        {
            if (!atStart)
            {
                solver.At(Math.Max(options.SampleTimes[sampled], solver.StepStart), inner);
                Load(options.SampleTimes[sampled], inner);
            }

            recorder.Evaluate(values.Row, sample);
            for (var i = 0; i < sample.Length; i++)
                traces[i][sampled] = sample[i];
            sampled++;
        }
    }
}
