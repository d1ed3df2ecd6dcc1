using Isonomia.Measurement.Formats;
using Isonomia.Measurement.Recordings;
using Isonomia.Tests;

namespace Isonomia.Measurement.Tests.Formats.Delimited;

/// <summary>Reference: the numbers written, unless stated.</summary>
public sealed class DelimitedFormatTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    // Reference: the files' own lines; 4097 samples at 173.61 Hz after the sets' description (Andrzejak et al. 2001).
    [Theory]
    [InlineData("bonn/Z/Z001.txt")]
    [InlineData("bonn/N/N001.TXT")]
    [InlineData("bonn/S/S001.txt")]
    public void Bonn_segments_are_one_number_a_line(string relative)
    {
        var path = SharedData.Path(relative);
        using var recording = RecordingFile.Open(path, new ReadingOptions { SamplingRate = 173.61, Unit = "µV" });
        Assert.Equal(File.ReadAllLines(path).Select(double.Parse), recording.ReadAll(0));
        var channel = Assert.Single(recording.Channels);
        Assert.Equal((4097L, 173.61, "uV", ChannelType.Eeg),
            (channel.Samples, channel.SamplingRate, channel.Unit, channel.Type));
    }

    [Theory]
    [InlineData("1,2.5,-3e2\n4,5,6\n7,8,9\n")]
    [InlineData("1\t2.5\t-3e2\r\n4\t5\t6\r\n7\t8\t9\r\n")]
    [InlineData("1;2.5;-3e2\n4;5;6\n7;8;9")]
    [InlineData("1;2,5;-3e2\n4;5;6\n7;8;9")]
    [InlineData("  1   2.5 -3e2\n  4\t 5  6 \n\n7 8 9\n")]
    [InlineData("1\t2,5\t-3e2\n4\t5\t6\n7\t8\t9\n")]
    [InlineData("1 2,5 -3e2\n4 5,0 6\n7 8 9\n")]
    [InlineData("\uFEFFa,b,c\n1,2.5,-3e2\n4,5,6\n7,8,9\n")]
    [InlineData("\"a\";\"b\";\"c\"\n\"1\";\"2,5\";\"-300\"\n4;5;6\n7;8;9\n")]
    [InlineData("# made by hand\n# a,b,c\n1,2.5,-3e2\n4,5,6\n7,8,9\n")]
    [InlineData("1,2.5,-3e2,\n4,5,6,\n7,8,9,\n")]
    public void Delimiters_and_decimal_marks_are_found(string text)
    {
        using var recording = At100Hz("x.csv", text);
        Assert.Equal([2.5, 5, 8], recording.ReadAll(1));
        Assert.Equal([-300, 6, 9], recording.ReadAll(2));
        Assert.Equal(3, recording.Channels.Count);
    }

    [Fact]
    public void Names_and_units_come_from_the_header()
    {
        using var recording = At100Hz("x.tsv", "Cz (µV)\tVEOG [mV]\tstatus\n1\t2\t3\n4\t5\t6\n");
        Assert.Equal([("Cz", "uV", ChannelType.Eeg), ("VEOG", "mV", ChannelType.Eog),
            ("status", "", ChannelType.Stimulus)],
            recording.Channels.Select(c => (c.Name, c.Unit, c.Type)));
    }

    [Theory]
    [InlineData("time,Cz\n0.5,1\n0.504,2\n0.508,3\n0.512,4\n", 250)]
    [InlineData("Cz,time_ms\n1,0\n2,4\n3,8\n4,12\n", 250)]
    [InlineData("Time [s];Cz\n0,000;1\n0,004;2\n0,008;3\n0,012;4\n", 250)]
    [InlineData("0 1\n0.004 2\n0.008 3\n0.012 4\n", 250)]
    [InlineData("timestamps,Cz\n1700000000.0,1\n1700000000.5,2\n1700000001.0,3\n1700000001.5,4\n", 2)]
    public void A_column_of_times_gives_the_rate(string text, double expected)
    {
        using var recording = RecordingFile.Open(folder.Write("x.csv", text));
        var channel = Assert.Single(recording.Channels);
        Assert.Equal(expected, channel.SamplingRate);
        Assert.Equal([1, 2, 3, 4], recording.ReadAll(0));
    }

    // Reference: at 256 Hz in whole milliseconds, steps are 3 or 4 ms; the mean is what counts.
    [Fact]
    public void Times_rounded_to_milliseconds_give_the_mean_rate()
    {
        var rows = Enumerable.Range(0, 2561).Select(i => $"{Math.Round(i / 0.256)},{i}");
        using var recording = RecordingFile.Open(folder.Write("x.csv", "time_ms,Cz\n" + string.Join('\n', rows)));
        Assert.Equal(256, recording.Channels[0].SamplingRate);
    }

    [Fact]
    public void Missing_times_are_gaps()
    {
        var rows = Enumerable.Range(0, 1000).Select(i => $"{(i < 400 ? i : i + 250) * 0.01:F2},{i}");
        using var recording = RecordingFile.Open(folder.Write("x.csv", "t,Cz\n" + string.Join('\n', rows)));
        Assert.Equal([0, 6.5], recording.Stretches.Select(s => s.Onset), new Near(1e-9));
        Assert.Equal([new SampleRange(0, 400), new SampleRange(400, 600)], recording.RangesOf(0));
        Assert.Equal(100, recording.Channels[0].SamplingRate);
    }

    [Fact]
    public void A_count_of_samples_is_no_signal_and_no_clock()
    {
        var path = folder.Write("x.csv", ",Cz\n0,5\n1,6\n2,7\n");
        Assert.Contains("--rate HZ", Assert.Throws<BadInputException>(() => RecordingFile.Open(path)).Message);
        using var recording = RecordingFile.Open(path, new ReadingOptions { SamplingRate = 10 });
        Assert.Equal("Cz", Assert.Single(recording.Channels).Name);
        Assert.Contains("the first column counts samples and was left out", recording.Header.Warnings);
    }

    [Fact]
    public void A_stated_rate_outweighs_times_that_disagree()
    {
        var path = folder.Write("x.csv", "time,Cz\n0,1\n0.1,2\n0.2,3\n");
        using var recording = RecordingFile.Open(path, new ReadingOptions { SamplingRate = 500 });
        Assert.Equal(500, recording.Channels[0].SamplingRate);
        Assert.Contains(recording.Header.Warnings, w => w.Contains("although the column of times says 10 Hz"));
    }

    [Fact]
    public void More_columns_than_rows_are_samples()
    {
        using var recording = At100Hz("x.csv", "1,2,3,4\n5,6,7,8\n");
        Assert.Equal([5, 6, 7, 8], recording.ReadAll(1));
        Assert.Contains(recording.Header.Warnings, w => w.Contains("read as 2 channels of 4 samples"));
    }

    [Fact]
    public void Missing_values_are_not_numbers_and_counted()
    {
        using var recording = At100Hz("x.csv", "a,b\n1,NaN\nn/a,2\n3,NA\n");
        Assert.Equal([1, double.NaN, 3], recording.ReadAll(0));
        Assert.Contains("3 values are missing (NaN)", recording.Header.Warnings);
    }

    [Fact]
    public void A_last_line_cut_short_is_left_out()
    {
        using var recording = At100Hz("x.csv", "1,2\n3,4\n5,6\n7");
        Assert.Equal([1, 3, 5], recording.ReadAll(0));
        Assert.Contains("the file was cut short: its last line, 4, is incomplete and was left out",
            recording.Header.Warnings);
    }

    [Theory]
    [InlineData("a,b\n1,2\n3,x4\n5,6\n", "line 3, column 2 (b): 'x4' is not a number")]
    [InlineData("1,2\n3,\n5,6\n", "line 2, column 2: there is nothing where a number was expected")]
    [InlineData("1,2\n3\n5,6\n", "line 2 has 1 columns, but 2 were expected")]
    [InlineData("1,2\n3,4,5\n5,6\n", "line 2 has 3 columns, but 2 were expected")]
    [InlineData("a,b\n", "is not a number")]
    [InlineData("# nothing\n", "there are no rows of numbers")]
    [InlineData("some words about\nanother thing\n", "is not a number")]
    [InlineData("time,Cz\n0,1\n0.2,2\n0.1,3\n", "times must increase, but sample 3 is at 0.1 after 0.2")]
    [InlineData("time,Cz\n0,1\n4,2\n8,3\n", "which in seconds would be 0.25 Hz")]
    [InlineData("time,Cz\n0,1\n0.1,2\n0.2,3\n0.7,4\n0.8,5\n1.6,6\n1.7,7\n", "sampling was irregular")]
    [InlineData("1,2\n3,4\n5,6\n", "state it with --rate HZ")]
    [InlineData("time\n0\n0.1\n0.2\n", "there is no signal")]
    public void What_is_wrong_is_named_with_its_place(string text, string why) => Assert.Contains(why,
        Assert.Throws<BadInputException>(() => RecordingFile.Open(folder.Write("x.csv", text))).Message);

    private Recording At100Hz(string name, string text) =>
        RecordingFile.Open(folder.Write(name, text), new ReadingOptions { SamplingRate = 100 });
}
