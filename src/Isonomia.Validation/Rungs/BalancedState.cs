using Isonomia.Numerics.Fitting;
using Isonomia.Simulation.Theory;
using Isonomia.Validation.Climbing;

namespace Isonomia.Validation.Rungs;

/// <summary>Strong synapses, of strength 1/sqrt(K): rates follow from the balance of inputs alone, and come the closer
/// to it the more connections there are.</summary>
public sealed partial class BalancedState : Rung
{
    private const string SlopeE = "slope of log |rate of E − balance| over log K, in theory";
    private const string SlopeI = "slope of log |rate of I − balance| over log K, in theory";
    private const string VariationE = "CV of intervals of E, in theory";
    private const string VariationI = "CV of intervals of I, in theory";
    private const double Outside = 10, Threshold = 20;

    // Magnitudes of weights in units of threshold over sqrt(K).
    private static readonly BalanceEquations Equations =
        new(EE: 0.5, EI: 2, IE: 1, II: 1.5, ExternalE: 1, ExternalI: 0.5);

    /// <inheritdoc/>
    public override string Id => "L03";

    /// <inheritdoc/>
    public override string Title => "The balanced state: strong inputs cancel, whatever their number";

    /// <inheritdoc/>
    public override IReadOnlyList<Paper> Papers { get; } =
    [
        new("van Vreeswijk & Sompolinsky 1996", "10.1126/science.274.5293.1724"),
        new("van Vreeswijk & Sompolinsky 1998", "10.1162/089976698300017214"),
    ];

    /// <inheritdoc/>
    public override string Method => "Integrate-and-fire cells (tau 20 ms, threshold 20 mV, reset 0, refractory 2 "
        + "ms) with K inputs from each population and K from outside at 10 Hz; each spike moves V by 20 mV/sqrt(K) "
        + "times 0.5 (E to E), −2 (I to E), 1 (E to I), −1.5 (I to I), 1 (outside to E) and 0.5 (outside to I). The "
        + "papers fix no weights for such cells; these satisfy their inequalities. Theory: mean-field rates at K "
        + "from 4,000 to 256,000, intervals at 4,000. Simulated: `van-vreeswijk-sompolinsky1996`, K 400, 800 and "
        + "1,600; 4,000 cells in each population and 1.2 s in the quick form, 10,000 and 10 s in the full, where "
        + "correlations are those of counts in 20 ms at K = 100 and 2,500 to 20,000 cells. The first 0.2 s are left "
        + "out.";

    /// <inheritdoc/>
    public override IReadOnlyList<RungQuantity> Quantities { get; } =
    [
        new(SlopeE, "1", -0.5, Origin.Analytic, "the balance equations' next order is 1/sqrt(K)",
            Criterion.Within(-0.5, 0.05), "terms of order 1/K are still felt"),
        new(SlopeI, "1", -0.5, Origin.Analytic, "the balance equations' next order is 1/sqrt(K)",
            Criterion.Within(-0.5, 0.05), "terms of order 1/K are still felt"),
        new(VariationE, "1", 1, Origin.Analytic, "irregular as a Poisson process", Criterion.Within(1, 0.15),
            "the limit fixes rates; variability depends on threshold and reset, and is near 1"),
        new(VariationI, "1", 1, Origin.Analytic, "irregular as a Poisson process", Criterion.Within(1, 0.15),
            "the limit fixes rates; variability depends on threshold and reset, and is near 1"),
        .. NetworkQuantities,
    ];

    /// <inheritdoc/>
    protected internal override void Climb(RungRun run)
    {
        double[] degrees = [4000, 8000, 16_000, 32_000, 64_000, 128_000, 256_000];
        var (balancedE, balancedI) = (Equations.Rates.E * Outside, Equations.Rates.I * Outside);
        var rates = degrees.Select(k => Network(k).Rates()).ToArray();
        double Slope(int population, double balanced) => LeastSquares.Line(
            [.. degrees.Select(Math.Log10)],
            [.. rates.Select(r => Math.Log10(Math.Abs(r[population] - balanced)))]).Slope;
        run.Found(SlopeE, Slope(0, balancedE));
        run.Found(SlopeI, Slope(1, balancedI));
        var variations = Network(degrees[0]).Variations(rates[0]);
        run.Found(VariationE, variations[0]);
        run.Found(VariationI, variations[1]);
        ClimbNetworks(run);
    }

    private static MeanFieldCircuit Network(double degree)
    {
        var unit = Threshold / Math.Sqrt(degree);
        var cell = new DiffusionLif(0.02, Threshold, 0, 0.002);
        return new MeanFieldCircuit(
        [
            new MeanFieldPopulation("E", cell).WithPoisson(degree * Outside, Equations.ExternalE * unit),
            new MeanFieldPopulation("I", cell).WithPoisson(degree * Outside, Equations.ExternalI * unit),
        ],
        [
            new(0, 0, degree, Equations.EE * unit), new(1, 0, degree, -Equations.EI * unit),
            new(0, 1, degree, Equations.IE * unit), new(1, 1, degree, -Equations.II * unit),
        ]);
    }
}
