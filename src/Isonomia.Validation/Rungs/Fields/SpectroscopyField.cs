using Isonomia.Simulation.Fields.Analysis;
using Isonomia.Validation.Climbing;
using Isonomia.Validation.Networks;
using static Isonomia.Validation.Climbing.Criterion;

namespace Isonomia.Validation.Rungs.Fields;

/// <summary>Concentrations of glutamate and GABA set the feedback inhibition that keeps 3 Hz.</summary>
public sealed class SpectroscopyField : Rung
{
    private const string Again = "the equations solved independently, parameters from the published code";

    /// <inheritdoc/>
    public override string Id => "L31";

    /// <inheritdoc/>
    public override string Title => "Glutamate and GABA set the feedback inhibition that keeps 3 Hz";

    /// <inheritdoc/>
    public override IReadOnlyList<Paper> Papers { get; } = [new("Naskar et al. 2021", "10.1162/netn_a_00197")];

    /// <inheritdoc/>
    public override string Method => "The fixed point of a region alone, at the published concentrations and 10 % off them.";

    /// <inheritdoc/>
    public override IReadOnlyList<RungQuantity> Quantities { get; } =
    [
        Value("S_e", "1", 0.1962), Value("S_i", "1", 0.0312), Value("inhibitory rate", "Hz", 6.00, 0.005), Value("J", "1", 1.498),
        Value("J at GABA -10 %", "1", 1.579), Value("J at GABA +10 %", "1", 1.430), Value("J at glutamate -10 %", "1", 1.444),
    ];

    /// <inheritdoc/>
    protected internal override void Climb(RungRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        var point = Point("T_gaba=1.82 mmolar");
        run.Found("S_e", point[0]);
        run.Found("S_i", point[1]);
        run.Found("inhibitory rate", 180 * point[1] / (530 * 1.82 * (1 - point[1])) * 1000);
        run.Found("J", point[2]);
        run.Found("J at GABA -10 %", Point("T_gaba=0.9*1.82 mmolar")[2]);
        run.Found("J at GABA +10 %", Point("T_gaba=1.1*1.82 mmolar")[2]);
        run.Found("J at glutamate -10 %", Point("T_glu=0.9*7.46 mmolar")[2]);
        run.Done(1);
    }

    private static System.Collections.Immutable.ImmutableArray<double> Point(string setting) => FixedPoints.Find(
        new RegionFunctions(LibraryField.Of("naskar2021", setting).Model), [], new StateBox([0, 0, 0], [1, 1, 5]))[0];

    private static RungQuantity Value(string name, string unit, double value, double tolerance = 1e-3) =>
        new(name, unit, value, Origin.Calculated, Again, Within(value, tolerance), "the digits of the reference");
}
