using Isonomia.Simulation.Fields.Analysis;
using Isonomia.Validation.Climbing;
using Isonomia.Validation.Networks;
using static Isonomia.Validation.Climbing.Criterion;

namespace Isonomia.Validation.Rungs.Fields;

/// <summary>The exact mean field of quadratic integrate-and-fire cells: bistability of low and high activity.</summary>
public sealed class QuadraticMeanField : Rung
{
    private const double Tau = 0.01;
    private const string Again = "the equations solved independently (tau = 1)";
    private const string Digits = "the digits of the reference";
    private static readonly StateBox box = new([0, -4], [200, 4]);

    /// <inheritdoc/>
    public override string Id => "L29";

    /// <inheritdoc/>
    public override string Title => "The exact mean field of quadratic integrate-and-fire cells is bistable";

    /// <inheritdoc/>
    public override IReadOnlyList<Paper> Papers { get; } = [new("Montbrió, Pazó & Roxin 2015", "10.1103/PhysRevX.5.021028")];

    /// <inheritdoc/>
    public override string Method => "All fixed points in a box, their characteristic roots; ends of bistability by bisection.";

    /// <inheritdoc/>
    public override IReadOnlyList<RungQuantity> Quantities { get; } =
    [
        Value("rate of the node", 0.0811), Value("potential of the node", -1.9616), Value("decay at the node", 2.449),
        Value("rate of the saddle", 0.4730), Value("potential of the saddle", -0.3365), Value("rate of the focus", 1.0306),
        Value("potential of the focus", -0.1544), Value("decay at the focus", 0.309),
        Value("angular frequency of the focus", 3.319), Value("bistable from, J = 15", -5.74, 0.01),
        Value("bistable to, J = 15", -3.14, 0.01), Value("bistable from, J = 10", -2.635, 0.005), Value("bistable to, J = 10", -2.240, 0.005),
        new("cusp, J", "1", 7.7962, Origin.Analytic, "J = pi/u + 4 pi u^3 at its least, u^4 = 1/12",
            Within(7.7962, 1e-3), "the digits of the closed form"),
        Value("rate at eta = J = 0", 0.2251), Value("potential at eta = J = 0", -0.7071),
    ];

    /// <inheritdoc/>
    protected internal override void Climb(RungRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        var functions = new RegionFunctions(LibraryField.Of("montbrio-pazo-roxin").Model, "eta", "J");
        var points = FixedPoints.Find(functions, [-5, 15], box);
        foreach (var (name, point) in new[] { "node", "saddle", "focus" }.Zip(points))
        {
            run.Found($"rate of the {name}", point[0] * Tau);
            run.Found($"potential of the {name}", point[1]);
        }

        run.Found("decay at the node", Stability.Of(functions.Linearise([-5, 15], points[0].AsSpan())).Margin * Tau);
        var focus = Stability.Of(functions.Linearise([-5, 15], points[2].AsSpan()));
        run.Found("decay at the focus", focus.Margin * Tau);
        run.Found("angular frequency of the focus", focus.Root.Imaginary * Tau);
        foreach (var (weight, middle) in new[] { (15.0, -5.0), (10, -2.4) })
        {
            run.Found($"bistable from, J = {weight}", Edge(functions, weight, middle, middle - 3));
            run.Found($"bistable to, J = {weight}", Edge(functions, weight, middle, middle + 3));
        }

        run.Found("cusp, J", Cusp());
        var rest = FixedPoints.Find(functions, [0, 0], box)[0];
        run.Found("rate at eta = J = 0", rest[0] * Tau);
        run.Found("potential at eta = J = 0", rest[1]);
        run.Done(1);
    }

    // On the fixed points r is a function of v, r = -1/(2 pi v) (tau = 1), and eta(v) = pi^2 r^2 - v^2 - J r folds where
    // its slope is zero: J = (2 pi^2 r r' - 2 v)/r'. The folds meet where J is least.
    private static double Cusp() => Enumerable.Range(1, 400_000).Select(i => -i * 1e-5).Min(v =>
    {
        var (r, slope) = (-1 / (2 * Math.PI * v), 1 / (2 * Math.PI * v * v));
        return ((2 * Math.PI * Math.PI * r * slope) - (2 * v)) / slope;
    });

    private static RungQuantity Value(string name, double value, double tolerance = 1e-3) =>
        new(name, "1", value, Origin.Calculated, Again, Within(value, tolerance), Digits);

    private static int Count(RegionFunctions functions, double eta, double weight) =>
        FixedPoints.Find(functions, [eta, weight], box).Length;

    private static double Edge(RegionFunctions functions, double weight, double inside, double outside)
    {
        while (Math.Abs(inside - outside) > 1e-5)
        {
            var middle = (inside + outside) / 2;
            if (Count(functions, middle, weight) == 3)
                inside = middle;
            else
                outside = middle;
        }

        return inside;
    }
}
