using Isonomia.Simulation.Compilation;
using Isonomia.Simulation.Results;
using Isonomia.Validation.Climbing;
using Isonomia.Validation.Networks;

namespace Isonomia.Validation.Rungs;

/// <summary>A decision circuit decides worse with too much and with too little excitation: hastily with the one,
/// hesitantly with the other.</summary>
public sealed class PerceptualDecision : Rung
{
    private const string Source = "the authors' parameters, simulated independently (60 trials a point)";
    private const string Hasty = "mean time at 12.8 %, undecided ones 2 s, elevated over control";
    private const string Hesitant = "mean time at 12.8 %, undecided ones 2 s, lowered over control";
    private const string WorseElevated = "share of correct decisions at 6.4 to 25.6 %, control less elevated";
    private const string WorseLowered = "share of correct decisions at 6.4 to 25.6 %, control less lowered";
    private const string Slower = "Rates before the stimulus are 6 to 12 % below those of the independent simulation, "
        + "and decisions a fifth slower. Neither the method (the engine's own, Euler's, Runge and Kutta's of second "
        + "order) nor the precision moves the inhibitory rate by more than 1 %; steps of 0.01 ms raise it by 2 %. The "
        + "rest is not explained. All directions are as published";

    private const double Onset = 1, Threshold = 15, Filter = 0.02;

    private static readonly Condition[] Conditions =
    [
        new("control", "wang2002:lam2022", 1.35, 6.36, 927),
        new("elevated", "wang2002:lam2022-elevated", 1.80, 7.05, 437),
        new("lowered", "wang2002:lam2022-lowered", 1.16, 6.02, 1406),
    ];

    /// <inheritdoc/>
    public override string Id => "L20";

    /// <inheritdoc/>
    public override string Title => "Perceptual decisions under raised and lowered excitation over inhibition";

    /// <inheritdoc/>
    public override IReadOnlyList<Paper> Papers { get; } =
    [
        new("Wang 2002", "10.1016/S0896-6273(02)01092-9"), new("Lam et al. 2022", "10.1523/JNEUROSCI.1371-21.2021"),
    ];

    /// <inheritdoc/>
    public override string Method => "`wang2002:lam2022` and its variants with NMDA of inhibitory cells at 0.97 "
        + "(elevated) and between excitatory cells at 0.98 (lowered); 2,000 cells, 0.05 ms steps. A trial decides "
        + "when a group's rate, filtered with 20 ms, first passes 15 Hz; undecided ones count as half right. "
        + "Baseline is 0.4 to 1 s, before the stimulus. 4 trials at 12.8 % in the quick form; "
        + "24 at 6.4, 12.8 and 25.6 % in the full.";

    /// <inheritdoc/>
    public override IReadOnlyList<RungQuantity> Quantities { get; } =
    [
        .. Conditions.SelectMany(c => new[]
        {
            new RungQuantity(ExcitatoryName(c), "Hz", c.RateE, Origin.Calculated, Source,
                Criterion.WithinPercent(c.RateE, 12),
                "activity wanders: by a tenth from second to second within a trial") { Tried = Slower },
            new RungQuantity(InhibitoryName(c), "Hz", c.RateI, Origin.Calculated, Source,
                Criterion.WithinPercent(c.RateI, 8),
                "activity wanders: by 4 % from second to second within a trial") { Tried = Slower },
            new RungQuantity(TimeName(c), "ms", c.Time, Origin.Calculated, Source,
                Criterion.WithinPercent(c.Time, 20), "decision times scatter by half of their mean between trials")
            {
                AcceptedQuickly = Criterion.WithinPercent(c.Time, 50),
                Tried = Slower,
            },
        }),
        new(Hasty, "1", null, Origin.Seen, "abstract: elevated is impulsive", Criterion.AtMost(0.75),
            "independently computed: 437 over 927 ms"),
        new(Hesitant, "1", null, Origin.Seen, "abstract: lowered is indecisive", Criterion.AtLeast(1.1),
            "independently computed: 1406 over 927 ms"),
        new(WorseElevated, "1", null, Origin.Seen, "abstract: both impair", Criterion.AtLeast(0.05),
            "independently computed: 0.17") { FullOnly = true },
        new(WorseLowered, "1", null, Origin.Seen, "abstract: both impair", Criterion.AtLeast(0.05),
            "independently computed: 0.15") { FullOnly = true },
    ];

