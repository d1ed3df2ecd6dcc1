using Isonomia.Numerics.Random;
using Isonomia.Numerics.Statistics;
using MathNet.Numerics.Distributions;

namespace Isonomia.Measurement.Cohorts.Contrasts;

/// <summary>
/// Did values change from one occasion to another in the same participants? Values are the changes; their t, whose sign
/// chance may turn in each participant; and their mean in standard deviations, made unbiased (g of pairs).
/// </summary>
/// <param name="before">The occasion compared with.</param>
/// <param name="after">The occasion compared.</param>
/// <param name="count">Participants.</param>
public sealed class PairedChange(string before, string after, int count) : Contrast
{
    /// <inheritdoc/>
    public override int Count => count;

    /// <inheritdoc/>
    public override string EffectName => "g of pairs";

    /// <inheritdoc/>
    public override string Direction => $"{after} less {before}, in pairs";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Levels { get; } = [$"{after} less {before}"];

    /// <inheritdoc/>
    public override int LevelOf(int participant) => 0;

    /// <inheritdoc/>
    public override void Identity(Span<int> arrangement) => arrangement.Fill(1);

    /// <inheritdoc/>
    public override void Shuffle(RandomStream stream, Span<int> arrangement)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ulong signs = 0;
        for (var i = 0; i < arrangement.Length; i++, signs >>= 1)
        {
            if (i % 64 == 0)
                signs = stream.Bits();
            arrangement[i] = (signs & 1) == 0 ? 1 : -1;
        }
    }

    /// <inheritdoc/>
    public override double Statistic(ReadOnlySpan<double> values, ReadOnlySpan<int> arrangement)
    {
        var (n, sum, squares) = (0, 0.0, 0.0);
        for (var i = 0; i < values.Length; i++)
        {
            if (!double.IsFinite(values[i]))
                continue;
            n++;
            sum += arrangement[i] * values[i];
            squares += values[i] * values[i];
        }

        if (n < 2)
            return double.NaN;
        var mean = sum / n;
        return mean / Math.Sqrt(Math.Max(0, squares - (n * mean * mean)) / (n * (n - 1.0)));
    }

    /// <inheritdoc/>
    public override double Threshold(ReadOnlySpan<double> values) => Known(values, _ => true).Length is > 1 and var n
        ? StudentT.InvCDF(0, 1, n - 1, 0.975)
        : double.PositiveInfinity;

    /// <inheritdoc/>
    public override ConfidenceInterval Effect(ReadOnlySpan<double> values) =>
        Known(values, _ => true) is { Length: > 2 } changes ? EffectSize.PairedG(changes) : NoEffect;

    /// <inheritdoc/>
    public override double Detectable(ReadOnlySpan<double> values) => 2.8 / Math.Sqrt(Known(values, _ => true).Length);

    /// <inheritdoc/>
    public override double LeastP(ReadOnlySpan<double> values) => Math.Min(1, Math.Pow(2, 1 - Known(values, _ => true).Length));
}
