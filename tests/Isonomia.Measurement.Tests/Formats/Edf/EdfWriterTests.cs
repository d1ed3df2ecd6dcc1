using Isonomia.Measurement.Formats;
using Isonomia.Measurement.Formats.Edf;
using Isonomia.Measurement.Recordings;

namespace Isonomia.Measurement.Tests.Formats.Edf;

/// <summary>What is written is read back with the reader, which real files hold to the values of other tools.</summary>
public sealed class EdfWriterTests : IDisposable
{
    private readonly string folder = TestRecordings.TemporaryFolder();

    private string Target => Path.Combine(folder, "written.edf");

    private Recording Return(Recording recording)
    {
        EdfWriter.Write(Target, recording);
        Assert.Single(Directory.GetFiles(folder));
        return RecordingFile.Open(Target);
    }

    [Fact]
    public void Samples_return_within_half_a_step_of_their_channels_range()
    {
        double[][] walks =
            [TestRecordings.Walk(2500, 1), TestRecordings.Walk(2500, 2, 0.003, -7), TestRecordings.Walk(2500, 3, 2e-6)];
        using var written = TestRecordings.Of(
            null, ("Fz", "uV", 250, walks[0]), ("Cz", "mV", 250, walks[1]), ("Pz", "V", 250, walks[2]));
        using var back = Return(written);
        Assert.Equal("EDF+C", back.Header.Format);
        Assert.Equal(["Fz", "Cz", "Pz"], back.Channels.Select(c => c.Name));
        Assert.Equal(["uV", "mV", "V"], back.Channels.Select(c => c.Unit));
        for (var c = 0; c < walks.Length; c++)
        {
            // The range is rounded outwards to eight characters, at worst by one part in a hundred here.
            var step = (walks[c].Max() - walks[c].Min()) * 1.01 / 65535;
            foreach (var (wrote, read) in walks[c].Zip(back.ReadAll(c)))
                Assert.Equal(wrote, read, step / 2 * 1.000001);
        }
    }

    [Fact]
    public void Whole_numbers_of_sixteen_bits_return_exactly()
    {
        var samples = Enumerable.Range(-32768, 65536).Select(v => (double)v).ToArray();
        using var written = TestRecordings.Of(null, ("Status", "", 256, samples));
        using var back = Return(written);
        Assert.Equal(samples, back.ReadAll(0));
    }

    [Fact]
    public void A_real_recording_returns_exactly()
    {
        using var written = FileReadings.Open("eegmmidb_S001/S001R02.edf");
        using var back = Return(written);
        Assert.Equal(written.Channels, back.Channels);
        Assert.Equal(written.Events, back.Events);
        Assert.Equal(written.Header.Start, back.Header.Start);
        for (var c = 0; c < written.Channels.Count; c++)
            Assert.Equal(written.ReadAll(c), back.ReadAll(c));
    }

    [Fact]
    public void Events_of_all_kinds_return()
    {
        RecordingEvent[] events =
        [
            new(0, 0, "start"), new(0.123456789, 1.5, "épilepsie µ"), new(0.5, 0, "a/b,c;d"),
            new(2.9999, 0.0001, "end"),
            .. Enumerable.Range(0, 300).Select(i => new RecordingEvent(1 + i * 1e-3, 0, $"burst {i}")),
        ];
        events = [.. events.OrderBy(e => e.Onset)];
        var start = new DateTime(2031, 12, 24, 23, 59, 59, 758, DateTimeKind.Unspecified);
        using var written = TestRecordings.Of(
            h => h with { Events = events, Start = start }, ("Cz", "uV", 100, TestRecordings.Walk(300, 4)));
        using var back = Return(written);
        Assert.Equal(start, back.Header.Start);
        Assert.Equal(events.Select(e => e.Description), back.Events.Select(e => e.Description));
        foreach (var (wrote, read) in events.Zip(back.Events))
        {
            Assert.Equal(wrote.Onset, read.Onset, 1.01e-9);
            Assert.Equal(wrote.Duration, read.Duration, 1.01e-9);
        }
    }

    [Fact]
    public void Gaps_return_as_gaps()
    {
        Stretch[] stretches = [new(0, 2), new(10.5, 1.2), new(100, 3)];
        var samples = TestRecordings.Walk(620, 5);
        using var written = TestRecordings.Of(h => h with { Stretches = stretches }, ("Cz", "uV", 100, samples));
        using var back = Return(written);
        Assert.Equal("EDF+D", back.Header.Format);
        Assert.Equal(stretches.Length, back.Stretches.Count);
        foreach (var (wrote, read) in stretches.Zip(back.Stretches))
        {
            Assert.Equal(wrote.Onset, read.Onset, 1e-9);
            Assert.Equal(wrote.Duration, read.Duration, 1e-9);
        }

        Assert.Equal(written.RangesOf(0), back.RangesOf(0));
        Assert.Empty(back.Header.Warnings);
    }

