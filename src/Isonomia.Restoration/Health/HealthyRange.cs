using System.Collections.Immutable;

namespace Isonomia.Restoration.Health;

/// <summary>
/// Health as a distribution: the mean and covariance of features among healthy persons. Distance is Mahalanobis' over the
/// root of the number of features, so that 1 is what is usual among the healthy; inside is where 95 % of them are.
/// </summary>
public sealed class HealthyRange
{
    private const double Inside = 0.95;

    // Few persons leave some directions open; a tenth of the covariance is taken as if features did not go together.
    private const double Shrinkage = 0.1;

    private readonly double[][] factor;

    private HealthyRange(
        ImmutableArray<string> names, double[] mean, double[][] covariance, double limit, int persons, string source)
    {
        (Names, Mean, Covariance, Limit) = (names, [.. mean], [.. covariance.Select(r => r.ToImmutableArray())], limit);
        (Persons, Source) = (persons, source);
        factor = Factor(covariance);
    }

    /// <summary>The greatest distance that is told apart: also that of a state without stability.</summary>
    public static double Farthest => 10;

    /// <summary>The features' names.</summary>
    public ImmutableArray<string> Names { get; }

    /// <summary>Their means.</summary>
    public ImmutableArray<double> Mean { get; }

    /// <summary>Their covariance.</summary>
    public ImmutableArray<ImmutableArray<double>> Covariance { get; }

    /// <summary>The distance within which 95 % of the healthy are.</summary>
    public double Limit { get; }

    /// <summary>How many persons it was learnt from; 0 for a stated one.</summary>
    public int Persons { get; }

    /// <summary>Where it is from.</summary>
    public string Source { get; }

    /// <summary>The distribution of persons' features.</summary>
    /// <param name="names">The features' names.</param>
    /// <param name="features">One row a person.</param>
    /// <param name="persons">How many persons to say it was learnt from; 0 for a stated one.</param>
    /// <param name="source">Where it is from.</param>
    /// <exception cref="ArgumentException">There are fewer than four persons.</exception>
    public static HealthyRange Of(IReadOnlyList<string> names, IReadOnlyList<double[]> features, int persons, string source)
    {
        ArgumentNullException.ThrowIfNull(names);
        ArgumentNullException.ThrowIfNull(features);
        if (features.Count < 4)
            throw new ArgumentException($"found {features.Count} healthy persons; at least 4 are needed", nameof(features));
        var n = names.Count;
        var mean = Enumerable.Range(0, n).Select(i => features.Average(f => f[i])).ToArray();
        var covariance = new double[n][];
        for (var i = 0; i < n; i++)
        {
            covariance[i] = new double[n];
            for (var j = 0; j < n; j++)
            {
                var sum = features.Sum(f => (f[i] - mean[i]) * (f[j] - mean[j])) / (features.Count - 1);
                covariance[i][j] = i == j ? sum + 1e-12 : sum * (1 - Shrinkage);
            }
        }

        var unlimited = new HealthyRange([.. names], mean, covariance, 0, persons, source);
        var distances = features.Select(f => unlimited.Distance(f)).Order().ToArray();
        var limit = distances[Math.Min(distances.Length - 1, (int)(Inside * distances.Length))];
        return new([.. names], mean, covariance, limit, persons, source);
    }

    /// <summary>A distribution that was kept.</summary>
    /// <param name="names">The features' names.</param>
    /// <param name="mean">Their means.</param>
    /// <param name="covariance">Their covariance.</param>
    /// <param name="limit">The distance within which 95 % of the healthy are.</param>
    /// <param name="persons">How many persons it was learnt from.</param>
    /// <param name="source">Where it is from.</param>
    public static HealthyRange Kept(IReadOnlyList<string> names, double[] mean, double[][] covariance, double limit,
        int persons, string source)
    {
        ArgumentNullException.ThrowIfNull(names);
        return new([.. names], mean, covariance, limit, persons, source);
    }

    /// <summary>How far from the middle of health, at most <see cref="Farthest"/>.</summary>
    /// <param name="features">In the order of <see cref="Names"/>.</param>
    public double Distance(ReadOnlySpan<double> features)
    {
        Span<double> solved = stackalloc double[features.Length];
        var squares = 0.0;
        for (var i = 0; i < features.Length; i++)
        {
            var rest = features[i] - Mean[i];
            for (var j = 0; j < i; j++)
                rest -= factor[i][j] * solved[j];
            solved[i] = rest / factor[i][i];
            squares += solved[i] * solved[i];
        }

        return Math.Min(Farthest, Math.Sqrt(squares / features.Length));
    }

    /// <summary>Where 95 % of the healthy are, feature by feature.</summary>
    /// <param name="feature">Which feature.</param>
    public (double Low, double High) Range(int feature)
    {
        var sd = Math.Sqrt(Covariance[feature][feature]);
        return (Mean[feature] - (1.96 * sd), Mean[feature] + (1.96 * sd));
    }

    private static double[][] Factor(double[][] covariance)
    {
        var n = covariance.Length;
        var root = covariance.Select(r => (double[])r.Clone()).ToArray();
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                var rest = covariance[i][j];
                for (var k = 0; k < j; k++)
                    rest -= root[i][k] * root[j][k];
                root[i][j] = i == j ? Math.Sqrt(Math.Max(rest, 1e-12)) : rest / root[j][j];
            }
        }

        return root;
    }
}
