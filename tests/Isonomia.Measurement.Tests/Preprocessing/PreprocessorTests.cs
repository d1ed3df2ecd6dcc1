using Isonomia.Measurement.Measuring;
using Isonomia.Measurement.Preprocessing;
using Isonomia.Measurement.Recordings;
using Isonomia.Measurement.Settings;
using static Isonomia.Measurement.Tests.Preprocessing.SyntheticRecording;

namespace Isonomia.Measurement.Tests.Preprocessing;

public class PreprocessorTests
{
    private static readonly MeasureSettings Raw =
        PreprocessingSettings.Raw.Aggregate(RecordingMeasurer.DefaultSettings, (s, p) => s.With(p.Key, p.Value));

    [Fact]
    public void Raw_leaves_every_sample_as_recorded()
    {
        using var recording = Of(20, 10, (c, t) => 1e5 + (30 * Noise(c, t)));
        var prepared = Preprocessor.Prepare(recording, Raw);
        for (var i = 0; i < 20; i++)
        {
            var signal = prepared.Load(i);
            Assert.Equal(recording.ReadAll(i), signal.Samples);
            Assert.Equal([new SampleRange(0, 2000)], signal.Usable);
        }
    }

    [Fact]
    public void An_electrode_that_fell_off_is_set_aside_and_the_report_says_why()
    {
        using var recording = Of(8, 20, (c, t) => c == 3 ? 7 : 20 * Noise(c, t));
        var prepared = Preprocessor.Prepare(recording, RecordingMeasurer.DefaultSettings);
        Assert.StartsWith("flat", prepared.WhyBad[3]);
        Assert.Equal(7, prepared.WhyBad.Count(w => w is null));
        Assert.Contains("E3", prepared.Steps.Single(s => s.Name == "bad channels").Outcome);
    }

    [Fact]
    public void A_channel_far_louder_than_its_peers_is_noisy_and_one_far_quieter_is_dead()
    {
        using var recording = Of(10, 20, (c, t) => (c switch { 2 => 1000, 5 => 0.1, _ => 20 + c }) * Noise(c, t));
        var prepared = Preprocessor.Prepare(recording, RecordingMeasurer.DefaultSettings);
        Assert.StartsWith("noisy", prepared.WhyBad[2]);
        Assert.StartsWith("dead", prepared.WhyBad[5]);
        Assert.Equal(8, prepared.WhyBad.Count(w => w is null));
    }

    [Fact]
    public void A_channel_that_only_hears_the_mains_is_set_aside()
    {
        using var recording = Of(8, 20, (c, t) => (20 * Noise(c, t)) + (c == 1 ? 45 * Math.Sin(2 * Math.PI * 50 * t) : 0));
        Assert.StartsWith("line-dominated", Preprocessor.Prepare(recording, RecordingMeasurer.DefaultSettings
            .With("preprocessing.notch", "50")).WhyBad[1]);
    }

    [Fact]
    public void An_average_reference_removes_what_all_electrodes_share()
    {
        using var recording = Of(16, 10, (c, t) => (20 * Noise(c, t)) + (100 * Math.Sin(2 * Math.PI * 9 * t)));
        var only = Raw.With("preprocessing.reference", "average");
        var signal = Preprocessor.Prepare(recording, only).Load(0);
        var own = recording.ReadAll(0);
        var others = Enumerable.Range(0, 16).Select(recording.ReadAll).ToArray();
        for (var i = 0; i < own.Length; i += 97)
        {
            // Single-precision reference: 6e-8 of 100 uV.
            Assert.Equal(own[i] - others.Average(o => o[i]), signal.Samples[i], 1e-5);
        }
    }

    [Fact]
    public void Few_electrodes_keep_their_reference_because_their_mean_is_brain()
    {
        using var recording = Of(8, 10, (c, t) => 20 * Noise(c, t));
        var prepared = Preprocessor.Prepare(recording, Raw.With("preprocessing.reference", "auto"));
        Assert.Equal(recording.ReadAll(2), prepared.Load(2).Samples);
    }

    [Fact]
    public void A_named_reference_is_subtracted_from_the_others()
    {
        using var recording = Of(3, 5, (c, t) => (c + 1) * Math.Sin(2 * Math.PI * 5 * t));
        var signal = Preprocessor.Prepare(recording, Raw.With("preprocessing.reference", "E0")).Load(2);
        var expected = recording.ReadAll(1);
        Assert.All(signal.Samples.Zip(expected), p => Assert.Equal(2 * p.Second / 2, p.First, 1e-6));
    }

    [Theory]
    [InlineData(50)]
    [InlineData(60)]
    public void The_line_frequency_is_found_and_removed_and_the_brain_around_it_kept(double line)
    {
        using var recording = Of(4, 30, (c, t) => (5 * Noise(c, t)) + (20 * Math.Sin(2 * Math.PI * line * t))
            + (10 * Math.Sin(2 * Math.PI * 10 * t)));
        var prepared = Preprocessor.Prepare(recording, RecordingMeasurer.DefaultSettings);
        Assert.Equal(line, prepared.LineFrequency);
        var samples = prepared.Load(0).Samples;

        // A least-squares sinusoid over whole cycles, away from the edges: amplitude left at a frequency.
        double Amplitude(double f)
        {
            double c = 0, s = 0;
            for (var i = 1000; i < 5000; i++)
            {
                c += samples[i] * Math.Cos(2 * Math.PI * f * i / Rate);
                s += samples[i] * Math.Sin(2 * Math.PI * f * i / Rate);
            }

            return 2 * Math.Sqrt((c * c) + (s * s)) / 4000;
        }

        Assert.True(Amplitude(line) < 0.2, $"{Amplitude(line)} uV of the line is left of 20");
        Assert.Equal(10, Amplitude(10), 0.3);
    }

