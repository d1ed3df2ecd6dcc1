using Isonomia.Simulation.Theory;
using Isonomia.Validation.Climbing;

namespace Isonomia.Validation.Rungs;

/// <summary>Rates and variability of Brunel's network, in mean-field theory and simulated.</summary>
public sealed partial class SiegertRates : Rung
{
    private static readonly Point[] Points =
    [
        new(3, 2, 327.0, null), new(6, 4, 55.84, 0.736), new(5, 2, 37.95, 0.675), new(4.5, 0.9, 6.517, 0.776),
        new(4.5, 2, 56.70, 0.605), new(6, 2, 22.85, 0.764),
    ];

    /// <inheritdoc/>
    public override string Id => "L01";

    /// <inheritdoc/>
    public override string Title => "Integrate-and-fire cells under noise: rates and variability of a sparse network";

    /// <inheritdoc/>
    public override IReadOnlyList<Paper> Papers { get; } =
    [
        new("Brunel 2000", "10.1023/A:1008925309027"), new("Siegert 1951", "10.1103/PhysRev.81.617"),
    ];

    /// <inheritdoc/>
    public override string Method => "Theory: the rates at which 1,000 excitatory and 250 inhibitory inputs a cell, "
        + "and as many from outside, agree with themselves in the diffusion approximation (J 0.1 mV, tau 20 ms, "
        + "threshold 20 mV, reset 10 mV, refractory 2 ms; g is the relative strength of inhibition, eta the outside "
        + "rate over the 10 Hz that reach threshold). Simulated: `brunel2000`, 10,000 excitatory and 2,500 "
        + "inhibitory cells, 0.1 ms steps, the first 0.2 s left out; one network and 0.4 to 2 s in the quick form, "
        + "five networks and 1 to 5 s in the full.";

    /// <inheritdoc/>
    public override IReadOnlyList<RungQuantity> Quantities { get; } =
    [
        .. Points.Select(p => new RungQuantity(
            $"rate in theory at g = {p.G}, eta = {p.Eta}", "Hz", p.Rate, Origin.Calculated,
            "the paper's equations 4.1 to 4.3 solved independently", Criterion.WithinPercent(p.Rate, 0.1),
            "the same equations: four digits are given")),
        .. Points.Where(p => p.Variation is not null).Select(p => new RungQuantity(
            $"CV of intervals in theory at g = {p.G}, eta = {p.Eta}", "1", p.Variation, Origin.Calculated,
            "the paper's appendix A.1 solved independently", Criterion.WithinPercent(p.Variation!.Value, 1),
            "the same equations: three digits are given")),
        .. NetworkQuantities,
    ];

    /// <summary>The network of the paper at one point, as mean-field theory sees it: one population of cells that all
    /// receive the same.</summary>
    internal static MeanFieldCircuit Network(double g, double eta)
    {
        const double Jump = 0.1;
        var cell = new MeanFieldPopulation("cells", new DiffusionLif(0.02, 20, 10, 0.002))
            .WithPoisson(eta * 10 * 1000, Jump);
        return new MeanFieldCircuit([cell], [new(0, 0, 1000, Jump), new(0, 0, 250, -g * Jump)]);
    }

    /// <inheritdoc/>
    protected internal override void Climb(RungRun run)
    {
        foreach (var p in Points)
        {
            var network = Network(p.G, p.Eta);
            var rates = network.Rates();
            run.Found($"rate in theory at g = {p.G}, eta = {p.Eta}", rates[0]);
            if (p.Variation is not null)
                run.Found($"CV of intervals in theory at g = {p.G}, eta = {p.Eta}", network.Variations(rates)[0]);
        }

        ClimbNetworks(run);
    }

    private sealed record Point(double G, double Eta, double Rate, double? Variation);
}
