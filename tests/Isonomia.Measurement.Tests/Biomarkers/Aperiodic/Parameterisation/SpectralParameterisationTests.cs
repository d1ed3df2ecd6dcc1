using Isonomia.Measurement.Biomarkers.Aperiodic.Parameterisation;

namespace Isonomia.Measurement.Tests.Biomarkers.Aperiodic.Parameterisation;

public sealed class SpectralParameterisationTests
{
    private static readonly double[] Frequencies = [.. Enumerable.Range(0, 200).Select(i => 0.5 * i)];

    [Fact]
    public void Real_spectra_are_parameterised_as_by_fooof_1_1_1()
    {
        // The path of the optimiser is the same, so that only rounding and FOOOF's numerical derivatives differ.
        foreach (var published in PublishedFit.Of("fooof_1.1.1_results.json"))
            Agree(published, published.Options, 1e-7, 1e-5);
    }

    [Fact]
    public void Real_spectra_are_parameterised_as_by_specparam_2_when_following_it()
    {
        foreach (var published in PublishedFit.Of("specparam_2.0rc8_results.json"))
            Agree(published, published.Options.AsSpecparam2(), 1e-7, 1e-5);
    }

    [Fact]
    public void A_straight_spectrum_has_its_exponent_and_no_peaks()
    {
        var fit = SpectralParameterisation.Fit(Frequencies, Power(f => 3 - 1.7 * Math.Log10(f)));
        Assert.Equal(3, fit.Offset, 1e-12);
        Assert.Equal(1.7, fit.Exponent, 1e-12);
        Assert.Empty(fit.Peaks);
        Assert.True(double.IsNaN(fit.KneeFrequency));
    }

    [Fact]
    public void A_bent_spectrum_has_its_knee()
    {
        var fit = SpectralParameterisation.Fit(Frequencies, Power(f => 5 - Math.Log10(150 + Math.Pow(f, 2.2))),
            new() { Mode = AperiodicMode.Knee, Range = new(1, 90) });
        Assert.Equal(2.2, fit.Exponent, 1e-6);
        Assert.Equal(Math.Pow(150, 1 / 2.2), fit.KneeFrequency, 1e-5);
        Assert.Equal(1, fit.RSquared, 1e-12);
    }

    [Fact]
    public void Rhythms_on_a_straight_background_are_found()
    {
        var fit = SpectralParameterisation.Fit(Frequencies,
            Power(f => 1 - 1.2 * Math.Log10(f) + Bump(f, 10, 0.8, 1.5) + Bump(f, 22, 0.4, 2)),
            new() { Range = new(2, 40), PeakWidth = new(1, 8), MinPeakHeight = 0.1 });
        Assert.Equal(2, fit.Peaks.Count);
        // The background is fitted before and after the peaks, not with them: some of a peak's foot stays in it.
        Assert.Equal(1.2, fit.Exponent, 0.02);
        Assert.Equal(10, fit.Peaks[0].Frequency, 0.02);
        Assert.Equal(0.8, fit.Peaks[0].Height, 0.02);
        Assert.Equal(1.5, fit.Peaks[0].StandardDeviation, 0.06);
        Assert.Equal(22, fit.Peaks[1].Frequency, 0.05);
    }

    [Theory]
    [InlineData(AperiodicMode.Fixed)]
    [InlineData(AperiodicMode.Knee)]
    public void Volts_or_microvolts_change_the_offset_and_nothing_else(AperiodicMode mode)
    {
        var published = PublishedFit.Of("fooof_1.1.1_results.json").First(p => p.Input == "spectrum_lfp.npy");
        var options = new SpectralParameterisationOptions { Mode = mode, Range = new(1, 100), MinPeakHeight = 0.1 };
        var volts = SpectralParameterisation.Fit(published.Frequencies, published.Power, options);
        var microvolts = SpectralParameterisation.Fit(
            published.Frequencies, [.. published.Power.Select(p => p * 1e12)], options);
        Assert.Equal(volts.Offset + 12, microvolts.Offset, 1e-4);
        Assert.Equal(volts.Exponent, microvolts.Exponent, 1e-4);
        Assert.Equal(volts.Peaks.Count, microvolts.Peaks.Count);
    }

