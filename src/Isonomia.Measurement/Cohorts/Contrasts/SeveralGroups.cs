using Isonomia.Numerics.Statistics;
using MathNet.Numerics.Distributions;

namespace Isonomia.Measurement.Cohorts.Contrasts;

/// <summary>
/// Do three or more groups differ at all? The F of the analysis of variance (Fisher 1925), and the share of variance that
/// lies between groups, with the correction that makes it 0 on average where there is no difference (omega squared, Hays
/// 1963). It has no interval; the groups' differences in pairs have.
/// </summary>
/// <param name="levels">The groups' names.</param>
/// <param name="group">For each participant its group's index.</param>
public sealed class SeveralGroups(IReadOnlyList<string> levels, int[] group) : Contrast
{
    /// <inheritdoc/>
    public override int Count => group.Length;

    /// <inheritdoc/>
    public override string EffectName => "omega squared";

    /// <inheritdoc/>
    public override string Direction => "any difference between " + string.Join(", ", levels);

    /// <inheritdoc/>
    public override IReadOnlyList<string> Levels => levels;

    /// <inheritdoc/>
    public override int LevelOf(int participant) => group[participant];

    /// <summary>The groups two by two: their participants, and the contrast between the two.</summary>
    public IEnumerable<(int[] Participants, TwoGroups Contrast)> Pairs()
    {
        for (var a = 0; a < levels.Count; a++)
        {
            for (var b = a + 1; b < levels.Count; b++)
            {
                var (first, second) = (a, b);
                var members = Enumerable.Range(0, group.Length).Where(i => group[i] == first || group[i] == second).ToArray();
                yield return (members, new TwoGroups(levels[a], levels[b], Array.ConvertAll(members, i => group[i] == second)));
            }
        }
    }

    /// <inheritdoc/>
    public override double Statistic(ReadOnlySpan<double> values, ReadOnlySpan<int> arrangement)
    {
        var (between, within, groups, n) = Sums(values, arrangement);
        return groups < 2 || n <= groups ? double.NaN : between / (groups - 1) / (within / (n - groups));
    }

    /// <inheritdoc/>
    public override double Threshold(ReadOnlySpan<double> values)
    {
        var (_, _, groups, n) = Sums(values, Order());
        return groups > 1 && n > groups ? FisherSnedecor.InvCDF(groups - 1, n - groups, 0.95) : double.PositiveInfinity;
    }

    /// <inheritdoc/>
    public override ConfidenceInterval Effect(ReadOnlySpan<double> values)
    {
        var (between, within, groups, n) = Sums(values, Order());
        if (groups < 2 || n <= groups)
            return NoEffect;
        var error = within / (n - groups);
        return NoEffect with { Estimate = (between - ((groups - 1) * error)) / (between + within + error) };
    }

    /// <inheritdoc/>
    public override double Detectable(ReadOnlySpan<double> values) => double.NaN;

    /// <inheritdoc/>
    public override double LeastP(ReadOnlySpan<double> values)
    {
        var (left, ways) = (Known(values, _ => true).Length, 1.0);
        for (var level = 0; level < levels.Count; level++)
        {
            var own = Known(values, i => group[i] == level).Length;
            ways *= Choices(left, own);
            left -= own;
        }

        return 1 / ways;
    }

    private int[] Order()
    {
        var order = new int[group.Length];
        Identity(order);
        return order;
    }

    private (double Between, double Within, int Groups, int Count) Sums(
        ReadOnlySpan<double> values, ReadOnlySpan<int> arrangement)
    {
        Span<double> sums = stackalloc double[levels.Count];
        Span<int> counts = stackalloc int[levels.Count];
        var (total, n) = (0.0, 0);
        for (var i = 0; i < values.Length; i++)
        {
            if (!double.IsFinite(values[i]))
                continue;
            sums[group[arrangement[i]]] += values[i];
            counts[group[arrangement[i]]]++;
            total += values[i];
            n++;
        }

        var (between, within, groups) = (0.0, 0.0, 0);
        for (var g = 0; g < sums.Length; g++)
        {
            if (counts[g] == 0)
                continue;
            groups++;
            var off = (sums[g] / counts[g]) - (total / n);
            between += counts[g] * off * off;
        }

        for (var i = 0; i < values.Length; i++)
        {
            if (!double.IsFinite(values[i]))
                continue;
            var g = group[arrangement[i]];
            var off = values[i] - (sums[g] / counts[g]);
            within += off * off;
        }

        return (between, within, groups, n);
    }
}
