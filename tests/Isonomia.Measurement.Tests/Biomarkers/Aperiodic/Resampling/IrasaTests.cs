using Isonomia.Measurement.Biomarkers;
using Isonomia.Measurement.Biomarkers.Aperiodic;
using Isonomia.Measurement.Biomarkers.Aperiodic.Resampling;
using Isonomia.Measurement.Recordings;
using Isonomia.Measurement.Settings;
using Isonomia.Numerics.Filtering;
using Isonomia.Numerics.Spectra;
using Isonomia.Tests;

namespace Isonomia.Measurement.Tests.Biomarkers.Aperiodic.Resampling;

public sealed class IrasaTests
{
    [Theory]
    [MemberData(nameof(ReferenceRecording.Paths), MemberType = typeof(ReferenceRecording))]
    public void Real_recordings_split_as_by_neurodsp(string path)
    {
        // The split agrees to rounding; NeuroDSP's line is an iterative fit that stops within 1e-8.
        var recording = ReferenceRecording.Read(path);
        foreach (var expected in recording.Expected.GetProperty("irasa_neurodsp").EnumerateObject())
        {
            var signal = recording.Analysis(expected.Name).Signal;
            var range = expected.Value.GetProperty("f_range");
            var split = Irasa.Estimate(signal.Samples, signal.SamplingRate, signal.Usable,
                new IrasaOptions { Range = new(range[0].GetDouble(), range[1].GetDouble()) })!;
            Assert.Equal(expected.Value.GetProperty("intercept").GetDouble(), split.Offset.Value, 1e-7);
            Assert.Equal(-expected.Value.GetProperty("slope").GetDouble(), split.Exponent.Value, 1e-7);
            var aperiodic = expected.Value.GetProperty("psd_aperiodic_first10").Numbers();
            var frequencies = expected.Value.GetProperty("freqs_first10").Numbers();
            for (var i = 0; i < aperiodic.Length; i++)
            {
                Assert.Equal(frequencies[i], split.Frequencies[i], 1e-9);
                Assert.Equal(aperiodic[i], split.Aperiodic[i], 1e-10 * aperiodic[i]);
            }
        }
    }

    [Fact]
    public void Nineteen_of_twenty_intervals_hold_the_true_exponent()
    {
        // A jackknife over 20 blocks: 90 to 99 % accepted of 100 signals.
        var held = Noise.Signals(100, 120, f => 100 / Math.Pow(f, 1.2)).Count(signal =>
            Result(Noise.Analysis(signal)).Exponent.Confidence95 is var (low, high) && low <= 1.2 && high >= 1.2);
        Assert.InRange(held, 88, 100);
    }

    [Fact]
    public void The_broader_a_rhythm_the_more_of_it_stays_in_the_exponent()
    {
        // The method's own bias: factors from 1.1 on move a rhythm at 10 Hz by 1 Hz and more.
        double Exponent(double width) => Result(Noise.Analysis(Noise.Signals(1, 300, f => Rhythm(f, width)).Single()))
            .Exponent.Value;
        Assert.Equal(1.2, Exponent(0.25), 0.05);
        Assert.InRange(Exponent(1.4) - 1.2, 0.1, 0.4);
    }

    [Fact]
    public void The_rhythm_goes_to_the_periodic_part()
    {
        var signal = Noise.Signals(1, 300, f => Rhythm(f, 0.5)).Single();
        var split = Result(Noise.Analysis(signal)).Estimate!;
        var at = Array.FindIndex(split.Frequencies, f => f >= 10);
        var background = 100 / Math.Pow(10, 1.2);
        Assert.InRange(split.Aperiodic[at], 0.6 * background, 1.6 * background);
        Assert.True(split.Density[at] > 3 * split.Aperiodic[at]);
    }

    [Fact]
    public void A_long_run_is_resampled_piecewise_without_a_seam()
    {
        // 16 384 samples are resampled at a time: a signal of many pieces against its resampling as a whole.
        var signal = Noise.Signals(1, 400, f => 1 / f).Single();
        var expected = Welch.Estimate(Resampler.ResamplePoly(signal, 3, 2), 250, new(1000, 125));
        var spectrum = new BlockedSpectrum(1, 20);
        var periodograms = new ResampledPeriodograms(1000);
        periodograms.Add(signal, new Resampler(3, 2), 5, _ => 0, spectrum);
        var mean = spectrum.Mean();
        Assert.Equal(expected.Averages, spectrum.Windows);
        var scale = 2 / (250 * periodograms.Energy);
        for (var i = 0; i < mean.Length; i++)
            Assert.Equal(expected.Density[5 + i], scale * mean[i], 1e-10 * expected.Density[5 + i]);
    }

    [Fact]
    public void A_range_that_reaches_beyond_the_filters_is_narrowed_with_a_warning()
    {
        var analysis = Noise.Analysis(Noise.Signals(1, 60, f => 1 / f).Single());
        var filtered = new ChannelAnalysis(analysis.Signal with { Passband = new Interval(2, 57) }, analysis.Settings);
        var result = Result(filtered);
        Assert.Equal(new Interval(3.8, 30), result.Range);
        Assert.Contains("narrowed to 3.8:30 Hz", Assert.Single(result.Warnings));
        Assert.Equal(new Interval(2, 40), Result(analysis).Range);
    }

    [Fact]
    public void Where_filters_leave_less_than_an_octave_or_the_signal_is_short_there_is_a_reason()
    {
        var analysis = Noise.Analysis(Noise.Signals(1, 60, f => 1 / f).Single());
        IrasaResult Changed(Func<Signal, Signal> change) =>
            Result(new ChannelAnalysis(change(analysis.Signal), analysis.Settings));
        Assert.Contains("less than an octave", Changed(s => s with { Passband = new(5, 30) }).Exponent.Why);
        Assert.Contains("as long as 7.6 s", Changed(s => s with { Usable = [new SampleRange(0, 1500)] }).Exponent.Why);
        Assert.Contains("flat", Changed(s => s with { Samples = new double[15000] }).Exponent.Why);
    }

    // A background of exponent 1.2 with a rhythm at 10 Hz of seven times its power there.
    private static double Rhythm(double f, double width) =>
        100 / Math.Pow(f, 1.2) * (1 + 6 * Math.Exp(-(f - 10) * (f - 10) / (2 * width * width)));

    private static IrasaResult Result(ChannelAnalysis channel) => (IrasaResult)new IrasaBiomarker().Measure(channel);
}