    [Fact]
    public void Many_spectra_at_once_give_bit_for_bit_what_one_at_a_time_gives()
    {
        var published = PublishedFit.Of("fooof_1.1.1_results.json").Where(p => p.Input.StartsWith("group")).ToArray();
        double[][] spectra = [.. published.Select(p => p.Power)];
        foreach (var threads in new[] { 1, 2, 5 })
        {
            var many = SpectralParameterisation.FitMany(
                published[0].Frequencies, spectra, published[0].Options, threads);
            for (var i = 0; i < spectra.Length; i++)
            {
                var one = SpectralParameterisation.Fit(published[i].Frequencies, spectra[i], published[i].Options);
                Assert.Equal(one.Model, many[i].Model);
                Assert.Equal(one.Peaks, many[i].Peaks);
            }
        }
    }

    [Fact]
    public void More_peaks_than_allowed_are_left_unmodelled()
    {
        var power = Power(f => 1 - Math.Log10(f) + Bump(f, 10, 0.8, 1) + Bump(f, 20, 0.6, 1) + Bump(f, 30, 0.4, 1));
        var options = new SpectralParameterisationOptions { Range = new(2, 40), PeakWidth = new(1, 8), MaxPeaks = 1 };
        var fit = SpectralParameterisation.Fit(Frequencies, power, options);
        Assert.Equal(10, Assert.Single(fit.Peaks).Frequency, 0.1);
        Assert.Empty(SpectralParameterisation.Fit(Frequencies, power, options with { MaxPeaks = 0 }).Peaks);
    }

    [Fact]
    public void A_spectrum_that_rises_to_the_knee_has_no_knee_frequency()
    {
        // FOOOF #213: where low frequencies hold excess power the knee comes out negative.
        var fit = SpectralParameterisation.Fit(Frequencies, Power(f => 2 - Math.Log10(Math.Pow(f, 1.5) - 0.6)),
            new() { Mode = AperiodicMode.Knee, Range = new(1, 80) });
        Assert.Equal(-0.6, fit.Knee, 1e-4);
        Assert.True(double.IsNaN(fit.KneeFrequency));
    }

    [Fact]
    public void Silence_has_no_fit_and_a_reason()
    {
        var fit = SpectralParameterisation.Fit(Frequencies, new double[Frequencies.Length]);
        Assert.Contains("0.5 Hz is zero", fit.Why);
        var narrow = new SpectralParameterisationOptions { Range = new(10, 10.5) };
        Assert.Contains("2 frequency bins", SpectralParameterisation.Fit(Frequencies, Power(f => -f), narrow).Why);
    }

    [Fact]
    public void Uneven_frequencies_are_refused()
    {
        Assert.Throws<ArgumentException>(() => SpectralParameterisation.Fit([1, 2, 4], [1, 1, 1]));
        Assert.Throws<ArgumentException>(() => SpectralParameterisation.Fit([1, 2, 3], [1, 1]));
    }

    private static void Agree(
        PublishedFit published, SpectralParameterisationOptions options, double tolerance, double ofPeaks)
    {
        var fit = SpectralParameterisation.Fit(published.Frequencies, published.Power, options);
        Assert.Null(fit.Why);
        Assert.Equal(published.Aperiodic[0], fit.Offset, tolerance);
        Assert.Equal(published.Aperiodic[^1], fit.Exponent, tolerance);
        if (published.Aperiodic.Length == 3)
            Assert.Equal(published.Aperiodic[1], fit.Knee, 1e-6 * Math.Abs(published.Aperiodic[1]));
        Assert.Equal(published.Gaussians.Length, fit.Peaks.Count);
        foreach (var (gaussian, reported, peak) in published.Gaussians.Zip(published.Peaks, fit.Peaks))
        {
            Assert.Equal(gaussian[0], peak.Frequency, ofPeaks);
            Assert.Equal(gaussian[1], peak.Height, ofPeaks);
            Assert.Equal(gaussian[2], peak.StandardDeviation, ofPeaks);
            Assert.Equal(reported[1], peak.Power, ofPeaks);
            Assert.Equal(reported[2], peak.Bandwidth, ofPeaks);
        }

        Assert.Equal(published.RSquared, fit.RSquared, tolerance);
        Assert.Equal(published.MeanError, fit.Error, tolerance);
    }

    private static double[] Power(Func<double, double> log10) =>
        [.. Frequencies.Select(f => f == 0 ? 0 : Math.Pow(10, log10(f)))];

    private static double Bump(double f, double centre, double height, double width) =>
        height * Math.Exp(-(f - centre) * (f - centre) / (2 * width * width));
}
