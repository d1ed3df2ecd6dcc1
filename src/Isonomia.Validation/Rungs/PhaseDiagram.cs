using Isonomia.Validation.Climbing;

namespace Isonomia.Validation.Rungs;

/// <summary>The states of Brunel's network over the strengths of inhibition and of input.</summary>
public sealed class PhaseDiagram : Rung
{
    private const string Above = "rate in theory at g = 4 over that at g = 4.5, eta = 2";
    private const string Across = "rate in theory at g = 3 over that at g = 4, eta = 2";
    private const string Balanced = "rate in theory at g = 4, eta = 2";
    private const string Low = "rate in theory at g = 5, eta = 0.5";

    /// <inheritdoc/>
    public override string Id => "L02";

    /// <inheritdoc/>
    public override string Title => "Balance of excitation and inhibition sets the state of a sparse network";

    /// <inheritdoc/>
    public override IReadOnlyList<Paper> Papers { get; } = [new("Brunel 2000", "10.1023/A:1008925309027")];

    /// <inheritdoc/>
    public override string Method =>
        "Theory: mean-field rates of the network of L01 on both sides of g = 4, where inhibition and excitation from "
        + "within are equal.";

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
    }
}
