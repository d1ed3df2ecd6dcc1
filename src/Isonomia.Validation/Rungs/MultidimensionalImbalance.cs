using Isonomia.Validation.Climbing;

namespace Isonomia.Validation.Rungs;

/// <summary>
/// Cells whose probability of a spike is a logistic function of a shared normal input: threshold and slope move the
/// rate and the correlation of cells in different directions, so that no single change of E/I balance repairs both.
/// </summary>
public sealed class MultidimensionalImbalance : Rung
{
    private const string Code = "the authors' logistic model, solved independently";

    private static readonly (double Threshold, double Slope, double Mean, double Correlation)[] Points =
    [
        (1.0, 3.0, .0155, .2972), (1.2, 3.0, .0101, .2662), (0.8, 3.0, .0233, .3282), (1.0, 3.6, .0212, .4023),
        (1.0, 2.4, .0108, .1774), (0.5, 2.0, .0200, .1554), (1.5, 6.0, .0151, .5929),
    ];

    /// <inheritdoc/>
    public override string Id => "L06";

    /// <inheritdoc/>
    public override string Title => "Threshold and slope: why one number of E/I balance is not enough";

    /// <inheritdoc/>
    public override IReadOnlyList<Paper> Papers { get; } =
        [new("O'Donnell, Gonçalves & Portera-Cailliau 2017", "10.7554/eLife.26724")];

    /// <inheritdoc/>
    public override string Method => "The spike probability 1/(1 + exp(−k (x − x_th)) (1/0.01 − 1)) is averaged over a "
        + "standard normal x by the trapezoidal rule, which for such integrands is exact to rounding.";

    /// <inheritdoc/>
    public override IReadOnlyList<RungQuantity> Quantities { get; } =
    [
        .. Points.SelectMany(p => new[]
        {
            Near(MeanName(p.Threshold, p.Slope), p.Mean), Near(CorrelationName(p.Threshold, p.Slope), p.Correlation),
        }),
        new("change of rate over change of correlation, threshold lowered, over the same, slope raised", "1", null,
            Origin.Seen, "abstract: no single dimension repairs both", Criterion.AtLeast(1.5),
            "were one number enough, both changes would move along one line and the ratio be 1"),
    ];

    /// <inheritdoc/>
    protected internal override void Climb(RungRun run)
    {
        foreach (var (threshold, slope, _, _) in Points)
        {
            var (mean, correlation) = Moments(threshold, slope);
            run.Found(MeanName(threshold, slope), mean);
            run.Found(CorrelationName(threshold, slope), correlation);
        }

        var (home, lower, steeper) = (Moments(1, 3), Moments(0.8, 3), Moments(1, 3.6));
        run.Found(
            "change of rate over change of correlation, threshold lowered, over the same, slope raised",
            (lower.Mean - home.Mean) / (lower.Correlation - home.Correlation)
                / ((steeper.Mean - home.Mean) / (steeper.Correlation - home.Correlation)));
    }

    private static string MeanName(double threshold, double slope) =>
        $"spike probability at x_th = {threshold}, k = {slope}";

    private static string CorrelationName(double threshold, double slope) =>
        $"correlation of cells at x_th = {threshold}, k = {slope}";

    private static RungQuantity Near(string name, double value) => new(
        name, "1", value, Origin.Calculated, Code, Criterion.Within(value, 1e-4), "four decimals are given");

    private static (double Mean, double Correlation) Moments(double threshold, double slope)
    {
        const double Step = 1.0 / 64;
        var (mean, square) = (0.0, 0.0);
        for (var i = -12 * 64; i <= 12 * 64; i++)
        {
            var x = i * Step;
            // The spike probability at the threshold is 1 in 100.
            var p = 1 / (1 + 99 * Math.Exp(-slope * (x - threshold)));
            var density = Math.Exp(-x * x / 2) / Math.Sqrt(2 * Math.PI) * Step;
            (mean, square) = (mean + density * p, square + density * p * p);
        }

        return (mean, (square - mean * mean) / (mean * (1 - mean)));
    }
}
