using Isonomia.Measurement.Formats;
using Isonomia.Measurement.Recordings;
using Isonomia.Measurement.Tests.Formats.Matlab;

namespace Isonomia.Measurement.Tests.Formats.Eeglab;

/// <summary>Reference for all: the values written; sample s of channel c is 100 c + s.</summary>
public sealed class EeglabFormatTests : IDisposable
{
    private const int Channels = 2;
    private readonly TemporaryFolder folder = new();
    private readonly MatWriter w = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public void Samples_in_the_set_are_read_in_either_layout_of_fields(bool fieldsAreVariables, bool compressed)
    {
        var writer = new MatWriter(compressed: compressed);
        var fields = Fields(writer, 6, 1, writer.Numbers("single", [Channels, 6], Samples(6)));
        using var recording = RecordingFile.Open(folder.Write("x.mat", Written(writer, fields, fieldsAreVariables)));
        Assert.Equal("EEGLAB", recording.Header.Format);
        Assert.Equal([100, 101, 102, 103, 104, 105], recording.ReadAll(1));
        Assert.Equal(["Cz", "VEOG"], recording.Channels.Select(c => c.Name));
        Assert.Equal([ChannelType.Eeg, ChannelType.Eog], recording.Channels.Select(c => c.Type));
    }

    [Theory]
    [InlineData("x.fdt", true)]
    [InlineData("old.dat", false)]
    public void Samples_beside_the_set_are_single_precision(string companion, bool multiplexed)
    {
        folder.Write(companion,
            Singles(multiplexed ? Samples(6) : [.. Enumerable.Range(0, 12).Select(i => (100.0 * (i / 6)) + (i % 6))]));
        using var recording = RecordingFile.Open(folder.Write("x.set",
            Written(w, Fields(w, 6, 1, w.Text("C:\\data\\" + companion)))));
        Assert.Equal([0, 1, 2, 3, 4, 5], recording.ReadAll(0));
        Assert.Equal([100, 101, 102, 103, 104, 105], recording.ReadAll(1));
    }

    [Fact]
    public void A_renamed_pair_is_found_and_a_lonely_set_refused()
    {
        var path = folder.Write("renamed.set", Written(w, Fields(w, 6, 1, w.Text("original.fdt"))));
        Assert.EndsWith("the samples lie in another file, 'original.fdt', which is not there, nor is "
            + "'renamed.fdt'; put it beside "
            + "the .set file", Assert.Throws<BadInputException>(() => RecordingFile.Open(path)).Message);
        folder.Write("renamed.fdt", Singles(Samples(6)));
        using var recording = RecordingFile.Open(path);
        Assert.Contains(recording.Header.Warnings, m => m.Contains("'renamed.fdt' was read instead"));
    }

    // Reference: EEGLAB puts a boundary half a sample after the last one kept; its duration is what was cut out.
    [Fact]
    public void A_boundary_breaks_the_recording_and_moves_what_follows()
    {
        var fields = Fields(w, 10, 1, w.Numbers("single", [Channels, 10], Samples(10)),
            ("boundary", 4.5, 20), ("go", 6, 0), ("boundary", 0.5, 7), ("late", 99, 0));
        using var recording = RecordingFile.Open(folder.Write("x.set", Written(w, fields)));
        Assert.Equal([new Stretch(0, 0.4), new Stretch(2.4, 0.6)], recording.Stretches);
        Assert.Equal([new SampleRange(0, 4), new SampleRange(4, 6)], recording.RangesOf(1));
        var go = recording.Events.Single(e => e.Description == "go");
        Assert.Equal(2.5, go.Onset, 1e-12);
        Assert.DoesNotContain(recording.Events, e => e.Description == "late");
    }

    [Fact]
    public void Epochs_are_stretches_and_latencies_run_through_them()
    {
        var fields = Fields(w, 3, 2, w.Numbers("double", [Channels, 3, 2], Samples(6)), ("stim", 2, 0), ("stim", 5, 0));
        using var recording = RecordingFile.Open(folder.Write("x.set", Written(w, fields)));
        Assert.Equal([new Stretch(0, 0.3), new Stretch(0.3, 0.3)], recording.Stretches);
        Assert.Equal(-0.1, recording.Header.EpochStart);
        Assert.Equal([0.1, 0.4], recording.Events.Select(e => e.Onset), new Near(1e-12));
        Assert.Equal([3, 4, 5], recording.ReadAll(0)[3..]);
    }

