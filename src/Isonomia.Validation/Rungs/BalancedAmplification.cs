using Isonomia.Numerics.LinearAlgebra;
using Isonomia.Validation.Climbing;

namespace Isonomia.Validation.Rungs;

/// <summary>
/// Balanced amplification: an excitatory and an inhibitory rate, tau dr/dt = -r + W r + I with
/// W = [[w, -kw], [w, -kw]]. A small difference between them drives a large sum without any slow mode.
/// </summary>
public sealed class BalancedAmplification : Rung
{
    private const double Weight = 30.0 / 7, Ratio = 1.1;
    private const string Code = "w = 4 2/7, k = 1.1 (authors' code; Schur form of W)";

    private static readonly double[] Weights = [1, 2, 4, 8];
    private static readonly double[] Peaks = [1.000, 1.467, 2.624, 4.502];

    /// <inheritdoc/>
    public override string Id => "L08";

    /// <inheritdoc/>
    public override string Title => "Balanced amplification: large responses without slow modes";

    /// <inheritdoc/>
    public override IReadOnlyList<Paper> Papers { get; } =
        [new("Murphy & Miller 2009", "10.1016/j.neuron.2009.02.005")];

    /// <inheritdoc/>
    public override string Method =>
        "The linear system is solved by the matrix exponential; peaks are found to 10⁻⁹ τ by golden-section search.";

    /// <inheritdoc/>
    public override IReadOnlyList<RungQuantity> Quantities { get; } =
    [
        Exact("feed-forward weight, w (1 + k)", 9, Origin.Analytic),
        Exact("weight of the sum mode on itself, w (1 − k)", -3.0 / 7, Origin.Analytic),
        Exact("largest norm after a unit difference of E and I", 2.776, Origin.Calculated),
        Exact("time of that, τ", 0.81, Origin.Calculated, 0.01),
        Exact("largest E rate after a unit impulse to E", 1.793, Origin.Calculated),
        Exact("largest norm after a unit impulse to E", 2.200, Origin.Calculated),
        Exact("steady gain of E for input to E", 4, Origin.Analytic),
        Exact("steady gain of the sum mode for the difference mode", 6.3, Origin.Analytic),
        .. Weights.Zip(Peaks, (w, peak) => Exact($"largest norm at w = {w}", peak, Origin.Calculated)),
        Exact("slowest time constant at w = 8, τ", 1, Origin.Analytic),
        Exact("time constant of one population with itself at the same steady gain, τ", 4, Origin.Analytic),
    ];

    /// <inheritdoc/>
    protected internal override void Climb(RungRun run)
    {
        var root = Math.Sqrt(0.5);
        double[] difference = [root, -root];
        run.Found("feed-forward weight, w (1 + k)", Between([root, root], difference));
        run.Found("weight of the sum mode on itself, w (1 − k)", Between([root, root], [root, root]));

        var (time, largest) = Peak(t => Norm(Response(Weight, difference, t)));
        run.Found("largest norm after a unit difference of E and I", largest);
        run.Found("time of that, τ", time);
        run.Found("largest E rate after a unit impulse to E", Peak(t => Response(Weight, [1, 0], t)[0]).Value);
        run.Found("largest norm after a unit impulse to E", Peak(t => Norm(Response(Weight, [1, 0], t))).Value);

        var gain = Steady(Weight, [1, 0])[0];
        var driven = Steady(Weight, difference);
        run.Found("steady gain of E for input to E", gain);
        run.Found("steady gain of the sum mode for the difference mode", (driven[0] + driven[1]) * root);
        foreach (var w in Weights)
            run.Found($"largest norm at w = {w}", Peak(t => Norm(Response(w, difference, t))).Value);

        // Late, only the slowest mode is left; later still, rounding.
        run.Found(
            "slowest time constant at w = 8, τ",
            1 / Math.Log(Norm(Response(8, difference, 16)) / Norm(Response(8, difference, 17))));
        // Alone, tau dr/dt = -r + w r + 1 settles at 1/(1 - w): the weight that gives the same gain, and its decay.
        var left = 1 + MatrixExponential.MinusIdentity([-1 / gain], 1)[0];
        run.Found("time constant of one population with itself at the same steady gain, τ", -1 / Math.Log(left));
    }

    private static RungQuantity Exact(string name, double value, Origin origin, double tolerance = 1e-3) => new(
        name, "1", value, origin, Code, Criterion.Within(value, tolerance),
        tolerance == 1e-3 ? "the digits of the value" : "two digits are given");

    // The weight from one pattern of activity to another: the element of W in the basis of such patterns.
    private static double Between(double[] to, double[] from)
    {
        var drive = Weight * from[0] - Ratio * Weight * from[1];
        return to[0] * drive + to[1] * drive;
    }

    private static double[] Response(double w, double[] start, double time)
    {
        var e = MatrixExponential.MinusIdentity(
            [(w - 1) * time, -Ratio * w * time, w * time, (-Ratio * w - 1) * time], 2);
        return
        [
            start[0] + e[0] * start[0] + e[1] * start[1],
            start[1] + e[2] * start[0] + e[3] * start[1],
        ];
    }

    // (1 - W) r = I.
    private static double[] Steady(double w, double[] input)
    {
        var (a, b, c, d) = (1 - w, Ratio * w, -w, 1 + Ratio * w);
        var determinant = a * d - b * c;
        return [(d * input[0] - b * input[1]) / determinant, (a * input[1] - c * input[0]) / determinant];
    }

    private static double Norm(double[] r) => Math.Sqrt(r[0] * r[0] + r[1] * r[1]);

    // The largest value on [0, 8 tau]: the best of a grid, refined between its neighbours.
    private static (double Time, double Value) Peak(Func<double, double> f)
    {
        const double Step = 0.01, Golden = 0.6180339887498949;
        var best = Enumerable.Range(0, 801).MaxBy(i => f(i * Step)) * Step;
        var (low, high) = (Math.Max(0, best - Step), best + Step);
        while (high - low > 1e-9)
        {
            var (a, b) = (high - Golden * (high - low), low + Golden * (high - low));
            (low, high) = f(a) >= f(b) ? (low, b) : (a, high);
        }

        return (low, f(low));
    }
}
