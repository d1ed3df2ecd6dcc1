using Isonomia.Measurement.Recordings;
using Isonomia.Tests;

namespace Isonomia.Measurement.Tests.Formats.Eeglab;

/// <summary>Reference: MNE 1.3.0 (file_readings.json), tolerances in FileReadings.</summary>
public sealed class EeglabRealFilesTests
{
    private const string Continuous = "eeglab_sample/eeglab_data.set";
    private const string Epoched = "eeglab_sample/eeglab_data_epochs_ica.set";

    // The reference lists the first 60 of the 154 events.
    [Fact]
    public void The_continuous_tutorial_recording_reads_as_MNE_reads_it()
    {
        using var recording = FileReadings.Open(Continuous);
        FileReadings.Agree(Continuous, recording);
        Assert.Equal(154, recording.Events.Count);
        FileReadings.AgreeOnEvents(Continuous, recording.Events.Take(60));
        Assert.Equal(new Stretch(0, 238.3125), Assert.Single(recording.Stretches));
        Assert.Equal(ChannelType.Eog, recording.Channels[1].Type);
        Assert.All(recording.Channels, c => Assert.Equal("uV", c.Unit));
    }

    // FPz is at the front, F3 left of the middle, Oz at the back: EEGLAB's axes are turned into the head's.
    [Fact]
    public void Electrodes_sit_where_their_names_say()
    {
        using var recording = FileReadings.Open(Continuous);
        Position At(string name) => recording.Channels[recording.IndexOf(name)].Position!.Value;
        Assert.True(At("FPz").Y > 0.08 && At("Oz").Y < -0.08);
        Assert.True(At("F3").X < -0.02 && At("F4").X > 0.02);
        Assert.True(At("Cz").Z > 0.08);
    }

    [Fact]
    public void The_epoched_tutorial_recording_reads_as_MNE_reads_it()
    {
        var expected = SharedData.Reference("file_readings.json").GetProperty(Epoched);
        using var recording = FileReadings.Open(Epoched);
        Assert.Equal(expected.GetProperty("channels").EnumerateArray().Select(c => c.GetString()),
            recording.Channels.Select(c => c.Name));
        Assert.Equal(80, recording.Stretches.Count);
        Assert.All(recording.Stretches, s => Assert.Equal(3, s.Duration));
        Assert.Equal(expected.GetProperty("tmin").GetDouble(), recording.Header.EpochStart);
        Assert.All(recording.RangesOf(0), r => Assert.Equal(384, r.Count));

        var all = recording.Channels.SelectMany((_, i) => recording.ReadAll(i)).Select(v => v * 1e-6).ToArray();
        Assert.Equal(expected.GetProperty("mean").GetDouble(), all.Average(), 1e-9 * all.Max(Math.Abs));
        Assert.Equal(expected.GetProperty("std").GetDouble(),
            Math.Sqrt(all.Average(v => v * v) - Math.Pow(all.Average(), 2)), 1e-13);
        var first = expected.GetProperty("first_epoch_ch0_first5").Numbers();
        for (var i = 0; i < first.Length; i++)
            Assert.Equal(first[i], all[i], 1e-9 * Math.Abs(first[i]));
    }

    // Every epoch was cut around a square, a second after its beginning.
    [Fact]
    public void Each_epoch_holds_the_event_it_was_cut_around()
    {
        using var recording = FileReadings.Open(Epoched);
        var squares = recording.Events.Where(e => e.Description == "square").Select(e => e.Onset).ToArray();
        Assert.All(recording.Stretches, s =>
            Assert.Contains(squares, onset => Math.Abs(onset - s.Onset - 1) < 0.5 / 128));
    }
}
