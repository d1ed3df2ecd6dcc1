using Isonomia.Measurement.Biomarkers;
using Isonomia.Measurement.Biomarkers.Amplitude;
using Isonomia.Measurement.Recordings;
using Isonomia.Measurement.Settings;
using Isonomia.Numerics.Filtering;
using Isonomia.Numerics.Random;
using Isonomia.Numerics.Spectra;

namespace Isonomia.Measurement.Tests.Biomarkers.Amplitude;

public class BandEnvelopeTests
{
    private static readonly Band Alpha = new("alpha", new Interval(8, 13));

    [Fact]
    public void A_modulated_rhythm_shows_its_modulation()
    {
        // 10 Hz, loudness 3 + sin(2 pi t / 10 s): a modulation slow enough to pass the band unchanged.
        const double Rate = 200;
        var loudness = Enumerable.Range(0, 12_000).Select(i => 3 + Math.Sin(2 * Math.PI * i / Rate / 10)).ToArray();
        var x = loudness.Select((a, i) => a * Math.Cos(2 * Math.PI * 10 * i / Rate)).ToArray();

        var envelope = BandEnvelope.Of(TestChannel.Of(Rate, x), Alpha);

        // Away from the ends, where the transform of a rhythm cut short rings.
        for (var i = 1000; i < 11_000; i++)
            Assert.Equal(loudness[i], envelope.Values[i], 0.01);
    }

    [Fact]
    public void The_first_and_last_second_of_each_stretch_are_set_aside()
    {
        var x = new double[5000];
        new RandomStream(1, "noise").FillNormal(x);
        SampleRange[] stretches = [new(0, 3000), new(3000, 150), new(3150, 1850)];
        var signal = TestChannel.Signal(100, x) with { Continuous = stretches, Usable = stretches };

        var envelope = BandEnvelope.Of(TestChannel.Of(signal), Alpha);

        Assert.Equal([new SampleRange(100, 2800), new SampleRange(3250, 1650)], envelope.Runs);
    }

    [Fact]
    public void Each_stretch_is_filtered_by_itself()
    {
        var x = new double[6000];
        new RandomStream(2, "noise").FillNormal(x);
        SampleRange[] stretches = [new(0, 2500), new(2500, 3500)];
        var signal = TestChannel.Signal(100, x) with { Continuous = stretches, Usable = stretches };

        var together = BandEnvelope.Of(TestChannel.Of(signal), Alpha);
        var alone = BandEnvelope.Of(TestChannel.Of(100, x[2500..]), Alpha);

        Assert.Equal(alone.Values[100..^100], together.Values[2600..^100]);
    }

    [Fact]
    public void What_is_measured_keeps_clear_of_a_rejected_artefact_as_far_as_the_filter_smears_it()
    {
        var clean = new double[20_000];
        new RandomStream(3, "noise").FillNormal(clean);
        var spoilt = (double[])clean.Clone();
        for (var i = 10_000; i < 10_200; i++)
            spoilt[i] += 1000;
        SampleRange[] usable = [new(0, 10_000), new(10_200, 9_800)];

        var delta = new Band("delta", new Interval(1, 4));
        var envelope = BandEnvelope.Of(TestChannel.Of(TestChannel.Signal(200, spoilt) with { Usable = usable }), delta);
        var expected = BandEnvelope.Of(TestChannel.Of(TestChannel.Signal(200, clean) with { Usable = usable }), delta);

        // The filter's own reach is excluded exactly. The transform's tails, of an artefact a thousand times the
        // signal, remain: without the margin the error beside the artefact is hundreds.
        Assert.Equal(2, envelope.Runs.Count);
        Assert.All(envelope.Runs, run =>
        {
            for (var i = run.First; i < run.End; i++)
                Assert.True(Math.Abs(envelope.Values[i] - expected.Values[i]) < 60, $"sample {i}");
        });
        Assert.Equal(10_000 - envelope.Runs[0].End, envelope.Runs[1].First - 10_200);
        Assert.True(envelope.Runs[1].First - 10_200 >= FirDesign.Mne(1, 4, 200).Length / 2);
    }

    [Fact]
    public void A_day_taken_in_parts_has_the_amplitude_of_the_whole()
    {
        // Just above the length beyond which the transform is taken in parts.
        var x = new double[(1 << 21) + 100_000];
        new RandomStream(4, "noise").FillNormal(x);

        var parts = BandEnvelope.Of(TestChannel.Of(100, x), Alpha);

        var filtered = new double[x.Length];
        new ZeroPhaseFir(FirDesign.Mne(8, 13, 100)).Apply(x, filtered);
        var whole = new double[x.Length - 200];
        // Padded well: on a bare circle the two ends would ring into each other, by 3e-4 of the amplitude.
        Hilbert.Envelope(filtered.AsSpan(100, whole.Length), whole, FastLength.Next(whole.Length + 200_000));
        var mean = parts.Values.Average();
        for (var i = 0; i < whole.Length; i++)
        {
            // The end rings on in the whole by 1 / (2 pi f t) of an amplitude: 2e-5 where the last part begins.
            Assert.True(Math.Abs(whole[i] - parts.Values[i + 100]) < 3e-5 * mean, $"sample {i}");
        }
    }

    [Fact]
    public void A_band_above_half_the_sampling_rate_has_no_amplitude()
    {
        var channel = TestChannel.Of(80, new double[8000]);

        Assert.Throws<ArgumentException>(() => BandEnvelope.Of(channel, new Band("gamma", new Interval(30, 45))));
    }
}
