using Isonomia.Numerics.Statistics;
using Isonomia.Numerics.Statistics.Resampling;
using MathNet.Numerics.Distributions;

namespace Isonomia.Validation.Contrasting;

/// <summary>How far one number differs between two groups.</summary>
/// <param name="Quantity">The number.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="First">The group that is compared.</param>
/// <param name="Second">The group it is compared with.</param>
public sealed record Contrast(string Quantity, string Unit, Group First, Group Second)
{
    /// <summary>First less second on average, with the 95 % interval of Welch's t (1947, Biometrika 34:28).</summary>
    public ConfidenceInterval Difference
    {
        get
        {
            var (n, m) = (First.Values.Length, Second.Values.Length);
            var (a, b) = (Descriptive.Variance(First.Values, 1) / n, Descriptive.Variance(Second.Values, 1) / m);
            var freedom = (a + b) * (a + b) / (a * a / (n - 1) + b * b / (m - 1));
            var (difference, error) = (First.Mean - Second.Mean, Math.Sqrt(a + b));
            var half = StudentT.InvCDF(0, 1, freedom, 0.975) * error;
            return new ConfidenceInterval(difference, difference - half, difference + half, error);
        }
    }

    /// <summary>The difference in pooled standard deviations: Hedges' g with its 95 % interval.</summary>
    public ConfidenceInterval Size => EffectSize.HedgesG(First.Values, Second.Values);

    /// <summary>How likely a difference of means at least this large is, on either side, when the groups are drawn by
    /// lot from all values.</summary>
    public double PermutationP() =>
        PermutationTest.TwoSample(First.Values, Second.Values, new PermutationOptions { Permutations = 19_999 }).P;
}
