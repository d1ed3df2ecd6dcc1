using Isonomia.Measurement.Biomarkers.Criticality;
using Isonomia.Numerics.Random;
using Isonomia.Validation.Climbing;

namespace Isonomia.Validation.Rungs;

/// <summary>How close to critical a network is can be told from one cell in a hundred, by regression over many steps;
/// not by regression over one.</summary>
public sealed class SubsampledBranching : Rung
{
    private const double StepMs = 4, Sampled = 0.01, Activity = 100;

    // m, how long activity lasts (ms), steps of regression, bins of the full form.
    private static readonly Process[] Processes =
    [
        new(.90, 38.0, 40, 4_000_000), new(.94, 64.6, 60, 4_000_000), new(.98, 198.0, 150, 2_000_000),
        new(.991, 442.4, 300, 2_000_000),
    ];

    /// <inheritdoc/>
    public override string Id => "L13";

    /// <inheritdoc/>
    public override string Title => "The branching parameter from one per cent of a network";

    /// <inheritdoc/>
    public override IReadOnlyList<Paper> Papers { get; } =
        [new("Wilting & Priesemann 2018", "10.1038/s41467-018-04725-4")];

    /// <inheritdoc/>
    public override string Method => "A branching process, A(t+1) = Poisson(m A(t) + h) with a mean of 100 active a "
        + "step of 4 ms, of which each is seen with probability 0.01; 2 to 4 million steps in the full form, half "
        + "of that in the quick. Multistep regression over 2.7 to 4.2 times its time constant; 16 seeds and 2.";

    /// <inheritdoc/>
    public override IReadOnlyList<RungQuantity> Quantities { get; } =
    [
        .. Processes.SelectMany(p => new[]
        {
            new RungQuantity(
                TauName(p.M), "ms", p.TauMs, Origin.Calculated, "−4 ms/ln m", Criterion.WithinPercent(p.TauMs, 10),
                "half of what 0.005 of m is at 0.98"),
            new RungQuantity(
                FoundName(p.M), "1", p.M, Origin.Analytic, "what the process was made with",
                Criterion.Within(p.M, 0.005), "asked of the estimator at one per cent"),
            new RungQuantity(
                SingleName(p.M), "1", null, Origin.Analytic, "the paper's equation for subsampled slopes",
                Criterion.AtMost(p.M / 2), "less than half of m: what one step alone makes of a small sample"),
        }),
    ];

    /// <inheritdoc/>
    protected internal override void Climb(RungRun run)
    {
        var (seeds, shorter) = run.Full ? (16, 1) : (2, 2);
        var found = Processes.Select(_ => new BranchingEstimate[seeds]).ToArray();
        var single = Processes.Select(_ => new double[seeds]).ToArray();
        var done = 0;
        Parallel.For(0, Processes.Length * seeds, run.Parallel, i =>
        {
            var (which, seed) = (i / seeds, i % seeds);
            var process = Processes[which];
            var seen = Observed(process, process.Bins / shorter, run.Seed, i);
            var slopes = MultistepRegression.Slopes([seen], process.Steps);
            found[which][seed] = MultistepRegression.Fit(slopes);
            single[which][seed] = slopes[0];
            run.Done((double)Interlocked.Increment(ref done) / (Processes.Length * seeds));
        });
        for (var p = 0; p < Processes.Length; p++)
        {
            var m = Processes[p].M;
            run.Found(TauName(m), [.. found[p].Select(f => f.TauSteps * StepMs)]);
            run.Found(FoundName(m), [.. found[p].Select(f => f.M)]);
            run.Found(SingleName(m), single[p]);
        }
    }

    private static string TauName(double m) => $"time constant by regression over many steps, true m = {m}";

    private static string FoundName(double m) => $"m by regression over many steps, true m = {m}";

    private static string SingleName(double m) => $"m by regression over one step, true m = {m}";

    private static double[] Observed(Process process, int bins, long seed, int entity)
    {
        var births = new RandomStream(seed, "branching", entity);
        var sampling = new RandomStream(seed, "sampling", entity);
        var seen = new double[bins];
        var (active, outside) = ((long)Activity, Activity * (1 - process.M));
        for (var t = 0; t < seen.Length; t++)
        {
            active = births.Poisson(process.M * active + outside);
            seen[t] = sampling.Binomial(active, Sampled);
        }

        return seen;
    }

    private sealed record Process(double M, double TauMs, int Steps, int Bins);
}
