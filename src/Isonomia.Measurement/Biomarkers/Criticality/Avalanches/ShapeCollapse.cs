namespace Isonomia.Measurement.Biomarkers.Criticality.Avalanches;

/// <summary>
/// Whether avalanches of all durations have one shape: at criticality the mean course of one of T bins is
/// T^(gamma - 1) F(t/T) (Sethna, Dahmen and Myers 2001, doi:10.1038/35065675; Friedman et al. 2012,
/// doi:10.1103/PhysRevLett.108.208102). The exponent is that which brings the courses nearest to each other, by the
/// error of Marshall et al. 2016 (doi:10.3389/fphys.2016.00250): their mean variance over the square of their span.
/// </summary>
/// <param name="Gamma">The exponent.</param>
/// <param name="Error">How far apart the scaled courses remain; 0 is one shape.</param>
/// <param name="Durations">How many durations were compared.</param>
public sealed record ShapeCollapse(double Gamma, double Error, int Durations)
{
    /// <summary>Shorter avalanches are mostly ends.</summary>
    public const int Shortest = 4;

    /// <summary>Fewer avalanches of a duration make no mean.</summary>
    public const int Fewest = 20;

    private const int Points = 100;
    private const double LeastGamma = 0;
    private const double MostGamma = 4;

    /// <summary>Collapses the mean courses; null where fewer than three durations have enough avalanches.</summary>
    public static ShapeCollapse? Of(AvalancheList avalanches)
    {
        ArgumentNullException.ThrowIfNull(avalanches);
        int[] durations = [.. Enumerable.Range(Shortest, AvalancheList.LongestProfile - Shortest + 1)
            .Where(t => avalanches.CountOf(t) >= Fewest)];
        if (durations.Length < 3)
            return null;
        double[][] courses = [.. durations.Select(t => Resampled(avalanches.Profile(t)))];
        const int Grid = 200;
        var step = (MostGamma - LeastGamma) / Grid;
        var best = LeastGamma + step * Enumerable.Range(0, Grid + 1)
            .MinBy(i => Apart(courses, durations, LeastGamma + i * step));
        var (low, high) = (best - step, best + step);
        const double Golden = 0.6180339887498949;
        while (high - low > 1e-9)
        {
            var (a, b) = (high - Golden * (high - low), low + Golden * (high - low));
            (low, high) = Apart(courses, durations, a) <= Apart(courses, durations, b) ? (low, b) : (a, high);
        }

        var gamma = (low + high) / 2;
        return new ShapeCollapse(gamma, Apart(courses, durations, gamma), durations.Length);
    }

    // At fractions of the duration; a bin stands for its middle, and the ends are those of the first and last.
    private static double[] Resampled(double[] profile)
    {
        var course = new double[Points];
        for (var i = 0; i < Points; i++)
        {
            var at = Math.Clamp((i + 0.5) / Points * profile.Length - 0.5, 0, profile.Length - 1);
            var left = Math.Min((int)at, profile.Length - 2);
            course[i] = profile[left] + (at - left) * (profile[left + 1] - profile[left]);
        }

        return course;
    }

    private static double Apart(double[][] courses, int[] durations, double gamma)
    {
        var scales = Array.ConvertAll(durations, t => Math.Pow(t, 1 - gamma));
        var (variance, low, high) = (0.0, double.PositiveInfinity, double.NegativeInfinity);
        for (var i = 0; i < Points; i++)
        {
            var (sum, squares) = (0.0, 0.0);
            for (var c = 0; c < courses.Length; c++)
            {
                var value = scales[c] * courses[c][i];
                sum += value;
                squares += value * value;
                (low, high) = (Math.Min(low, value), Math.Max(high, value));
            }

            variance += (squares - sum * sum / courses.Length) / courses.Length / Points;
        }

        return variance / ((high - low) * (high - low));
    }
}