    [Fact]
    public void A_filter_never_reaches_across_a_gap()
    {
        // Two stretches at very different offsets: filtered together, the step would ring for seconds.
        Stretch[] stretches = [new(0, 20), new(60, 20)];
        using var gapped = Of(1, 40, (c, t) => (t < 20 ? 0 : 1e6) + Noise(c, t), stretches: stretches);
        using var second = Of(1, 20, (c, t) => 1e6 + Noise(c, t + 20));
        var settings = Raw.With("preprocessing.highpass", "1");
        var signal = Preprocessor.Prepare(gapped, settings).Load(0);
        var alone = Preprocessor.Prepare(second, settings).Load(0);
        Assert.Equal(2, signal.Continuous.Count);
        Assert.Equal(alone.Samples, signal.Samples[4000..]);
    }

    [Fact]
    public void A_movement_takes_its_half_second_out_of_its_own_channel_only()
    {
        using var recording = Of(8, 20, (c, t) => (10 * Noise(c, t)) + (c == 4 && t is >= 7.1 and < 7.2 ? 5000 : 0));
        var prepared = Preprocessor.Prepare(recording, Raw.With("preprocessing.amplitude", "10"));
        Assert.Equal([new SampleRange(0, 4000)], prepared.Load(0).Usable);
        Assert.Equal([new SampleRange(0, 1400), new SampleRange(1500, 2500)], prepared.Load(4).Usable);
        var rejected = Assert.Single(prepared.Rejected());
        Assert.Equal((7.0, 0.5), (rejected.Onset, rejected.Duration));
        Assert.Equal("amplitude", rejected.Why);
        Assert.Equal(["E4"], rejected.Channels);
    }

    [Fact]
    public void Time_marked_bad_is_not_measured()
    {
        using var recording = Of(2, 20, Noise, [new(5, 2, "BAD_movement"), new(11, 1, "blink")]);
        var prepared = Preprocessor.Prepare(recording, Raw.With("preprocessing.bad_events", "on"));
        Assert.Equal([new SampleRange(0, 1000), new SampleRange(1400, 2600)], prepared.Load(1).Usable);
    }

    [Fact]
    public void Epochs_are_cut_around_events_and_only_clean_ones_are_kept()
    {
        using var recording = Of(1, 20, Noise, [new(2, 0, "T1"), new(6, 0, "T1"), new(6.2, 0.1, "BAD"), new(19.8, 0, "T1")]);
        var settings = Raw.With("preprocessing.bad_events", "on").With("epochs.event", "T1").With("epochs.window", "-0.5:1");
        Assert.Equal([new SampleRange(300, 300)], Preprocessor.Prepare(recording, settings).Load(0).Usable);
    }

    [Fact]
    public void Asking_for_an_event_that_does_not_occur_names_those_that_do()
    {
        using var recording = Of(1, 20, Noise, [new(2, 0, "T1")]);
        var complaint = Assert.Throws<BadInputException>(() =>
            Preprocessor.Prepare(recording, Raw.With("epochs.event", "T2")));
        Assert.Contains("'T2'", complaint.Message);
        Assert.Contains("T1 (1)", complaint.Message);
    }

    [Fact]
    public void Resampling_keeps_what_fits_and_does_not_fold_the_rest_back()
    {
        using var recording = Of(1, 20, (_, t) => Math.Sin(2 * Math.PI * 5 * t) + Math.Sin(2 * Math.PI * 70 * t));
        var signal = Preprocessor.Prepare(recording, Raw.With("preprocessing.resample", "100")).Load(0);
        Assert.Equal(100, signal.SamplingRate);
        for (var i = 200; i < 1800; i++)
        {
            // 70 Hz would fold to 30 Hz; the default anti-aliasing filter leaves under 1 % of it.
            Assert.Equal(Math.Sin(2 * Math.PI * 5 * i / 100), signal.Samples[i], 0.02);
        }
    }

    [Fact]
    public void Only_neural_channels_are_measured_unless_told_otherwise()
    {
        using var recording = Of(3, 5, Noise, type: c => c == 1 ? ChannelType.Eog : ChannelType.Eeg);
        Assert.Equal([0, 2], Preprocessor.Prepare(recording, RecordingMeasurer.DefaultSettings).Channels);
        Assert.Equal([0, 1, 2], Preprocessor.Prepare(recording, Raw).Channels);
        Assert.Equal([1], Preprocessor.Prepare(recording, Raw.With("preprocessing.channels", "eog")).Channels);
        var complaint = Assert.Throws<BadInputException>(() => Preprocessor.Prepare(recording, Raw, ["E9"]));
        Assert.Contains("'E9'", complaint.Message);
    }
}
