using Isonomia.Measurement.Results;

namespace Isonomia.Measurement.Biomarkers.Spikes;

/// <summary>The rhythm of a population's rate.</summary>
/// <param name="PeakFrequency">Where the spectrum has its highest peak, in Hz, or why there is none.</param>
/// <param name="PeakOverPoisson">How high, in units of the spectrum of Poisson units that ignore each other.</param>
/// <param name="Resolution">Distance between frequencies, in Hz; NaN where there is no spectrum.</param>
/// <param name="Windows">Windows averaged.</param>
public sealed record RhythmResult(Measured PeakFrequency, Measured PeakOverPoisson, double Resolution, int Windows)
    : BiomarkerResult
{
    /// <inheritdoc/>
    public override Reading ToReading()
    {
        var reading = new Reading().Number("peak_frequency_hz", PeakFrequency, "Hz")
            .Number("peak_over_poisson", PeakOverPoisson, "1");
        if (!double.IsNaN(Resolution))
            reading.Number("resolution_hz", Resolution, "Hz");
        return reading.Count("windows", Windows);
    }

    internal static RhythmResult None(string why) =>
        new(Measured.Undefined(why), Measured.Undefined(why), double.NaN, 0);
}
