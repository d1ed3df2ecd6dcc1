using Isonomia.Measurement.Formats;
using Isonomia.Measurement.Recordings;
using Isonomia.Tests;

namespace Isonomia.Measurement.Tests.Formats.Xdf;

public sealed class XdfFormatTests : IDisposable
{
    private const string Real = "unicorn_eyes_open_closed/1_resting_open_2024-06-10_14-10-56_10.xdf";
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_real_recording_has_the_samples_and_markers_of_an_independent_reader()
    {
        using var recording = FileReadings.Open(Real);
        var streams = SharedData.Reference("file_readings.json").GetProperty(Real).GetProperty("streams");
        var (data, markers) = (streams[0], streams[1]);
        Assert.Equal(data.GetProperty("n_ch").GetInt32(), recording.Channels.Count);
        Assert.All(recording.Channels, c => Assert.Equal(data.GetProperty("n").GetInt64(), c.Samples));
        Assert.All(recording.Channels, c => Assert.Equal(250, c.SamplingRate));
        Assert.Equal(data.GetProperty("first").Numbers(), recording.Channels.Select((_, i) => recording.ReadAll(i)[0]));

        // Markers lie between the samples that were stamped around them: the computer's clock ran 0.06 % slow.
        var (first, last) = (data.GetProperty("first_t").GetDouble(), data.GetProperty("last_t").GetDouble());
        var scale = (recording.Channels[0].Samples - 1) / 250.0 / (last - first);
        double[] onsets = [.. markers.GetProperty("times").Numbers().Select(t => (t - first) * scale)];
        Assert.Equal(onsets.Length, recording.Events.Count);
        Assert.All(onsets.Zip(recording.Events), pair => Assert.Equal(pair.First, pair.Second.Onset, 1e-4));
        Assert.Equal("resting-state-eyes-open-begin", recording.Events[3].Description);
    }

    [Fact]
    public void Between_its_markers_it_is_the_recording_that_was_converted_to_bdf_by_other_code()
    {
        using var recording = FileReadings.Open(Real);
        using var converted = FileReadings.Open("unicorn_eyes_open_closed/sub01_eyes_open.bdf");
        var theirs = converted.ReadAll(0);
        var ours = recording.ReadAll(0);
        // The conversion took away the offset of each channel, and stored 24 bits.
        var begin = (int)Math.Round(recording.Events[3].Onset * 250);
        double Misfit(int start)
        {
            var offset = theirs.Take(5000).Average() - ours.Skip(start).Take(5000).Average();
            return Enumerable.Range(0, 5000).Max(i => Math.Abs(ours[start + i] + offset - theirs[i]));
        }

        Assert.True(Enumerable.Range(begin - 5, 11).Min(Misfit) < 0.1, "within 0.1 uV at one of the samples around the marker");
    }

    [Fact]
    public void Samples_with_and_without_time_stamps_are_read_alike()
    {
        var file = new XdfWriter().Stream(1, "amp", "EEG", 2, 100, "float32",
                "<desc><channels><channel><label>Cz</label><unit>volts</unit></channel><channel><label>EOG1</label>"
                + "<unit>microvolts</unit><type>EOG</type></channel></channels></desc>")
            .Floats(1, (10, [1e-6f, 1]), (double.NaN, [2e-6f, 2]), (double.NaN, [3e-6f, 3]))
            .Floats(1, (10.03, [4e-6f, 4]), (10.04, [5e-6f, 5]))
            .Floats(1, (double.NaN, [6e-6f, 6]));
        using var recording = Open(file);
        Assert.Equal([1, 2, 3, 4, 5, 6], recording.ReadAll(0).Select(v => Math.Round(v, 5)));
        Assert.Equal([1, 2, 3, 4, 5, 6], recording.ReadAll(1));
        Assert.Equal([("Cz", ChannelType.Eeg, "uV"), ("EOG1", ChannelType.Eog, "uV")],
            recording.Channels.Select(c => (c.Name, c.Type, c.Unit)));
        var middle = new double[3];
        recording.Read(1, 2, middle);
        Assert.Equal([3, 4, 5], middle);
        Assert.Single(recording.Stretches);
    }

