using System.Text;
using Isonomia.Measurement.Formats;
using Isonomia.Measurement.Recordings;

namespace Isonomia.Measurement.Tests.Formats.Fif;

public sealed class FifFormatTests : IDisposable
{
    private const string Elekta = "fif_mne/test_elekta_3ch_raw.fif";
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    // Reference: MNE 1.3.0 (file_readings.json), tolerances in FileReadings.
    [Fact]
    public void A_real_MEG_recording_reads_as_MNE_reads_it()
    {
        using var recording = FileReadings.Open(Elekta);
        FileReadings.Agree(Elekta, recording);
        FileReadings.AgreeOnEvents(Elekta, recording.Events);
        Assert.Equal(FileReadings.Start(Elekta), recording.Header.Start!.Value, TimeSpan.FromMicroseconds(1));
        Assert.Equal([ChannelType.Magnetometer, ChannelType.Gradiometer, ChannelType.Gradiometer, ChannelType.Stimulus],
            recording.Channels.Select(c => c.Type));
        Assert.Equal(["T", "T/m", "T/m", ""], recording.Channels.Select(c => c.Unit));
        Assert.Equal((0.1, 330.0), (recording.Channels[0].HighPass!.Value, recording.Channels[0].LowPass!.Value),
            new Near(1e-6));
    }

    [Fact]
    public void Reading_across_buffers_equals_reading_all()
    {
        using var recording = FileReadings.Open(Elekta);
        var all = recording.ReadAll(2);
        foreach (var (first, count) in new[] { (0, 1), (999, 3), (1, 79_999), (79_999, 1), (12_345, 4_321) })
        {
            var part = new double[count];
            recording.Read(2, first, part);
            Assert.Equal(all.AsSpan(first, count).ToArray(), part);
        }
    }

