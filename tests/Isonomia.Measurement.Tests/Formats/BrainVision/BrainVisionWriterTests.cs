using Isonomia.Measurement.Formats;
using Isonomia.Measurement.Formats.BrainVision;
using Isonomia.Measurement.Recordings;

namespace Isonomia.Measurement.Tests.Formats.BrainVision;

public sealed class BrainVisionWriterTests : IDisposable
{
    private readonly string folder = TestRecordings.TemporaryFolder();

    private string Target => Path.Combine(folder, "written.vhdr");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static double[] Floats(int length, int seed) =>
        [.. TestRecordings.Walk(length, seed, 1e-3, 40).Select(v => (double)(float)v)];

    [Fact]
    public void Floating_point_samples_and_events_return_unchanged()
    {
        RecordingEvent[] events =
        [
            new(0, 0, "Stimulus/S, 1"), new(0.25, 0.5, "T0"), new(0.5, 0, "Comment/a/b"), new(1.0, 0, "/odd"),
            new(1.5, 0, "é=;["),
        ];
        var start = new DateTime(2024, 2, 29, 23, 59, 59, 999, 250);
        Position place = new(-0.03, 0.09, 0.001);
        using var written = TestRecordings.Of(
            h => h with
            {
                Events = events,
                Start = start,
                Channels = [h.Channels[0] with { Position = place }, .. h.Channels.Skip(1)],
            },
            ("Fp1", "uV", 256, Floats(512, 1)),
            ("a, b", "mV", 256, Floats(512, 2)),
            ("MEG 1", "", 256, Floats(512, 3)));
        BrainVisionWriter.Write(Target, written);
        using var back = RecordingFile.Open(Target);

        Assert.Equal(3, Directory.GetFiles(folder).Length);
        Assert.Equal(start, back.Header.Start);
        Assert.Equal(
            written.Channels.Select(c => (c.Name, c.Unit, c.SamplingRate)),
            back.Channels.Select(c => (c.Name, c.Unit, c.SamplingRate)));
        for (var c = 0; c < 3; c++)
            Assert.Equal(written.ReadAll(c), back.ReadAll(c));
        // The dated start takes a New Segment marker, which reads as an event.
        Assert.Equal("New Segment/", back.Events[0].Description);
        Assert.Equal(events, back.Events.Skip(1));
        var read = back.Channels[0].Position!.Value;
        Assert.Equal(0, Math.Abs(read.X - place.X) + Math.Abs(read.Y - place.Y) + Math.Abs(read.Z - place.Z), 1e-12);
        Assert.Null(back.Channels[1].Position);
    }

    [Theory]
    [InlineData("brainvision_eeguana/bv_export_bv_txt_bin_multi.vhdr")]
    [InlineData("brainvision_mne/test.vhdr")]
    public void A_real_recording_returns_unchanged(string file)
    {
        using var written = FileReadings.Open(file);
        BrainVisionWriter.Write(Target, written);
        using var back = RecordingFile.Open(Target);
        Assert.Equal(written.Events, back.Events);
        Assert.Equal(written.Header.Start, back.Header.Start);
        Assert.Equal(written.Stretches, back.Stretches);
        for (var c = 0; c < written.Channels.Count; c++)
            Assert.Equal(written.ReadAll(c), back.ReadAll(c));
    }

    [Fact]
    public void Gaps_return_with_their_lengths_where_the_start_is_known()
    {
        Stretch[] stretches = [new(0, 2), new(10.5, 1), new(13, 1)];
        RecordingEvent[] events = [new(1, 0, "a"), new(10.75, 0, "b"), new(13.5, 0.25, "c")];
        using var written = TestRecordings.Of(
            h => h with { Stretches = stretches, Events = events, Start = new DateTime(2024, 1, 1) },
            ("Cz", "uV", 100, Floats(400, 4)));
        BrainVisionWriter.Write(Target, written);
        using var back = RecordingFile.Open(Target);
        Assert.Equal(stretches, back.Stretches);
        Assert.Equal(events, back.Events.Where(e => e.Description != "New Segment/"));
        Assert.Equal([0, 10.5, 13.0], back.Events.Where(e => e.Description == "New Segment/").Select(e => e.Onset));
    }

    [Fact]
    public void An_undated_recording_in_one_piece_gets_no_marker_of_its_own()
    {
        using var written = TestRecordings.Of(
            h => h with { Events = [new RecordingEvent(0.5, 0, "T1")] }, ("Cz", "uV", 100, Floats(100, 5)));
        BrainVisionWriter.Write(Target, written);
        using var back = RecordingFile.Open(Target);
        Assert.Equal(written.Events, back.Events);
        Assert.Null(back.Header.Start);
    }

    [Fact]
    public void What_the_format_cannot_hold_is_refused_and_leaves_no_file()
    {
        using var mixed = TestRecordings.Of(
            null, ("Cz", "uV", 100, new double[100]), ("ECG", "uV", 50, new double[50]));
        Assert.Throws<ArgumentException>(() => BrainVisionWriter.Write(Target, mixed));
        Assert.Throws<ArgumentException>(() => BrainVisionWriter.Write(Path.Combine(folder, "x.eeg"), mixed));
        Assert.Empty(Directory.GetFiles(folder));
    }
}
