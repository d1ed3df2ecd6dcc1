using System.Globalization;
using Isonomia.Simulation.Fields.Analysis;
using Isonomia.Validation.Climbing;
using Isonomia.Validation.Networks;
using static Isonomia.Validation.Climbing.Criterion;

namespace Isonomia.Validation.Rungs.Fields;

/// <summary>Feedback inhibition that grows with what a region receives keeps its rate at 3 Hz.</summary>
public sealed class FeedbackInhibition : Rung
{
    private const string Again = "the equations solved independently, parameters from the authors' code";
    private static readonly StateBox box = new([0, 0], [1, 1]);

    /// <inheritdoc/>
    public override string Id => "L30";

    /// <inheritdoc/>
    public override string Title => "Feedback inhibition in step with coupling keeps rates at 3 Hz";

    /// <inheritdoc/>
    public override IReadOnlyList<Paper> Papers { get; } = [new("Deco et al. 2014", "10.1523/JNEUROSCI.5068-13.2014")];

    /// <inheritdoc/>
    public override string Method =>
        "Fixed points of a region alone, and of one among equals that is reached by a total coupling G k, with "
        + "J_i = 1.0107 + 0.6216 G k.";

    /// <inheritdoc/>
    public override IReadOnlyList<RungQuantity> Quantities { get; } =
    [
        Value("S_e alone, J_i = 1", "1", 0.1648), Value("S_i alone, J_i = 1", "1", 0.0392), Value("rate alone, J_i = 1", "Hz", 3.077),
        Value("rate alone, J_i = 0.9", "Hz", 4.02, 0.005), Value("rate alone, J_i = 1.1", "Hz", 2.47, 0.005),
        Value("rate alone, J_i = 1.0107", "Hz", 3), Value("rate at G k = 0.5", "Hz", 3, 0.005), Value("rate at G k = 1", "Hz", 3, 0.005), Value("rate at G k = 2", "Hz", 3, 0.005),
        Value("rate at G k = 3", "Hz", 3, 0.005), Value("rate at G k = 4", "Hz", 3, 0.005),
    ];

    /// <inheritdoc/>
    protected internal override void Climb(RungRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        foreach (var feedback in new[] { 1, 0.9, 1.1, 1.0107 })
        {
            var text = feedback.ToString(CultureInfo.InvariantCulture);
            var field = LibraryField.Of("deco2014", $"J_i={text}");
            var functions = new RegionFunctions(field.Model);
            var point = FixedPoints.Find(functions, [], box)[0];
            run.Found($"rate alone, J_i = {text}", functions.Observe([], point.AsSpan()));
            if (feedback == 1)
            {
                run.Found("S_e alone, J_i = 1", point[0]);
                run.Found("S_i alone, J_i = 1", point[1]);
            }
        }

        // A region of which all neighbours are as it is receives G k times its own gate: as if its recurrence w were larger.
        foreach (var coupling in new[] { 0.5, 1, 2, 3, 4 })
        {
            string[] settings =
            [
                string.Create(CultureInfo.InvariantCulture, $"w=1.4 + {coupling}"),
                string.Create(CultureInfo.InvariantCulture, $"J_i=1.0107 + 0.6216*{coupling}"),
            ];
            var functions = new RegionFunctions(LibraryField.Of("deco2014", settings).Model);
            run.Found(string.Create(CultureInfo.InvariantCulture, $"rate at G k = {coupling}"), FixedPoints.Find(functions, [], box)
                .Select(p => functions.Observe([], p.AsSpan())).MinBy(rate => Math.Abs(rate - 3)));
        }

        run.Done(1);
    }

    private static RungQuantity Value(string name, string unit, double value, double tolerance = 1e-3) =>
        new(name, unit, value, Origin.Calculated, Again, Within(value, tolerance), "the digits of the reference");
}
