using Isonomia.Measurement.Results;
using Isonomia.Numerics.Statistics;

namespace Isonomia.Measurement.Biomarkers.Spikes;

/// <summary>A number that every pair of a sample of units has, over those pairs.</summary>
/// <param name="Values">The pairs that have one; pairs share units, so that they are not independent.</param>
/// <param name="SampledUnits">How many units were paired with each other.</param>
/// <param name="WindowSeconds">The length of time within which spikes count as together.</param>
/// <param name="Why">Why no pair has one; used where <paramref name="Values"/> is empty.</param>
public sealed record PairStatisticResult(
    double[] Values, int SampledUnits, double WindowSeconds, string Why) : BiomarkerResult
{
    /// <summary>The mean over pairs, or why there is none.</summary>
    public Measured Mean => Values.Length > 0 ? Measured.Of(Descriptive.Mean(Values)) : Measured.Undefined(Why);

    /// <inheritdoc/>
    public override Reading ToReading()
    {
        var reading = new Reading().Number("mean", Mean, "1");
        if (Values.Length > 1)
            reading.Number("sd", Descriptive.StandardDeviation(Values, ddof: 1), "1");
        if (Values.Length > 0)
            reading.Number("median", Descriptive.Median(Values), "1");
        return reading.Count("pairs", Values.Length).Count("sampled_units", SampledUnits)
            .Number("window_s", WindowSeconds, "s");
    }

    /// <summary>Computes it for every pair of the sample.</summary>
    internal static PairStatisticResult Over(int[] sample, double windowSeconds, Func<int, int, Measured> pair)
    {
        var values = new List<double>();
        var why = "fewer than two units fired";
        for (var i = 0; i < sample.Length; i++)
        {
            for (var j = i + 1; j < sample.Length; j++)
            {
                var value = pair(i, j);
                if (value.IsDefined)
                    values.Add(value.Value);
                else
                    why = "in every pair: " + value.Why;
            }
        }

        return new PairStatisticResult([.. values], sample.Length, windowSeconds, why);
    }
}
