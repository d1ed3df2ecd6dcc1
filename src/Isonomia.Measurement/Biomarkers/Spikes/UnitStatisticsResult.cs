using Isonomia.Measurement.Results;
using Isonomia.Numerics.Statistics;

namespace Isonomia.Measurement.Biomarkers.Spikes;

/// <summary>
/// What was computed of each unit by itself, and how it is distributed over the population: mean, standard deviation
/// (n - 1), median. Units that were recorded together are not independent, so the mean carries no standard error.
/// </summary>
/// <param name="Statistics">The numbers, in the order of the output.</param>
public sealed record UnitStatisticsResult(IReadOnlyList<UnitStatistic> Statistics) : BiomarkerResult
{
    /// <inheritdoc/>
    public override Reading ToReading()
    {
        var reading = new Reading();
        foreach (var statistic in Statistics)
            reading.Group(statistic.Name, Over(statistic));
        return reading;
    }

    /// <summary>One unit's numbers as they appear in the output.</summary>
    /// <param name="unit">Its place in the population.</param>
    public Reading OfUnit(int unit)
    {
        var reading = new Reading();
        foreach (var statistic in Statistics)
            reading.Number(statistic.Name, statistic.Values[unit], statistic.Unit);
        return reading;
    }

    private static Reading Over(UnitStatistic statistic)
    {
        double[] defined = [.. statistic.Values.Where(v => v.IsDefined).Select(v => v.Value)];
        if (defined.Length == 0)
        {
            var why = statistic.Values.Length == 0 ? "no units" : "in every unit: " + statistic.Values[0].Why;
            return new Reading().Number("mean", Measured.Undefined(why), statistic.Unit).Count("units", 0);
        }

        var reading = new Reading().Number("mean", Descriptive.Mean(defined), statistic.Unit);
        if (defined.Length > 1)
            reading.Number("sd", Descriptive.StandardDeviation(defined, ddof: 1), statistic.Unit);
        return reading.Number("median", Descriptive.Median(defined), statistic.Unit).Count("units", defined.Length);
    }
}
