using Isonomia.Validation.Climbing;
using Isonomia.Validation.Networks;

namespace Isonomia.Validation.Rungs;

/// <summary>The states of Brunel's network over the strengths of inhibition and of input.</summary>
public sealed class PhaseDiagram : Rung
{
    private const string Above = "rate in theory at g = 4 over that at g = 4.5, eta = 2";
    private const string Across = "rate in theory at g = 3 over that at g = 4, eta = 2";
    private const string Balanced = "rate in theory at g = 4, eta = 2";
    private const string Regular = "CV of intervals at g = 3, eta = 2";
    private const string Irregular = "least CV of intervals at (6, 4), (5, 2) and (4.5, 0.9)";
    private const string Synchrony = "modulation of the population's rate at (5, 2) over the least at the other three";
    private const string Low = "rate in theory at g = 5, eta = 0.5";

    /// <inheritdoc/>
    public override string Id => "L02";

    /// <inheritdoc/>
    public override string Title => "Balance of excitation and inhibition sets the state of a sparse network";

    /// <inheritdoc/>
    public override IReadOnlyList<Paper> Papers { get; } = [new("Brunel 2000", "10.1023/A:1008925309027")];

    /// <inheritdoc/>
    public override string Method =>
        "Theory: mean-field rates of the network of L01 on both sides of g = 4, where inhibition and excitation "
        + "from within are equal. Simulated: the network of L01 at the paper's four points of figure 8, 0.5 s at g "
        + "= 3 and 1.2 s elsewhere; how deeply the population's rate is modulated beyond chance in bins of 1 ms, "
        + "and the CV of intervals.";

    /// <inheritdoc/>
    public override IReadOnlyList<RungQuantity> Quantities { get; } =
    [
        new(Balanced, "Hz", 105, Origin.Calculated, "the paper's equations solved independently",
            Criterion.WithinPercent(105, 1), "three digits are given"),
        new(Across, "1", 3.11, Origin.Calculated, "327 Hz over 105 Hz", Criterion.AtLeast(3),
            "where inhibition no longer balances excitation rates jump by more than three times"),
        new(Above, "1", 1.85, Origin.Calculated, "105 Hz over 56.7 Hz", Criterion.Between(1, 3),
            "above g = 4 rates fall smoothly"),
        new(Low, "Hz", null, Origin.Seen, "the paper's figure 2: low or no activity below threshold",
            Criterion.AtMost(1), "input of half of what reaches threshold keeps a balanced network all but silent"),
        new(Regular, "1", null, Origin.Seen, "the paper's figure 8A: synchronous regular", Criterion.AtMost(0.2),
            "regular: far below the 1 of a Poisson process"),
        new(Irregular, "1", null, Origin.Seen, "the paper's figure 8B to D: irregular", Criterion.AtLeast(0.4),
            "irregular: the least of three, far above the regular state's"),
        new(Synchrony, "1", null, Origin.Seen, "the paper's figure 8: C alone is asynchronous", Criterion.AtMost(0.8),
            "the asynchronous state is modulated least of the four; finite networks keep some of it"),
    ];

    /// <inheritdoc/>
    protected internal override void Climb(RungRun run)
    {
        double Rate(double g, double eta) => SiegertRates.Network(g, eta).Rates()[0];
        var (excited, balanced, inhibited) = (Rate(3, 2), Rate(4, 2), Rate(4.5, 2));
        run.Found(Balanced, balanced);
        run.Found(Across, excited / balanced);
        run.Found(Above, balanced / inhibited);
        run.Found(Low, Rate(5, 0.5));

        var regular = BrunelNetwork.Run(run, 3, 2, 0, 0.5, 0, 0.25);
        var fast = BrunelNetwork.Run(run, 6, 4, 0, 1.2, 0.25, 0.5);
        var asynchronous = BrunelNetwork.Run(run, 5, 2, 0, 1.2, 0.5, 0.75);
        var slow = BrunelNetwork.Run(run, 4.5, 0.9, 0, 1.2, 0.75, 1);
        static double Variation(SpikeRecord spikes) => spikes.Variations(4).Average();
        run.Found(Regular, Variation(regular));
        run.Found(Irregular, new[] { fast, asynchronous, slow }.Min(Variation));
        const double Bin = 0.001;
        run.Found(
            Synchrony, asynchronous.Modulation(Bin) / new[] { regular, fast, slow }.Min(s => s.Modulation(Bin)));
    }
}
