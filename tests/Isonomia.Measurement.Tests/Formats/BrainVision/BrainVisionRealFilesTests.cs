using Isonomia.Measurement.Recordings;

namespace Isonomia.Measurement.Tests.Formats.BrainVision;

public class BrainVisionRealFilesTests
{
    private const string Export = "brainvision_eeguana/bv_export_bv_txt_";

    public static TheoryData<string> Files =>
    [
        Export + "bin_multi.vhdr",
        Export + "bin_multi_16bit.vhdr",
        Export + "bin_vector_32bit.vhdr",
        Export + "txt_multi.vhdr",
        "brainvision_mne/test.vhdr",
    ];

    [Theory]
    [MemberData(nameof(Files))]
    public void Reads_what_MNE_reads(string file)
    {
        using var recording = FileReadings.Open(file);
        FileReadings.Agree(file, recording);
        FileReadings.AgreeOnEvents(file, recording.Events);
        Assert.Equal(FileReadings.Start(file).Ticks, recording.Header.Start!.Value.Ticks);
        Assert.Empty(recording.Header.Warnings);
    }

    [Theory]
    [InlineData("bin_multi_16bit.vhdr")]
    [InlineData("bin_vector_32bit.vhdr")]
    [InlineData("txt_multi.vhdr")]
    [InlineData("../bv_export_edf+.edf")]
    public void One_recording_exported_in_five_formats_is_one_recording(string other)
    {
        using var floats = FileReadings.Open(Export + "bin_multi.vhdr");
        using var second = FileReadings.Open(
            other.StartsWith("../") ? "brainvision_eeguana/" + other[3..] : Export + other);
        Assert.Equal(floats.Channels.Select(c => (c.Name, c.Type, c.Unit, c.SamplingRate)),
            second.Channels.Select(c => (c.Name, c.Type, c.Unit, c.SamplingRate)));
        for (var c = 0; c < floats.Channels.Count; c++)
        {
            var one = floats.ReadAll(c);
            var two = second.ReadAll(c);
            // Half a step of each: 0.35450548 uV (INT_16); 5.4091593e-6 uV (INT_32); 0.001 uV (text); and a float's own
            // rounding at these sizes. For EDF two steps of the channel's range in 60,001: its exporter truncated, and
            // the digital range it wrote lies half a step off centre.
            var step = other switch
            {
                "bin_multi_16bit.vhdr" => 0.35450548,
                "bin_vector_32bit.vhdr" => 5.4091593e-6,
                "txt_multi.vhdr" => 0.001,
                _ => 4 * Math.Max(2, 2 * one.Max(Math.Abs)) / 60001,
            };
            // EDF stores whole records of a second: its exporter filled up the last one with the last sample but one.
            var isEdf = other.EndsWith(".edf");
            Assert.Equal(isEdf ? 5120 : one.Length, two.Length);
            var tolerance = step / 2 * 1.001 + one.Max(Math.Abs) * 1.2e-7;
            for (var i = 0; i < one.Length - (isEdf ? 1 : 0); i++)
                Assert.Equal(one[i], two[i], tolerance);
        }
    }

    [Fact]
    public void The_five_formats_agree_on_the_events()
    {
        using var header = FileReadings.Open(Export + "bin_multi.vhdr");
        using var edf = FileReadings.Open("brainvision_eeguana/bv_export_edf+.edf");
        // EDF+ has no types and writes onsets to the microsecond.
        Assert.Equal(header.Events.Count, edf.Events.Count);
        foreach (var (one, two) in header.Events.Skip(1).Zip(edf.Events.Skip(1)))
        {
            Assert.Equal(one.Description, "Stimulus/" + two.Description);
            Assert.Equal(one.Onset, two.Onset, 1e-6);
        }
    }

    [Theory]
    [InlineData("bin_multi.vmrk")]
    [InlineData("bin_multi.dat")]
    public void Any_of_the_three_files_opens_the_recording(string file)
    {
        using var recording = FileReadings.Open(Export + file);
        Assert.Equal(34, recording.Channels.Count);
        Assert.Equal(13, recording.Events.Count);
    }

    [Fact]
    public void Positions_and_filters_are_read_where_the_header_has_them()
    {
        using var placed = FileReadings.Open(Export + "bin_multi.vhdr");
        // Ch22=1,31,-46: CP2, right of and behind the vertex. Ch33=0,0,0: HEOG, nowhere.
        Assert.True(placed.Channels[21].Position is { X: > 0, Y: < 0, Z: > 0 });
        Assert.Null(placed.Channels[32].Position);
        using var filtered = FileReadings.Open("brainvision_mne/test.vhdr");
        Assert.All(filtered.Channels, c => Assert.Equal((null, 250.0), (c.HighPass, c.LowPass)));
    }

    [Fact]
    public void Channels_without_a_unit_are_in_microvolts()
    {
        // Ch2=FP2,,0.5, and Ch3=F3,,0.5 leave it out; the format defines microvolts then.
        using var recording = FileReadings.Open("brainvision_mne/test.vhdr");
        Assert.All(recording.Channels.Take(26), c => Assert.Equal("uV", c.Unit));
        Assert.Equal(ChannelType.Other, recording.Channels[^1].Type);
    }
}
