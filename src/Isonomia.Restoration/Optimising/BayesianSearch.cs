using Isonomia.Numerics.Random;
using MathNet.Numerics.Distributions;

namespace Isonomia.Restoration.Optimising;

/// <summary>
/// Seeks the least value of a function that is dear to evaluate: a few points spread evenly, then one after the other where a
/// <see cref="GaussianProcess"/> expects the greatest improvement (Jones, Schonlau &amp; Welch 1998, doi:10.1023/A:1008306431147).
/// The same seed gives the same points.
/// </summary>
/// <param name="dimensions">How many numbers a point has, each from 0 to 1.</param>
/// <param name="seed">The seed of the candidates.</param>
public sealed class BayesianSearch(int dimensions, long seed)
{
    private const int Candidates = 1024;
    private const double Near = 0.05;
    private static readonly int[] Bases = [2, 3, 5, 7, 11, 13];
    private static readonly RandomPurpose Purpose = "bayesian-search";

    private readonly List<(double[] Point, double Value)> found = [];

    /// <summary>What was evaluated, in order.</summary>
    public IReadOnlyList<(double[] Point, double Value)> Found => found;

    /// <summary>The point of the least value yet.</summary>
    public (double[] Point, double Value) Best => found.MinBy(f => f.Value);

    /// <summary>Points to begin with, no two of a coordinate alike: Halton's sequence.</summary>
    private int Beginning => Math.Max(4, 2 * dimensions);

    /// <summary>Evaluates.</summary>
    /// <param name="function">The function, of a point in the unit cube.</param>
    /// <param name="evaluations">How many more times.</param>
    public void Run(Func<double[], double> function, int evaluations)
    {
        ArgumentNullException.ThrowIfNull(function);
        for (var i = 0; i < evaluations; i++)
        {
            var point = Next();
            found.Add((point, function(point)));
        }
    }

    /// <summary>Where to look next.</summary>
    public double[] Next()
    {
        if (found.Count < Beginning)
            return [.. Enumerable.Range(0, dimensions).Select(d => Radical(found.Count + 1, Bases[d % Bases.Length]))];
        var process = GaussianProcess.Fit([.. found.Select(f => f.Point)], [.. found.Select(f => f.Value)]);
        // Where there is noise, the least value found may be luck: the least expected one is to be improved.
        var least = found.Min(f => process.At(f.Point).Mean);
        var best = Best.Point;
        var random = new RandomStream(seed, Purpose, found.Count);
        var (chosen, most) = (best, double.NegativeInfinity);
        for (var c = 0; c < Candidates; c++)
        {
            // Half of the candidates anywhere, half around the best.
            var candidate = c % 2 == 0
                ? Enumerable.Range(0, dimensions).Select(_ => random.Uniform()).ToArray()
                : [.. best.Select(b => Math.Clamp(b + (Near * random.Normal()), 0, 1))];
            var (mean, deviation) = process.At(candidate);
            var improvement = Expected(least - mean, deviation);
            if (improvement > most)
                (chosen, most) = (candidate, improvement);
        }

        return chosen;
    }

    /// <summary>The mean of what a normal number lies above nothing.</summary>
    /// <param name="mean">Its mean.</param>
    /// <param name="deviation">Its standard deviation.</param>
    internal static double Expected(double mean, double deviation)
    {
        if (deviation <= 0)
            return Math.Max(0, mean);
        var z = mean / deviation;
        return (mean * Normal.CDF(0, 1, z)) + (deviation * Normal.PDF(0, 1, z));
    }

    private static double Radical(int index, int radix)
    {
        var (sum, share) = (0.0, 1.0 / radix);
        for (var rest = index; rest > 0; rest /= radix, share /= radix)
            sum += rest % radix * share;
        return sum;
    }
}
