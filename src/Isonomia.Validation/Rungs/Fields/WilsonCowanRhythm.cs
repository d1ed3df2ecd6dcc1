using System.Globalization;
using Isonomia.Simulation.Fields.Analysis;
using Isonomia.Simulation.Fields.Running;
using Isonomia.Simulation.Reference;
using Isonomia.Validation.Climbing;
using Isonomia.Validation.Networks;
using static Isonomia.Validation.Climbing.Criterion;

namespace Isonomia.Validation.Rungs.Fields;

/// <summary>Excitatory and inhibitory populations: rest, a rhythm at middle input, rest again.</summary>
public sealed class WilsonCowanRhythm : Rung
{
    private const string Example = "neurolib's example of one node";

    /// <inheritdoc/>
    public override string Id => "L25";

    /// <inheritdoc/>
    public override string Title => "Excitation and inhibition are rhythmic at middle input, at rest below and above";

    /// <inheritdoc/>
    public override IReadOnlyList<Paper> Papers { get; } =
        [new("Wilson & Cowan 1972", "10.1016/S0006-3495(72)86068-5"), new("Cakan et al. 2023", "10.1007/s12559-021-09931-9")];

    /// <inheritdoc/>
    public override string Method =>
        "neurolib's parameters; runs at three inputs, the onset of the rhythm by bisection; a run of 0.1 s in steps of 1 us beside adaptive steps.";

    /// <inheritdoc/>
    public override IReadOnlyList<RungQuantity> Quantities { get; } =
    [
        new("swing of E at low input", "1", 0, Origin.Memory, Example, AtMost(1e-6), "it rests"),
        new("swing of E at middle input", "1", null, Origin.Memory, Example, AtLeast(0.1), "it is rhythmic"),
        new("swing of E at high input", "1", 0, Origin.Memory, Example, AtMost(1e-6), "it rests"),
        new("the rhythm begins by a Hopf bifurcation", "1", 1, Origin.Memory, Example, Within(1, 0), "a kind"),
        new("distance from adaptive steps", "1", 0, Origin.Analytic, "the same equations", AtMost(1e-6), "the agreement asked for"),
    ];

    /// <inheritdoc/>
    protected internal override void Climb(RungRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        foreach (var (name, input) in new[] { ("low", 0.3), ("middle", 1.5), ("high", 3.5) })
        {
            var course = LibraryField.Of("wilson-cowan", string.Create(CultureInfo.InvariantCulture, $"P={input}")).Observe(0.5, 1);
            run.Found($"swing of E at {name} input", course.Max() - course.Min());
        }

        var functions = new RegionFunctions(LibraryField.Of("wilson-cowan").Model, "P");
        var search = new SteadyState(functions);
        double[] states = [.. functions.Initial];
        var (below, above) = (0.5, 1.0);
        while (above - below > 1e-9)
        {
            var middle = (below + above) / 2;
            search.Find([middle], states, [1, 1]);
            if (Stability.Of(functions.Linearise([middle], states)).IsStable)
                below = middle;
            else
                above = middle;
        }

        var onset = Stability.Of(functions.Linearise([above], states));
        run.Found("the rhythm begins by a Hopf bifurcation", onset.Kind == InstabilityKind.Hopf && above is > 0.5 and < 1 ? 1 : 0,
            string.Create(CultureInfo.InvariantCulture, $"at P = {above:F4}, {onset.FrequencyHz:F2} Hz"));
        run.Done(0.5);
        var model = LibraryField.Of("wilson-cowan", "P=1").Model;
        var result = new FieldRun(model, new FieldRunSettings { Duration = 0.1, Dt = 1e-6, Every = 1e-4, Probes = ["E", "I"] }).Run();
        run.Found("distance from adaptive steps", ReferenceComparison.Of(model.Region, result).Deviations.Values.Max());
        run.Done(1);
    }
}
