using Isonomia.Measurement.Biomarkers;
using Isonomia.Measurement.Biomarkers.Evoked;
using Isonomia.Measurement.Formats;
using Isonomia.Measurement.Measuring;
using Isonomia.Measurement.Preprocessing;
using Isonomia.Measurement.Recordings;
using Isonomia.Tests;

namespace Isonomia.Measurement.Tests.Biomarkers.Evoked;

/// <summary>Against MNE-Python 1.3's tfr_morlet on real epochs (shared/data/reference/connectivity_itc.json).</summary>
public sealed class TrialCoherenceTests
{
    [Theory]
    [InlineData("FPz")]
    [InlineData("Pz")]
    [InlineData("Oz")]
    public void Coherence_of_real_trials_is_that_of_mne(string channel)
    {
        using var recording = RecordingFile.Open(SharedData.Path("eeglab_sample/eeglab_data_epochs_ica.set"));
        var settings = PreprocessingSettings.Raw.Aggregate(RecordingMeasurer.DefaultSettings, (s, p) => s.With(p.Key, p.Value))
            .With("evoked.window", "-1:2");
        var found = (TrialCoherenceResult)new RecordingMeasurer(settings, [new TrialCoherenceBiomarker()])
        {
            ChannelNames = [channel],
            RecordingBiomarkers = [],
            ApplicableOnly = true,
        }.Measure(recording).Channels[0].Biomarkers["inter_trial_coherence"];
        Assert.Equal(80, found.Trials);

        var reference = SharedData.Reference("connectivity_itc.json").GetProperty("itc").GetProperty(channel);
        var times = reference.GetProperty("times").Numbers();
        var frequencies = reference.GetProperty("freqs").Numbers();
        var rows = reference.GetProperty("itc").EnumerateArray().Select(r => r.Numbers()).ToArray();
        for (var f = 0; f < frequencies.Length; f++)
        {
            var row = found.Coherence[Array.IndexOf(found.Frequencies, frequencies[f])];
            for (var t = 0; t < times.Length; t++)
                Assert.Equal(rows[f][t], row[Array.FindIndex(found.Times, x => Math.Abs(x - times[t]) < 1e-6)], 1e-9);
        }
    }

    [Fact]
    public void Without_a_stimulus_the_reason_names_the_setting_and_the_events_there_are()
    {
        var channel = TestChannel.Of(
            TestChannel.Signal(200, new double[4000]) with { Events = [new SignalEvent(100, "beep"), new SignalEvent(300, "beep")] });
        var biomarker = new TrialCoherenceBiomarker();
        Assert.False(biomarker.AppliesTo(channel));
        var why = biomarker.Measure(channel).ToReading().Find("alpha", "itc")!.Value.Why!;
        Assert.Contains("evoked.event", why);
        Assert.Contains("beep (2)", why);
    }

    [Fact]
    public void A_rejected_trial_is_not_used()
    {
        var signal = TestChannel.Signal(200, Noise.Signals(1, 20, _ => 1).Single()) with
        {
            Usable = [new SampleRange(0, 2000), new SampleRange(2100, 1900)],
            Events = [.. Enumerable.Range(1, 9).Select(k => new SignalEvent(400 * k, "beep"))],
        };
        var found = (TrialCoherenceResult)new TrialCoherenceBiomarker().Measure(TestChannel.Of(signal, ("evoked.event", "beep")));
        // The one at 2000 reaches into what was rejected.
        Assert.Equal(8, found.Trials);
    }
}
