using Isonomia.Numerics.Statistics;
using MathNet.Numerics.Distributions;

namespace Isonomia.Measurement.Cohorts.Contrasts;

/// <summary>
/// Do two groups differ? Welch's t (1947, Biometrika 34:28), which unequal variances do not mislead when groups are
/// rearranged (Chung and Romano 2013, doi:10.1214/13-AOS1090), and Hedges' g of the second less the first.
/// </summary>
/// <param name="first">The group compared with.</param>
/// <param name="second">The group compared.</param>
/// <param name="isSecond">For each participant whether it belongs to the second.</param>
public sealed class TwoGroups(string first, string second, bool[] isSecond) : Contrast
{
    /// <inheritdoc/>
    public override int Count => isSecond.Length;

    /// <inheritdoc/>
    public override string EffectName => "Hedges g";

    /// <inheritdoc/>
    public override string Direction => $"{second} less {first}";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Levels { get; } = [first, second];

    /// <inheritdoc/>
    public override int LevelOf(int participant) => isSecond[participant] ? 1 : 0;

    /// <inheritdoc/>
    public override double Statistic(ReadOnlySpan<double> values, ReadOnlySpan<int> arrangement)
    {
        Span<double> sum = stackalloc double[2];
        Span<double> squares = stackalloc double[2];
        Span<int> n = stackalloc int[2];
        for (var i = 0; i < values.Length; i++)
        {
            if (!double.IsFinite(values[i]))
                continue;
            var group = isSecond[arrangement[i]] ? 1 : 0;
            sum[group] += values[i];
            n[group]++;
        }

        if (n[0] < 2 || n[1] < 2)
            return double.NaN;
        var (low, high) = (sum[0] / n[0], sum[1] / n[1]);
        for (var i = 0; i < values.Length; i++)
        {
            if (!double.IsFinite(values[i]))
                continue;
            var group = isSecond[arrangement[i]] ? 1 : 0;
            var off = values[i] - (group == 0 ? low : high);
            squares[group] += off * off;
        }

        var error = Math.Sqrt((squares[0] / (n[0] * (n[0] - 1.0))) + (squares[1] / (n[1] * (n[1] - 1.0))));
        return (high - low) / error;
    }

    /// <inheritdoc/>
    public override double Threshold(ReadOnlySpan<double> values)
    {
        var (a, b) = Sizes(values);
        return a + b > 2 ? StudentT.InvCDF(0, 1, a + b - 2, 0.975) : double.PositiveInfinity;
    }

    /// <inheritdoc/>
    public override ConfidenceInterval Effect(ReadOnlySpan<double> values)
    {
        var (a, b) = (Known(values, i => !isSecond[i]), Known(values, i => isSecond[i]));
        return a.Length < 2 || b.Length < 2 ? NoEffect : EffectSize.HedgesG(b, a);
    }

    /// <inheritdoc/>
    public override double Detectable(ReadOnlySpan<double> values)
    {
        var (a, b) = Sizes(values);
        return 2.8 * Math.Sqrt((double)(a + b) / (a * b));
    }

    /// <inheritdoc/>
    public override double LeastP(ReadOnlySpan<double> values)
    {
        var (a, b) = Sizes(values);
        return Math.Min(1, (a == b ? 2 : 1) / Choices(a + b, a));
    }

    private (int First, int Second) Sizes(ReadOnlySpan<double> values) =>
        (Known(values, i => !isSecond[i]).Length, Known(values, i => isSecond[i]).Length);
}
