using Isonomia.Modeling.Integration;
using Isonomia.Simulation.Fields.Running;
using Isonomia.Validation.Climbing;
using Isonomia.Validation.Networks;
using static Isonomia.Validation.Climbing.Criterion;

namespace Isonomia.Validation.Rungs.Fields;

/// <summary>Seizures that begin and end of themselves, above a threshold of excitability.</summary>
public sealed class EpileptorSeizures : Rung
{
    private const double Unit = 0.01;
    private const string Again = "an independent integration, equations from the published code";

    /// <inheritdoc/>
    public override string Id => "L28";

    /// <inheritdoc/>
    public override string Title => "Above a threshold of excitability seizures come and go of themselves";

    /// <inheritdoc/>
    public override IReadOnlyList<Paper> Papers { get; } = [new("Jirsa et al. 2014", "10.1093/brain/awu133")];

    /// <inheritdoc/>
    public override string Method =>
        "Excitabilities side by side, without noise, 8,000 units of the model's time in Euler steps of 0.05, as in the reference "
        + "(exact integration makes seizures 6 % shorter); a seizure lasts while x1 crosses zero again within 100 units.";

    /// <inheritdoc/>
    public override IReadOnlyList<RungQuantity> Quantities { get; } =
    [
        new("threshold of excitability", "1", -2.065, Origin.Calculated, Again, Within(-2.065, 0.01),
            "between the last with and the first without seizures"),
        Time("duration at x0 = -1.6", 1014), Time("period at x0 = -1.6", 1997), Time("duration at x0 = -1.4", 1334),
        Time("period at x0 = -1.4", 2155), Time("duration at x0 = -2.05", 636), Time("period at x0 = -2.05", 2780),
    ];

    /// <inheritdoc/>
    protected internal override void Climb(RungRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        double[] excitabilities =
            [-1.6, -1.4, -2.05, .. Enumerable.Range(0, 13).Select(i => -2.050 - (i * 0.0025))];
        var result = new FieldRun(LibraryField.Of("epileptor").Model, new FieldRunSettings
        {
            Duration = 8000 * Unit,
            Dt = 0.05 * Unit,
            Copies = excitabilities.Length,
            Probes = ["x1"],
            Every = Unit,
            Integrator = IntegrationMethod.Euler,
            Regional = FieldRunSettings.None.Add("x0", excitabilities),
        }).Run(cancellation: run.Cancellation);
        var courses = result.Probes.First(p => p.Variable == "x1");
        for (var i = 0; i < 3; i++)
        {
            var seizures = Seizures(courses.Trace(i));
            var name = excitabilities[i].ToString(System.Globalization.CultureInfo.InvariantCulture);
            run.Found($"duration at x0 = {name}", seizures[1].End - seizures[1].Start);
            run.Found($"period at x0 = {name}", seizures[2].Start - seizures[1].Start);
        }

        var last = Enumerable.Range(3, excitabilities.Length - 3).Last(i => Seizures(courses.Trace(i)).Count > 1);
        run.Found("threshold of excitability", excitabilities[last] - 0.00125);
        run.Done(1);
    }

    private static RungQuantity Time(string name, double value) =>
        new(name, "1", value, Origin.Calculated, Again, WithinPercent(value, 3), "where a seizure is held to begin and to end");

    private static List<(int Start, int End)> Seizures(double[] x)
    {
        const int gap = 100;
        var found = new List<(int Start, int End)>();
        for (var i = 1; i < x.Length; i++)
        {
            if (x[i] < 0)
                continue;
            if (found.Count > 0 && i - found[^1].End < gap)
                found[^1] = (found[^1].Start, i);
            else
                found.Add((i, i));
        }

        return [.. found.Where(s => s.End - s.Start > gap && s.End < x.Length - gap)];
    }
}
