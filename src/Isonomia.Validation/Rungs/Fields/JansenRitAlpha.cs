using Isonomia.Simulation.Fields.Analysis;
using Isonomia.Validation.Climbing;
using Isonomia.Validation.Networks;
using static Isonomia.Validation.Climbing.Criterion;

namespace Isonomia.Validation.Rungs.Fields;

/// <summary>The rhythms of a cortical column: large slow spikes at weak input, alpha at middle, rest at strong.</summary>
public sealed class JansenRitAlpha : Rung
{
    private const double Dt = 1e-4;
    private const string Again = "an independent integration of the same equations";
    private const string Extremes = "the reference gives two digits; RK4 in C at the same step agrees with ours to six";
    private const string Resolution = "the resolution of 10 s, and of the reference's two digits";

    /// <inheritdoc/>
    public override string Id => "L26";

    /// <inheritdoc/>
    public override string Title => "A cortical column has an alpha rhythm";

    /// <inheritdoc/>
    public override IReadOnlyList<Paper> Papers { get; } =
    [
        new("Jansen & Rit 1995", "10.1007/BF00199471"), new("Grimbert & Faugeras 2006", "10.1162/neco.2006.18.12.3052"),
    ];

    /// <inheritdoc/>
    public override string Method =>
        "One column, steps of 0.1 ms, 10 s after 5 s of settling; the Hopf point by bisection of the stability margin.";

    /// <inheritdoc/>
    public override IReadOnlyList<RungQuantity> Quantities { get; } =
    [
        new("frequency at p = 120", "Hz", 2.4, Origin.Calculated, Again, Within(2.4, 0.3), Resolution),
        new("lowest at p = 120", "mV", 1.1, Origin.Calculated, Again, Within(1.1, 0.3), Extremes),
        new("highest at p = 120", "mV", 11.2, Origin.Calculated, Again, Within(11.2, 0.3), Extremes),
        new("frequency at p = 220", "Hz", 10.7, Origin.Calculated, Again, Within(10.7, 0.3), Resolution),
        new("lowest at p = 220", "mV", 5.9, Origin.Calculated, Again, Within(5.9, 0.3), Extremes),
        new("highest at p = 220", "mV", 9.3, Origin.Calculated, Again, Within(9.3, 0.3), Extremes),
        new("end of the rhythm (Hopf)", "Hz", 315.70, Origin.Memory, "Grimbert & Faugeras 2006, their figure of bifurcations",
            Within(315.7, 0.1), "a recalled number of five digits"),
        new("frequency at p = 220 with noise", "Hz", 10.7, Origin.Calculated, Again, Within(10.7, 0.3), Resolution),
    ];

    /// <inheritdoc/>
    protected internal override void Climb(RungRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        foreach (var p in new[] { 120, 220 })
        {
            var course = LibraryField.Of("jansen-rit", $"p={p} Hz").Observe(10, 5, Dt);
            run.Found($"frequency at p = {p}", LibraryField.Frequency(course, Dt));
            run.Found($"lowest at p = {p}", course.Min() * 1e3);
            run.Found($"highest at p = {p}", course.Max() * 1e3);
        }

        run.Found("end of the rhythm (Hopf)", Hopf());
        var noisy = LibraryField.Of("jansen-rit", "noise=30*Hz/sqrt(512*Hz)").Observe(run.Full ? 60 : 20, 5, Dt, (ulong)run.Seed);
        run.Found("frequency at p = 220 with noise", LibraryField.Frequency(noisy, Dt));
        run.Done(1);
    }

    // Of the branch on which the rhythm dies, followed from above.
    private static double Hopf()
    {
        var functions = new RegionFunctions(LibraryField.Of("jansen-rit").Model, "p");
        double[] scales = [.. StateBox.Around(functions, [400.0]).Widths];
        var search = new SteadyState(functions);
        var (low, high) = (250.0, 400.0);
        while (high - low > 1e-6)
        {
            var middle = (low + high) / 2;
            double[] states = [.. functions.Initial];
            search.Find([middle], states, scales);
            if (new UnstableRoots(states.Length).Count(functions.Linearise([middle], states)) == 0)
                high = middle;
            else
                low = middle;
        }

        return high;
    }
}
