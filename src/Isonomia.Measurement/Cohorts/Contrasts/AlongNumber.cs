using Isonomia.Numerics.Statistics;
using MathNet.Numerics.Distributions;

namespace Isonomia.Measurement.Cohorts.Contrasts;

/// <summary>
/// Do values go along with a number known of each participant (age, a score)? Pearson's r with Fisher's interval, and its
/// t, r sqrt((n - 2)/(1 - r^2)).
/// </summary>
/// <param name="name">What the number is.</param>
/// <param name="numbers">The number of each participant.</param>
public sealed class AlongNumber(string name, double[] numbers) : Contrast
{
    private const int Fewest = 4;

    /// <inheritdoc/>
    public override int Count => numbers.Length;

    /// <inheritdoc/>
    public override string EffectName => "r";

    /// <inheritdoc/>
    public override string Direction => "along " + name;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Levels { get; } = [name];

    /// <summary>The number of each participant.</summary>
    public IReadOnlyList<double> Numbers => numbers;

    /// <inheritdoc/>
    public override int LevelOf(int participant) => 0;

    /// <inheritdoc/>
    public override double Statistic(ReadOnlySpan<double> values, ReadOnlySpan<int> arrangement)
    {
        var (n, x, y) = (0, 0.0, 0.0);
        for (var i = 0; i < values.Length; i++)
        {
            if (!double.IsFinite(values[i]))
                continue;
            n++;
            x += numbers[arrangement[i]];
            y += values[i];
        }

        if (n < Fewest)
            return double.NaN;
        (x, y) = (x / n, y / n);
        var (xx, yy, xy) = (0.0, 0.0, 0.0);
        for (var i = 0; i < values.Length; i++)
        {
            if (!double.IsFinite(values[i]))
                continue;
            var (dx, dy) = (numbers[arrangement[i]] - x, values[i] - y);
            xx += dx * dx;
            yy += dy * dy;
            xy += dx * dy;
        }

        var r = Math.Clamp(xy / Math.Sqrt(xx * yy), -1, 1);
        return r * Math.Sqrt((n - 2) / (1 - (r * r)));
    }

    /// <inheritdoc/>
    public override double Threshold(ReadOnlySpan<double> values) => Known(values, _ => true).Length is >= Fewest and var n
        ? StudentT.InvCDF(0, 1, n - 2, 0.975)
        : double.PositiveInfinity;

    /// <inheritdoc/>
    public override ConfidenceInterval Effect(ReadOnlySpan<double> values)
    {
        var known = new List<int>();
        for (var i = 0; i < values.Length; i++)
        {
            if (double.IsFinite(values[i]))
                known.Add(i);
        }

        var own = Known(values, _ => true);
        return own.Length < Fewest ? NoEffect : Correlation.PearsonInterval([.. known.Select(i => numbers[i])], own);
    }

    /// <inheritdoc/>
    public override double Detectable(ReadOnlySpan<double> values) =>
        Known(values, _ => true).Length is >= Fewest and var n ? Math.Tanh(2.8 / Math.Sqrt(n - 3)) : double.NaN;

    /// <inheritdoc/>
    public override double LeastP(ReadOnlySpan<double> values) =>
        Math.Min(1, 2 / Math.Exp(MathNet.Numerics.SpecialFunctions.FactorialLn(Known(values, _ => true).Length)));
}
