using Isonomia.Measurement.Results;
using Isonomia.Measurement.Settings;

namespace Isonomia.Measurement.Biomarkers.Evoked;

/// <summary>Inter-trial coherence of one channel over frequency and time.</summary>
/// <param name="Bands">The bands, in the order of the settings.</param>
/// <param name="Trials">How many trials were clean.</param>
/// <param name="Frequencies">In Hz.</param>
/// <param name="Times">In s from the stimulus.</param>
/// <param name="Coherence">For each frequency, at each time.</param>
/// <param name="Why">Why there is none; null where there is.</param>
public sealed record TrialCoherenceResult(IReadOnlyList<Band> Bands, int Trials, double[] Frequencies, double[] Times,
    IReadOnlyList<double[]> Coherence, string? Why) : BiomarkerResult
{
    // More points than this in time are thinned in the output.
    private const int MostTimes = 200;

    /// <inheritdoc/>
    public override Reading ToReading()
    {
        var reading = new Reading();
        foreach (var band in Bands)
        {
            var part = new Reading();
            var rows = Enumerable.Range(0, Frequencies.Length).Where(f => band.Range.Contains(Frequencies[f])).ToArray();
            int[] after = [.. Enumerable.Range(0, Times.Length).Where(t => Times[t] >= 0)];
            if (Why is not null || rows.Length == 0 || after.Length == 0)
            {
                var why = Measured.Undefined(Why ?? "no frequency of the band, or no time after the stimulus, is within the trials");
                reading.Group(band.Name, part.Number("itc", why, "1").Number("consistency", why, "1")
                    .Number("peak_consistency", why, "1").Number("peak_s", why, "s"));
                continue;
            }

            var consistency = after.Select(t => rows.Average(f => Unbiased(Coherence[f][t]))).ToArray();
            var peak = Array.IndexOf(consistency, consistency.Max());
            reading.Group(band.Name, part
                .Number("itc", after.Average(t => rows.Average(f => Coherence[f][t])), "1")
                .Number("consistency", consistency.Average(), "1")
                .Number("peak_consistency", consistency[peak], "1")
                .Number("peak_s", Times[after[peak]], "s"));
        }

        reading.Count("trials", Trials);
        if (Why is not null)
            return reading;
        var every = Math.Max(1, (Times.Length + MostTimes - 1) / MostTimes);
        double[] Thin(double[] all) => [.. all.Where((_, t) => t % every == 0)];
        return reading.Curve("time_s", Thin(Times), "s").List("map", [.. Frequencies.Select((f, i) =>
            new Reading().Curve("frequency_hz", [f], "Hz").Curve("itc", Thin(Coherence[i]), "1"))]);
    }

    private double Unbiased(double coherence) => ((Trials * coherence * coherence) - 1) / (Trials - 1);
}
