using Isonomia.Numerics.Random;
using MathNet.Numerics.Distributions;

namespace Isonomia.Validation.Contrasting;

/// <summary>How far one number differs between two groups.</summary>
/// <param name="Quantity">The number.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="First">The group that is compared.</param>
/// <param name="Second">The group it is compared with.</param>
public sealed record Contrast(string Quantity, string Unit, Group First, Group Second)
{
    private const int Permutations = 19_999;

    /// <summary>First less second, on average.</summary>
    public double Difference => First.Mean - Second.Mean;

    /// <summary>The 95 % interval of the difference, by Welch's t (1947, Biometrika 34:28).</summary>
    public (double Low, double High) Interval
    {
        get
        {
            var (a, b) = (First.Variance / First.Values.Length, Second.Variance / Second.Values.Length);
            var freedom = (a + b) * (a + b) / (a * a / (First.Values.Length - 1) + b * b / (Second.Values.Length - 1));
            var half = StudentT.InvCDF(0, 1, freedom, 0.975) * Math.Sqrt(a + b);
            return (Difference - half, Difference + half);
        }
    }

    /// <summary>The difference in pooled standard deviations, freed of its bias for small groups (Hedges 1981,
    /// doi:10.3102/10769986006002107).</summary>
    public double HedgesG
    {
        get
        {
            var (n, m) = (First.Values.Length, Second.Values.Length);
            var pooled = ((n - 1) * First.Variance + (m - 1) * Second.Variance) / (n + m - 2);
            return (1 - 3.0 / (4 * (n + m - 2) - 1)) * Difference / Math.Sqrt(pooled);
        }
    }

    /// <summary>The 95 % interval of <see cref="HedgesG"/>, from its large-sample variance (Hedges and Olkin
    /// 1985, chapter 5).</summary>
    public (double Low, double High) HedgesInterval
    {
        get
        {
            var (n, m, g) = ((double)First.Values.Length, (double)Second.Values.Length, HedgesG);
            var half = 1.96 * Math.Sqrt((n + m) / (n * m) + g * g / (2 * (n + m)));
            return (g - half, g + half);
        }
    }

    /// <summary>
    /// How likely a difference of means at least this large is, on either side, when the groups are drawn by lot from
    /// all values: 19,999 lots, and the one that was observed (Phipson and Smyth 2010, doi:10.2202/1544-6115.1585).
    /// </summary>
    public double PermutationP()
    {
        double[] all = [.. First.Values, .. Second.Values];
        var total = all.Sum();
        var (n, m) = (First.Values.Length, Second.Values.Length);
        var observed = Math.Abs(Difference) * (1 - 1e-12);
        var random = new RandomStream(1, "contrast: permutation");
        var extreme = 1;
        for (var i = 0; i < Permutations; i++)
        {
            random.Shuffle(all.AsSpan());
            var first = 0.0;
            for (var k = 0; k < n; k++)
                first += all[k];
            if (Math.Abs(first / n - (total - first) / m) >= observed)
                extreme++;
        }

        return extreme / (Permutations + 1.0);
    }
}