    [Theory]
    [InlineData(6, 1, 4, "4 of 6 samples are there", 4)]
    [InlineData(3, 3, 7, "2 of 3 epochs are there", 6)]
    public void Samples_cut_short_are_read_to_the_last_whole_part(int points, int trials, int there, string warning,
        int read)
    {
        folder.Write("x.fdt", Singles(Samples(there)));
        using var recording = RecordingFile.Open(folder.Write("x.set",
            Written(w, Fields(w, points, trials, w.Text("x.fdt")))));
        Assert.Contains(recording.Header.Warnings, m => m.EndsWith(warning));
        Assert.Equal(read, recording.Channels[0].Samples);
    }

    // Reference: on the flat head, theta runs from the nose to the right and radius 0.5 is the equator.
    [Fact]
    public void Polar_positions_are_put_on_the_sphere()
    {
        var chanlocs = w.Structs(["labels", "theta", "radius"],
            [w.Text("right"), w.Scalar(90), w.Scalar(0.5)], [w.Text("top"), w.Scalar(0), w.Scalar(0)]);
        var fields = Fields(w, 6, 1, w.Numbers("single", [Channels, 6], Samples(6)));
        fields["chanlocs"] = chanlocs;
        using var recording = RecordingFile.Open(folder.Write("x.set", Written(w, fields)));
        var (right, top) = (recording.Channels[0].Position!.Value, recording.Channels[1].Position!.Value);
        Assert.Equal((0.095, 0), (right.X, right.Y), new Near(0, within: 1e-12));
        Assert.Equal((0.095, 0), (top.Z, top.Y), new Near(0, within: 1e-12));
    }

    [Fact]
    public void Sizes_that_disagree_are_refused()
    {
        Refused("EEG.data is 2 x 5, but the set announces 2 channels x 6 samples x 1 epochs",
            Fields(w, 6, 1, w.Numbers("single", [2, 5], Samples(5))));
        Refused("EEG.data is empty", Fields(w, 6, 1, w.Numbers("single", [0, 0], [])));
        var noRate = Fields(w, 6, 1, w.Numbers("single", [Channels, 6], Samples(6)));
        noRate["srate"] = w.Scalar(0);
        Refused("EEG.srate is 0 Hz", noRate);
        var half = Fields(w, 6, 1, w.Numbers("single", [Channels, 6], Samples(6)));
        half["nbchan"] = w.Scalar(1.5);
        Refused("EEG.nbchan is 1.5; a whole number", half);
    }

    [Fact]
    public void A_set_without_a_data_set_lists_what_it_holds()
    {
        w.Add("x", w.Scalar(1));
        Assert.Contains("this is not an EEGLAB data set", Assert.Throws<BadInputException>(
            () => RecordingFile.Open(folder.Write("x.set", w.ToArray()))).Message);
    }

    private void Refused(string why, Dictionary<string, Func<string, byte[]>> fields) => Assert.Contains(why,
        Assert.Throws<BadInputException>(() =>
            RecordingFile.Open(folder.Write("x.set", Written(new MatWriter(), fields)))).Message);

    private static double[] Samples(int samples) =>
        [.. Enumerable.Range(0, Channels * samples).Select(i => (100.0 * (i % Channels)) + (i / Channels))];

    private static byte[] Singles(double[] samples) => [.. samples.SelectMany(s => BitConverter.GetBytes((float)s))];

    private static Dictionary<string, Func<string, byte[]>> Fields(
        MatWriter w, int points, int trials, Func<string, byte[]> data,
            params (string Type, double Latency, double Duration)[] events) => new()
            {
                ["nbchan"] = w.Scalar(Channels),
                ["pnts"] = w.Scalar(points),
                ["trials"] = w.Scalar(trials),
                ["srate"] = w.Scalar(10),
                ["xmin"] = w.Scalar(-0.1),
                ["data"] = data,
                ["chanlocs"] = w.Structs(["labels", "type"], [w.Text("Cz"), w.Text("EEG")], [w.Text("VEOG"), w.Text("")]),
                ["event"] = w.Structs(["type", "latency", "duration"],
            [.. events.Select(e => new[] { w.Text(e.Type), w.Scalar(e.Latency), w.Scalar(e.Duration) })]),
            };

    private static byte[] Written(MatWriter w, Dictionary<string, Func<string, byte[]>> fields,
        bool fieldsAreVariables = false)
    {
        if (fieldsAreVariables)
        {
            foreach (var (name, value) in fields)
                w.Add(name, value);
        }
        else
        {
            w.Add("EEG", w.Structs([.. fields.Keys], [.. fields.Values]));
        }

        return w.ToArray();
    }
}