    // Reference: stored number x range x calibration, potentials in microvolts; 100 and -3 fit every type.
    [Theory]
    [InlineData(2)]
    [InlineData(16)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void Buffers_of_every_type_are_calibrated(int type)
    {
        int[] stored = [100, 5, 6, 1, -3, 7, 8, 2];
        var data = type switch
        {
            2 or 16 => FifWriter.Shorts(stored),
            3 => FifWriter.Ints(stored),
            4 => FifWriter.Floats([.. stored.Select(s => (float)s)]),
            _ => FifWriter.Doubles([.. stored.Select(s => (double)s)]),
        };
        using var recording = Open(new FifWriter().Info().Begin(102).Tag(300, type, data).End(102).End(100));
        Assert.Equal(("uV", ChannelType.Eeg), (recording.Channels[0].Unit, recording.Channels[0].Type));
        Assert.Equal([100, -3], recording.ReadAll(0), Near.Single);
        Assert.Equal([5e-15, 7e-15], recording.ReadAll(1), Near.Single);
        Assert.Equal([6e-13, 8e-13], recording.ReadAll(2), Near.Single);
        Assert.Equal([1, 2], recording.ReadAll(3));
        Assert.Equal(new DateTime(2020, 9, 13, 12, 26, 40, 500, DateTimeKind.Utc), recording.Header.Start);
        Assert.Contains("marked bad in the file: Cz, MEG0111", recording.Header.Warnings);
    }

    // Reference: the transform turns device x into head y and lifts by 4 cm; electrodes are in the head already.
    [Fact]
    public void Sensors_are_placed_in_the_head()
    {
        using var recording = Open(new FifWriter().Info().Begin(102).Tag(300, 4,
            FifWriter.Floats(1, 2, 3, 4)).End(102).End(100));
        var (eeg, meg) = (recording.Channels[0].Position!.Value, recording.Channels[1].Position!.Value);
        Assert.Equal([0.01, 0.02, 0.03], [eeg.X, eeg.Y, eeg.Z], Near.Single);
        Assert.Equal([0, 0.1, 0.04], [meg.X, meg.Y, meg.Z], Near.Single);
        Assert.Null(recording.Channels[3].Position);
    }

    // Reference: a skip counts buffers of the length of the one that follows; nothing is glued, nothing padded.
    [Fact]
    public void Suspended_acquisition_is_a_gap()
    {
        var one = FifWriter.Shorts([.. Enumerable.Range(0, 40)]);
        using var recording = Open(new FifWriter().Info().Begin(102)
            .Tag(208, 3, FifWriter.Ints(1000)).Tag(301, 3, FifWriter.Ints(2)).Tag(300, 2, one)
            .Tag(301, 3, FifWriter.Ints(3)).Tag(300, 2, one).Tag(300, 2, one).End(102).End(100));
        Assert.Equal([new Stretch(0, 0.1), new Stretch(0.4, 0.2)], recording.Stretches);
        Assert.Equal(30, recording.Channels[0].Samples);
        Assert.Equal(0.6, recording.Duration, 1e-12);
        Assert.Equal([new SampleRange(0, 10), new SampleRange(10, 20)], recording.RangesOf(0));
    }

    // Reference: onsets count from the origin, here half a second after the date; recording began a second after it.
    [Theory]
    [InlineData(4, true, 2.5)]
    [InlineData(5, true, 2.5)]
    [InlineData(4, false, 3.0)]
    public void Annotations_are_counted_from_the_first_sample(int type, bool hasOrigin, double expected)
    {
        var writer = new FifWriter().Info().Begin(3810)
            .Tag(3568, type, type == 4 ? FifWriter.Floats(3, 3.5f) : FifWriter.Doubles(3, 3.5))
            .Tag(3569, type, type == 4 ? FifWriter.Floats(3.25f, 3.5f) : FifWriter.Doubles(3.25, 3.5))
            .Tag(206, FifWriter.Text, Encoding.UTF8.GetBytes("BAD{COLON} blink:go"));
        if (hasOrigin)
            writer.Tag(204, FifWriter.Double, FifWriter.Doubles(1_600_000_001, 0));
        writer.End(3810).Begin(102).Tag(208, 3, FifWriter.Ints(100)).Tag(300, 2,
            FifWriter.Shorts(new int[4 * 1000])).End(102).End(100);
        using var recording = Open(writer);
        Assert.Equal(["BAD: blink", "go"], recording.Events.Select(e => e.Description));
        Assert.Equal([expected, expected + 0.5], recording.Events.Select(e => e.Onset), Near.Single);
        Assert.Equal([0.25, 0], recording.Events.Select(e => e.Duration), Near.Single);
    }

    [Fact]
    public void Long_names_follow_the_short_ones()
    {
        var writer = new FifWriter().Info();
        foreach (var name in new[] { "an electrode with a long name", "b", "c", "d" })
            writer.Begin(113).Tag(258, FifWriter.Text, Encoding.UTF8.GetBytes(name)).End(113);
        using var recording = Open(writer.Begin(102).Tag(300, 2, FifWriter.Shorts(1, 2, 3, 4)).End(102).End(100));
        Assert.Equal("an electrode with a long name", recording.Channels[0].Name);
    }

    [Fact]
    public void A_file_cut_short_is_read_to_the_last_whole_buffer()
    {
        var one = FifWriter.Shorts(new int[40]);
        var bytes = new FifWriter().Info().Begin(102).Tag(300, 2, one).Tag(300, 2, one).ToArray();
        using var recording = RecordingFile.Open(folder.Write("x.fif", bytes[..^30]));
        Assert.Equal(10, recording.Channels[0].Samples);
        Assert.Contains(recording.Header.Warnings, w => w.Contains("it lacks 30 bytes of the last data buffer"));
    }

    [Fact]
    public void A_part_of_a_split_recording_names_the_next()
    {
        var writer = new FifWriter().Info().Begin(102).Tag(300, 2, FifWriter.Shorts(1, 2, 3, 4)).End(102).Begin(118)
            .Tag(115, 3, FifWriter.Ints(2)).Tag(118, FifWriter.Text, "rest_raw-1.fif"u8.ToArray()).End(118).End(100);
        using var recording = Open(writer);
        Assert.Contains(recording.Header.Warnings, w =>
            w.Contains("goes on in rest_raw-1.fif; only this part was read"));
    }

    [Fact]
    public void What_cannot_be_is_refused()
    {
        var data = FifWriter.Shorts(1, 2, 3, 4);
        Refused("announces 5 channels and describes 4",
            new FifWriter().Info(announced: 5).Begin(102).Tag(300, 2, data));
        Refused("states is 0 Hz; a positive number", new FifWriter().Info(rate: 0).Begin(102).Tag(300, 2, data));
        Refused("the calibration of the channel Cz",
            new FifWriter().Info(calibration: float.NaN).Begin(102).Tag(300, 2, data));
        Refused("holds no raw data", new FifWriter().Info().End(100));
        Refused("holds no measurement information", new FifWriter().Begin(102).Tag(300, 2, data));
        Refused("numbers of type 20", new FifWriter().Info().Begin(102).Tag(300, 20, new byte[64]));
        Refused("-8 bytes", new FifWriter().Info(), [.. FifWriter.Ints(300, 2, -8, 0)]);
        Refused("run in circles", new FifWriter().Info(), [.. FifWriter.Ints(300, 2, 0, 16)]);
    }

    private void Refused(string why, FifWriter writer, params byte[] rest) =>
        Assert.Contains(why, Assert.Throws<BadInputException>(
        () => RecordingFile.Open(folder.Write("x.fif", [.. writer.ToArray(), .. rest]))).Message);

    private Recording Open(FifWriter writer) => RecordingFile.Open(folder.Write("x.fif", writer.ToArray()));
}