    [Theory]
    [InlineData(256, 76800, 256)]
    [InlineData(512, 5120, 512)]
    [InlineData(1000, 12345, 1000)]
    [InlineData(250, 75001, 250)]
    [InlineData(0.1, 30, 0.1)]
    [InlineData(24414.0625, 244140, 24414.0625)]
    public void Rates_and_lengths_return_exactly_where_decimals_allow(double rate, int length, double expected)
    {
        using var written = TestRecordings.Of(null, ("Cz", "uV", rate, TestRecordings.Walk(length, 6)));
        using var back = Return(written);
        Assert.Equal(expected, back.Channels[0].SamplingRate, 1e-9 * expected);
        // 24,414.0625 Hz needs records of 0.64 s or their like: its length is filled up to a whole number of them.
        Assert.InRange(back.Channels[0].Samples, length, length * 1.01);
        if (rate < 10000)
            Assert.Equal(length, back.Channels[0].Samples);
    }

    [Fact]
    public void Signals_of_different_rates_share_records()
    {
        using var written = TestRecordings.Of(
            null, ("Cz", "uV", 500, TestRecordings.Walk(5000, 7)), ("ECG", "uV", 125, TestRecordings.Walk(1250, 8)),
            ("Temp", "DegC", 0.5, [36.5, 36.6, 36.5, 36.7, 36.6]));
        using var back = Return(written);
        Assert.Equal([500, 125, 0.5], back.Channels.Select(c => c.SamplingRate));
        Assert.Equal([5000, 1250, 5], back.Channels.Select(c => c.Samples));
    }

    [Fact]
    public void A_rate_without_a_decimal_duration_is_kept_to_a_millionth_and_the_length_exactly()
    {
        // The Bonn sets: 4097 samples at 173.61 Hz; an exact record would last 100 s.
        using var written = TestRecordings.Of(null, ("Cz", "uV", 173.61, TestRecordings.Walk(4097, 9)));
        using var back = Return(written);
        Assert.Equal(4097, back.Channels[0].Samples);
        Assert.Equal(173.61, back.Channels[0].SamplingRate, 173.61e-6);
    }

    [Fact]
    public void A_stretch_that_is_no_whole_number_of_records_is_filled_up_by_holding_the_last_sample()
    {
        // 512 Hz: the shortest record that eight characters can write is 1/64 s, eight samples.
        using var written = TestRecordings.Of(null, ("Cz", "uV", 512, TestRecordings.Walk(4722, 10)));
        using var back = Return(written);
        Assert.Equal(4728, back.Channels[0].Samples);
        var read = back.ReadAll(0);
        Assert.All(read[4722..], v => Assert.Equal(read[4721], v));
    }

    [Fact]
    public void Acquisition_filters_and_an_unknown_start_return()
    {
        using var recording = TestRecordings.Of(
            h => h with { Channels = [h.Channels[0] with { HighPass = 0.016, LowPass = 70 }] },
            ("Cz", "uV", 100, new double[100]));
        using var back = Return(recording);
        Assert.Equal((0.016, 70.0), (back.Channels[0].HighPass, back.Channels[0].LowPass));
        Assert.Null(back.Header.Start);
        Assert.All(back.ReadAll(0), v => Assert.Equal(0, v));
    }

    [Fact]
    public void A_constant_channel_returns()
    {
        using var written = TestRecordings.Of(null, ("Cz", "uV", 100, [.. Enumerable.Repeat(12.34567, 100)]));
        using var back = Return(written);
        Assert.All(back.ReadAll(0), v => Assert.Equal(12.34567, v, 1e-6));
    }

    [Fact]
    public void Events_alone_make_an_annotation_file()
    {
        var header = new RecordingHeader("<test>", "memory", [])
        {
            SpikeDuration = 60,
            Events = [new RecordingEvent(0, 30, "Sleep stage W"), new RecordingEvent(30, 30, "Sleep stage 1")],
        };
        using var written = new Recording(header, new MemorySource([]));
        using var back = Return(written);
        Assert.Empty(back.Channels);
        Assert.Equal(header.Events, back.Events);
    }

    [Fact]
    public void What_EDF_cannot_hold_is_refused_and_leaves_no_file()
    {
        using var written = TestRecordings.Of(null, ("Cz", "uV", 100, [1, 2, double.NaN]));
        var complaint = Assert.Throws<ArgumentException>(() => EdfWriter.Write(Target, written)).Message;
        Assert.Contains("Cz holds NaN", complaint);
        Assert.Empty(Directory.GetFiles(folder));
    }

    [Fact]
    public void A_recording_that_breaks_off_while_it_is_written_leaves_the_old_file()
    {
        File.WriteAllText(Target, "old");
        var header = new RecordingHeader("<test>", "memory", [new Channel("Cz", ChannelType.Eeg, "uV", 100, 1000)]);
        using var broken = new Recording(header, new BreakingSource());
        Assert.Throws<BadInputException>(() => EdfWriter.Write(Target, broken));
        Assert.Equal("old", File.ReadAllText(Target));
        Assert.Single(Directory.GetFiles(folder));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private sealed class BreakingSource : ISampleSource
    {
        private int reads;

        public void Read(int channel, long first, Span<double> destination)
        {
            if (++reads > 1)
                throw new BadInputException("broken");
            destination.Fill(0.5);
        }

        public void Dispose()
        {
        }
    }
}
