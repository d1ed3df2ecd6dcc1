using Isonomia.Numerics.Random;

namespace Isonomia.Inference.Sampling;

/// <summary>
/// A mixture of normals fitted to points by expectation and maximisation (Dempster, Laird and Rubin 1977), somewhat wider
/// than they lie: a proposal that reaches all places where points are, however far apart.
/// </summary>
internal sealed class GaussianMixture
{
    private const int Rounds = 25;
    private const double LeastWeight = 1e-3;

    // By how much deviations are widened: a proposal with tails lighter than the posterior's would leave chains there.
    private const double Widening = 1.25;

    private readonly Cholesky[] parts;
    private readonly double[] logWeights;
    private readonly double[] cumulative;

    private GaussianMixture(Cholesky[] normals, double[] weights)
    {
        parts = normals;
        var constant = -normals[0].Dimensions * Math.Log(2 * Math.PI) / 2;
        logWeights = [.. weights.Select((w, k) => constant + Math.Log(w / weights.Sum()) - normals[k].LogVolume)];
        cumulative = new double[weights.Length];
        var sum = 0.0;
        for (var k = 0; k < weights.Length; k++)
            cumulative[k] = sum += weights[k];
    }

    /// <summary>Fits a mixture.</summary>
    /// <param name="points">The points.</param>
    /// <param name="most">Most parts; each has at least ten points for each dimension.</param>
    public static GaussianMixture Fit(IReadOnlyList<double[]> points, int most)
    {
        var count = Math.Clamp(points.Count / (10 * points[0].Length), 1, most);
        var whole = new double[points.Count];
        Array.Fill(whole, 1.0 / points.Count);
        var overall = Cholesky.Of(points, whole);
        var shares = Begin(points, overall, count);
        Cholesky[] found = [];
        double[] weights = [];
        for (var round = 0; round < Rounds; round++)
        {
            (found, weights) = Maximise(points, shares);
            Expect(points, found, weights, shares);
        }

        return new GaussianMixture([.. found.Select(p => p.Widened(Widening))], weights);
    }

    /// <summary>Draws a point.</summary>
    public void Draw(RandomStream random, Span<double> point)
    {
        var at = random.Uniform() * cumulative[^1];
        var part = Array.FindIndex(cumulative, c => at < c);
        Span<double> unit = stackalloc double[point.Length];
        random.FillNormal(unit);
        parts[Math.Max(0, part)].Place(unit, point);
    }

    /// <summary>The logarithm of the density.</summary>
    public double Log(ReadOnlySpan<double> point)
    {
        var (most, sum) = (double.NegativeInfinity, 0.0);
        Span<double> unit = stackalloc double[point.Length];
        for (var k = 0; k < parts.Length; k++)
        {
            var log = logWeights[k] - (parts[k].SquaredDistance(point, unit) / 2);
            (most, sum) = log > most ? (log, (sum * Math.Exp(most - log)) + 1) : (most, sum + Math.Exp(log - most));
        }

        return most + Math.Log(sum);
    }

    // Each point belongs at first to the nearest of as many as are farthest from one another.
    private static double[][] Begin(IReadOnlyList<double[]> points, Cholesky overall, int count)
    {
        var units = points.Select(p =>
        {
            var unit = new double[p.Length];
            overall.Coordinates(p, unit);
            return unit;
        }).ToArray();
        var nearest = units.Select(u => u.Sum(x => x * x)).ToArray();
        // The first is the one nearest to the middle.
        var centre = units[Array.IndexOf(nearest, nearest.Min())];
        var owner = new int[units.Length];
        Array.Fill(nearest, double.PositiveInfinity);
        for (var k = 0; k < count; k++)
        {
            for (var i = 0; i < units.Length; i++)
            {
                var distance = 0.0;
                for (var d = 0; d < centre.Length; d++)
                    distance += (units[i][d] - centre[d]) * (units[i][d] - centre[d]);
                if (distance < nearest[i])
                    (nearest[i], owner[i]) = (distance, k);
            }

            // Not the very farthest, which may lie alone.
            centre = units[Enumerable.Range(0, units.Length).OrderByDescending(i => nearest[i]).ElementAt(units.Length / 50)];
        }

        return [.. Enumerable.Range(0, count).Select(k => owner.Select(o => o == k ? 1.0 : 0).ToArray())];
    }

    private static (Cholesky[] Parts, double[] Weights) Maximise(IReadOnlyList<double[]> points, double[][] shares)
    {
        var weights = shares.Select(s => Math.Max(LeastWeight, s.Sum() / points.Count)).ToArray();
        return ([.. shares.Select(share =>
        {
            var sum = Math.Max(share.Sum(), 1e-12);
            return Cholesky.Of(points, [.. share.Select(s => s / sum)]);
        })], weights);
    }

    private static void Expect(IReadOnlyList<double[]> points, Cholesky[] normals, double[] weights, double[][] shares)
    {
        Span<double> unit = stackalloc double[points[0].Length];
        Span<double> logs = stackalloc double[normals.Length];
        for (var i = 0; i < points.Count; i++)
        {
            var most = double.NegativeInfinity;
            for (var k = 0; k < normals.Length; k++)
            {
                logs[k] = Math.Log(weights[k]) - normals[k].LogVolume - (normals[k].SquaredDistance(points[i], unit) / 2);
                most = Math.Max(most, logs[k]);
            }

            var sum = 0.0;
            for (var k = 0; k < normals.Length; k++)
                sum += logs[k] = Math.Exp(logs[k] - most);
            for (var k = 0; k < normals.Length; k++)
                shares[k][i] = logs[k] / sum;
        }
    }
}
