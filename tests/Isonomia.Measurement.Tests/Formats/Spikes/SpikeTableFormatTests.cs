using Isonomia.Measurement.Formats;
using Isonomia.Measurement.Recordings;

namespace Isonomia.Measurement.Tests.Formats.Spikes;

public sealed class SpikeTableFormatTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("unit,time\n10,0.5\n2,0.25\n10,0.125\n")]
    [InlineData("spike_time_ms\tunit_id\n500\t10\n250\t2\n125\t10\n")]
    [InlineData("time [s];neuron\n0,5;10\n0,25;2\n0,125;10\n")]
    public void Spikes_are_gathered_by_unit_in_order_of_time(string text)
    {
        using var recording = RecordingFile.Open(folder.Write("x.csv", text));
        Assert.Empty(recording.Channels);
        Assert.Equal(["2", "10"], recording.Header.Spikes.Select(s => s.Unit));
        Assert.Equal([0.125, 0.5], recording.Header.Spikes[1].Times);
        Assert.Equal(0.5, recording.Duration);
    }

    [Fact]
    public void Units_may_have_names()
    {
        using var recording = RecordingFile.Open(folder.Write("x.csv",
            "cluster,t\npyramidal,1\nbasket,2\npyramidal,3\n"));
        Assert.Equal(["pyramidal", "basket"], recording.Header.Spikes.Select(s => s.Unit));
    }

    [Theory]
    [InlineData("unit,time\n1,0.5\n1,x\n2,1\n",
        "line 3: a unit and the time of a spike were expected, but the time is 'x'")]
    [InlineData("unit,time\n1,0.5\n1\n2,1\n", "line 3: a unit")]
    [InlineData("unit,time\n1,0.5\n1,-2\n", "line 3: the spike is at -2, before the recording began")]
    [InlineData("unit,time\n1,NaN\n2,1\n", "line 2: a unit")]
    [InlineData("unit,time\n# nothing\n0,\n", "line 3")]
    public void What_is_wrong_is_named_with_its_line(string text, string why) => Assert.Contains(why,
        Assert.Throws<BadInputException>(() => RecordingFile.Open(folder.Write("x.csv", text))).Message);

    [Fact]
    public void A_last_line_cut_short_is_left_out()
    {
        using var recording = RecordingFile.Open(folder.Write("x.csv", "unit,time\n1,0.5\n1,0.75\n1"));
        Assert.Equal([0.5, 0.75], Assert.Single(recording.Header.Spikes).Times);
        Assert.Contains(recording.Header.Warnings, w => w.Contains("its last line, 4, is incomplete"));
    }
}
