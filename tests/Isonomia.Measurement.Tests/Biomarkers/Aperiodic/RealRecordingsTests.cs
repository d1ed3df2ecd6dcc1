using Isonomia.Measurement.Biomarkers.Aperiodic;
using Isonomia.Tests;

namespace Isonomia.Measurement.Tests.Biomarkers.Aperiodic;

/// <summary>Every channel of real recordings against specparam 2.0rc8 (reference/psd_specparam_irasa.json).</summary>
public sealed class RealRecordingsTests
{
    [Theory]
    [MemberData(nameof(ReferenceRecording.Paths), MemberType = typeof(ReferenceRecording))]
    public void Spectra_are_parameterised_as_by_specparam_2_when_following_it(string path)
    {
        // The optimiser takes the same path: what remains is rounding, in the spectrum and in the fit.
        const double Parameters = 1e-6;
        // Overlapping peaks that trade places at almost no cost are determined less well.
        const double Peaks = 1e-3;
        var recording = ReferenceRecording.Read(path);
        foreach (var expected in recording.Expected.GetProperty("specparam").EnumerateArray())
        {
            var analysis = recording.Analysis(expected.GetProperty("channel").GetString()!, ("aperiodic.range", "2:40"),
                ("aperiodic.peak_width", "1:8"), ("aperiodic.max_peaks", "6"), ("aperiodic.min_peak_height", "0.1"),
                ("aperiodic.refits", "0"), ("aperiodic.following", "specparam2"));
            var result = (AperiodicResult)new AperiodicBiomarker().Measure(analysis);
            Assert.Equal(expected.GetProperty("offset").GetDouble(), result.Offset.Value, Parameters);
            Assert.Equal(expected.GetProperty("exponent").GetDouble(), result.Exponent.Value, Parameters);
            var metrics = expected.GetProperty("metrics");
            Assert.Equal(metrics.GetProperty("error_mae").GetDouble(), result.Fit.Error, Parameters);
            Assert.Equal(metrics.GetProperty("gof_rsquared").GetDouble(), result.Fit.RSquared, Parameters);
            var gaussians = expected.GetProperty("gaussians_ctr_hgt_std");
            Assert.Equal(gaussians.GetArrayLength(), result.Fit.Peaks.Count);
            foreach (var (numbers, peak) in gaussians.EnumerateArray().Zip(result.Fit.Peaks))
            {
                var gaussian = numbers.Numbers();
                Assert.Equal(gaussian[0], peak.Frequency, Peaks);
                Assert.Equal(gaussian[1], peak.Height, Peaks);
                Assert.Equal(gaussian[2], peak.StandardDeviation, Peaks);
            }
        }
    }
}