    [Fact]
    public void A_jump_of_the_time_stamps_is_a_gap_and_events_keep_their_place()
    {
        var file = new XdfWriter().Stream(1, "amp", "EEG", 1, 10, "float32").Stream(2, "marks", "Markers", 1, 0, "string");
        for (var i = 0; i < 20; i++)
            file.Floats(1, (100 + (i * 0.1) + (i < 10 ? 0 : 5), [i]));
        using var recording = Open(file.Text(2, 100.5, "go").Text(2, 106.5, "stop").Text(2, 500, "late"));
        Assert.Equal([new(0, 1), new(6, 1)], recording.Stretches.Select(s => new Stretch(Math.Round(s.Onset, 9), s.Duration)));
        Assert.Equal([("go", 0.5), ("stop", 6.5)], recording.Events.Select(e => (e.Description, Math.Round(e.Onset, 6))));
        Assert.Contains(recording.Header.Warnings, w => w.Contains("outside"));
        Assert.Contains(recording.Header.Warnings, w => w.Contains("gap"));
    }

    [Fact]
    public void Clocks_of_two_computers_are_brought_together()
    {
        var file = new XdfWriter().Stream(1, "amp", "EEG", 1, 10, "float32").Stream(2, "marks", "Markers", 1, 0, "string")
            .Offset(2, 1000, -900).Offset(2, 1010, -900);
        for (var i = 0; i < 20; i++)
            file.Floats(1, (100 + (i * 0.1), [i]));
        using var recording = Open(file.Text(2, 1001, "go"));
        Assert.Equal(1, Assert.Single(recording.Events).Onset, 1e-9);
    }

    [Fact]
    public void Of_several_signals_that_of_type_eeg_is_read_or_the_one_that_is_named()
    {
        var file = new XdfWriter().Stream(1, "motion", "Accel", 3, 50, "float32").Stream(2, "head", "EEG", 1, 10, "float32")
            .Floats(1, (0, [1, 2, 3]), (0.02, [1, 2, 3])).Floats(2, (0, [7]));
        using (var recording = Open(file))
        {
            Assert.Equal([7], recording.ReadAll(0));
            Assert.Contains(recording.Header.Warnings, w => w.Contains("'motion'"));
        }

        using var other = Open(file, new ReadingOptions { Variable = "motion" });
        Assert.Equal(3, other.Channels.Count);
        Assert.Contains("'head'", Assert.Throws<BadInputException>(() => Open(file, new ReadingOptions { Variable = "x" })).Message);
    }

    [Fact]
    public void Cut_short_it_is_read_up_to_the_last_whole_chunk_with_a_warning()
    {
        var bytes = new XdfWriter().Stream(1, "amp", "EEG", 1, 10, "float32")
            .Floats(1, (0, [1]), (0.1, [2])).Floats(1, (0.2, [3])).ToArray();
        using var recording = RecordingFile.Open(folder.Write("x.xdf", bytes[..^3]));
        Assert.Equal([1, 2], recording.ReadAll(0));
        Assert.Contains(recording.Header.Warnings, w => w.Contains("cut short"));
    }

    [Fact]
    public void A_count_in_the_footer_that_disagrees_is_told()
    {
        var file = new XdfWriter().Stream(1, "amp", "EEG", 1, 10, "float32").Floats(1, (0, [1])).Footer(1, 9);
        using var recording = Open(file);
        Assert.Contains(recording.Header.Warnings, w => w.Contains("announces 9 samples, but 1"));
    }

    [Fact]
    public void What_is_damaged_is_refused_with_its_place()
    {
        XdfWriter Sound() => new XdfWriter().Stream(1, "amp", "EEG", 2, 10, "float32");
        void Refused(XdfWriter file, string why) => Assert.Contains(why, Assert.Throws<BadInputException>(() => Open(file)).Message);
        Refused(Sound().Floats(2, (0, [1, 2])), "stream 2 was not announced");
        Refused(Sound().Chunk(3, [1, 0, 0, 0, 4, 255, 255, 255, 127]), "samples are announced");
        Refused(Sound().Chunk(3, [1, 0, 0, 0, 1, 1, 0, 0]), "a sample of 8 bytes");
        Refused(Sound().Chunk(3, [1, 0, 0, 0, 1, 1, 5, 0, 0, 0, 0, 0, 0, 0, 0]), "a time stamp of 5 bytes");
        Refused(Sound().Chunk(2, [1, 0, 0, 0]), "not valid XML");
        Refused(new XdfWriter().Stream(1, "amp", "EEG", 0, 10, "float32"), "channel_count");
        Refused(new XdfWriter().Stream(1, "amp", "EEG", 1, 10, "complex"), "channel_format");
        Refused(Sound(), "no stream of the file holds numbers");
        Refused(new XdfWriter().Chunk(2, [1, 0, 0, 0, .. "<!DOCTYPE a [<!ENTITY b \"c\">]><info/>"u8]), "not valid XML");
    }

    private Recording Open(XdfWriter file, ReadingOptions? options = null) =>
        RecordingFile.Open(folder.Write("x.xdf", file.ToArray()), options);
}
