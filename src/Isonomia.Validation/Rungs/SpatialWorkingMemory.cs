using Isonomia.Measurement.Biomarkers.Spikes;
using Isonomia.Simulation.Compilation;
using Isonomia.Validation.Climbing;
using Isonomia.Validation.Networks;

namespace Isonomia.Validation.Rungs;

/// <summary>A bump of activity that remembers a direction grows broader where inhibitory cells are excited
/// less.</summary>
public sealed class SpatialWorkingMemory : Rung
{
    private const string Source = "the published parameters, simulated independently (25 trials)";
    private const string BaselineE = "rate of excitatory cells before the cue";
    private const string BaselineI = "rate of inhibitory cells before the cue";
    private const string Peak = "peak of the bump, control";
    private const string Broader = "width of the bump, NMDA of inhibitory cells at 0.98 over control";
    private const string Lost = "trials in which memory is lost, NMDA between excitatory cells at 0.98";
    private const string Restored = "trials in which memory is kept, both at 0.98";
    private const double CueEnd = 1.25;

    private static readonly (double Strength, double Width, double Percent)[] Widths =
        [(1, 56.4, 10), (0.99, 72.9, 10), (0.98, 93.4, 10), (0.97, 118.8, 10)];

    /// <inheritdoc/>
    public override string Id => "L22";

    /// <inheritdoc/>
    public override string Title => "Spatial working memory: disinhibition broadens what is remembered";

    /// <inheritdoc/>
    public override IReadOnlyList<Paper> Papers { get; } =
    [
        new("Compte et al. 2000", "10.1093/cercor/10.9.910"), new("Murray et al. 2014", "10.1093/cercor/bhs370"),
    ];

    /// <inheritdoc/>
    public override string Method => "`murray2014`: 2,048 excitatory and 512 inhibitory cells on a ring, 0.05 ms "
        + "steps, a cue of 250 ms. The bump is that of the last second of the delay in bins of 5.6°, centred by its "
        + "population vector; its width is that at half of its peak, and memory is kept where its peak is above 20 "
        + "Hz. One trial of 1.5 s of delay at 1 and 0.98 in the quick form; 5 trials of 3 s at each strength in the "
        + "full.";

    /// <inheritdoc/>
    public override IReadOnlyList<RungQuantity> Quantities { get; } =
    [
        new(BaselineE, "Hz", 1.08, Origin.Calculated, Source, Criterion.WithinPercent(1.08, 10),
            "low rates over 0.6 s"),
        new(BaselineI, "Hz", 6.56, Origin.Calculated, Source, Criterion.WithinPercent(6.56, 5), "asked of the network"),
        new(Peak, "Hz", 47.7, Origin.Calculated, Source, Criterion.WithinPercent(47.7, 10),
            "bins of 32 cells over 1 s"),
        .. Widths.Select(w => new RungQuantity(
            WidthName(w.Strength), "°", w.Width, Origin.Calculated, Source, Criterion.WithinPercent(w.Width, w.Percent),
            "a single trial scatters by 4°, and how widths are read differs by a bin")
        {
            FullOnly = w.Strength is not (1 or 0.98),
            AcceptedQuickly = Criterion.WithinPercent(w.Width, 25),
        }),
        new(Broader, "1", null, Origin.Seen, "abstract: disinhibition broadens the bump", Criterion.AtLeast(1.2),
            "independently computed: 1.66"),
        new(Lost, "1", 1, Origin.Calculated, Source + ": 10 of 10", Criterion.AtLeast(0.8), "five trials")
        { FullOnly = true },
        new(Restored, "1", 1, Origin.Calculated, Source + ": 10 of 10", Criterion.AtLeast(0.8), "five trials")
        { FullOnly = true },
    ];

    /// <inheritdoc/>
    protected internal override void Climb(RungRun run)
    {
        (double EE, double EI)[] conditions = run.Full
            ? [(1, 1), (1, 0.99), (1, 0.98), (1, 0.97), (0.98, 1), (0.98, 0.98)]
            : [(1, 1), (1, 0.98)];
        var (trials, delay) = run.Full ? (5, 3.0) : (1, 1.5);
        var found = new Bump[conditions.Length * trials];
        var done = 0;
        Parallel.For(0, found.Length, run.Parallel, i =>
        {
            found[i] = Remember(conditions[i / trials], delay, run, i % trials);
            run.Done((double)Interlocked.Increment(ref done) / found.Length);
        });

        Bump[] Of(double ee, double ei)
        {
            var c = Array.IndexOf(conditions, (ee, ei));
            return found[(c * trials)..((c + 1) * trials)];
        }

        double Width(double ei) => Of(1, ei).Average(b => b.Width);
        run.Found(BaselineE, [.. Of(1, 1).Select(b => b.BaselineE)]);
        run.Found(BaselineI, [.. Of(1, 1).Select(b => b.BaselineI)]);
        run.Found(Peak, [.. Of(1, 1).Select(b => b.Peak)]);
        foreach (var (strength, _, _) in Widths.Where(w => run.Full || w.Strength is 1 or 0.98))
            run.Found(WidthName(strength), [.. Of(1, strength).Select(b => b.Width)]);
        run.Found(Broader, new Finding(Width(0.98) / Width(1), null, trials));
        if (!run.Full)
            return;
        run.Found(Lost, new Finding(Of(0.98, 1).Count(b => b.Peak < 20) / (double)trials, null, trials));
        run.Found(Restored, new Finding(Of(0.98, 0.98).Count(b => b.Peak >= 20) / (double)trials, null, trials));
    }

    private static string WidthName(double strength) => $"width of the bump, NMDA of inhibitory cells at {strength}";

    private static Bump Remember((double EE, double EI) strengths, double delay, RungRun run, int trial)
    {
        var circuit = LibraryCircuit.Named(
            "murray2014", ("parameters.EE", $"{strengths.EE}"), ("parameters.EI", $"{strengths.EI}"));
        var result = LibraryCircuit.RunSmall(
            circuit, run.Seed + trial, run, CueEnd + delay, precision: Precision.Single);
        var excitatory = result.Populations.Single(p => p.Name == "E");
        var bump = ActivityBump.Of(
            excitatory.SpikeTimes.ToArray(), excitatory.SpikeCells.ToArray(), excitatory.Size, result.Duration - 1,
            result.Duration);

        SpikeRecord Before(string name) => SpikeRecord.Of(result, 0.4, name) with { To = 1 };
        return new Bump(Before("E").Rate, Before("I").Rate, bump.Peak, bump.Width);
    }

    private sealed record Bump(double BaselineE, double BaselineI, double Peak, double Width);
}