    /// <inheritdoc/>
    protected internal override void Climb(RungRun run)
    {
        double[] coherences = run.Full ? [0.064, 0.128, 0.256] : [0.128];
        var trials = run.Full ? 24 : 4;
        var perCondition = coherences.Length * trials;
        var found = new Trial[Conditions.Length * perCondition];
        var done = 0;
        Parallel.For(0, found.Length, run.Parallel, i =>
        {
            var condition = Conditions[i / perCondition];
            found[i] = Decide(condition, coherences[i % perCondition / trials], run, i % trials);
            run.Done((double)Interlocked.Increment(ref done) / found.Length);
        });

        Trial[] Of(int condition) => found[(condition * perCondition)..((condition + 1) * perCondition)];
        Trial[] Middle(int condition) => [.. Of(condition).Where(t => t.Coherence == 0.128)];
        double Time(int condition) => Middle(condition).Average(t => t.Milliseconds);
        for (var c = 0; c < Conditions.Length; c++)
        {
            run.Found(ExcitatoryName(Conditions[c]), [.. Of(c).Select(t => t.BaselineE)]);
            run.Found(InhibitoryName(Conditions[c]), [.. Of(c).Select(t => t.BaselineI)]);
            double[] decided = [.. Middle(c).Where(t => t.Right != 0.5).Select(t => t.Milliseconds)];
            if (decided.Length > 0)
                run.Found(TimeName(Conditions[c]), decided);
            else
                run.NotRun(TimeName(Conditions[c]), "no trial decided");
        }

        run.Found(Hasty, new Finding(Time(1) / Time(0), null, trials));
        run.Found(Hesitant, new Finding(Time(2) / Time(0), null, trials));
        if (!run.Full)
            return;
        double Right(int condition) => Of(condition).Average(t => t.Right);
        run.Found(WorseElevated, new Finding(Right(0) - Right(1), null, perCondition));
        run.Found(WorseLowered, new Finding(Right(0) - Right(2), null, perCondition));
    }

    private static string ExcitatoryName(Condition c) => $"{c.Name}: rate of excitatory cells before the stimulus";

    private static string InhibitoryName(Condition c) => $"{c.Name}: rate of inhibitory cells before the stimulus";

    private static string TimeName(Condition c) => $"{c.Name}: mean decision time at 12.8 % where decided";

    private static Trial Decide(Condition condition, double coherence, RungRun run, int trial)
    {
        var circuit = LibraryCircuit.Named(condition.Circuit, ("parameters.coherence", $"{coherence}"));
        var result = LibraryCircuit.RunSmall(
            circuit, run.Seed + trial, run, Onset + 2, precision: Precision.Single);
        SpikeRecord Baseline(params string[] names) => SpikeRecord.Of(result, 0.4, names) with { To = Onset };
        var (first, second) = (Passing(result, "E1"), Passing(result, "E2"));
        var right = double.IsInfinity(first) && double.IsInfinity(second) ? 0.5 : first < second ? 1 : 0;
        var time = Math.Min(Math.Min(first, second) - Onset, 2) * 1000;
        return new Trial(coherence, Baseline("E1", "E2", "E0").Rate, Baseline("I").Rate, right, time);
    }

    // When the rate of a group, filtered exponentially, first passes the threshold; infinity where it never does.
    private static double Passing(RunResult result, string name)
    {
        const double Bin = 0.001;
        var group = SpikeRecord.Of(result, 0, name);
        var counts = group.Counts(Bin);
        var rate = 0.0;
        for (var t = 0; t < counts.Length; t++)
        {
            var now = counts[t] / (group.Populations[0].Size * Bin);
            rate += (now - rate) * Bin / Filter;
            if (t * Bin >= Onset && rate > Threshold)
                return (t + 1) * Bin;
        }

        return double.PositiveInfinity;
    }

    private sealed record Condition(string Name, string Circuit, double RateE, double RateI, double Time);

    private sealed record Trial(
        double Coherence, double BaselineE, double BaselineI, double Right, double Milliseconds);
}
