using Isonomia.Measurement.Formats;
using Isonomia.Measurement.Formats.Spikes;
using Isonomia.Measurement.Settings;
using Isonomia.Modeling.Units;
using Isonomia.Reporting.Runs;
using Isonomia.Reporting.Runs.Outputs;
using Isonomia.Simulation.Results;

namespace Isonomia.Reporting.Tests.Runs;

public sealed class RunFormatsTests : IDisposable
{
    private static readonly RunResult Result = new()
    {
        Model = "c",
        Seed = 1,
        Dt = 1e-4,
        Duration = 1,
        Threads = 1,
        BuildSeconds = 0,
        RunSeconds = 0,
        PeakBytes = 0,
        Populations = [new PopulationResult("E", 3, [0.1, 0.1 + 0.2, 0.5], [2, 0, 2], 1),
            new PopulationResult("I", 2, [], [], 1)],
        Probes =
        [
            new ProbeResult("E", "v", Dimension.Voltage, [0, 2], [0, 0.1], [1, 2, 3, 4]),
            new ProbeResult("E", "v", Dimension.Voltage, [1], [0, 0.05, 0.1], [5, 6, 7]),
            new ProbeResult("E", "lfp", Dimension.Current, [-1], [0, 0.1], [1e-9, 1.0 / 3]) { IsSum = true },
        ],
    };

    private readonly string folder = Directory.CreateTempSubdirectory("isonomia-outputs-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Arrays_say_which_cells_and_when_where_that_does_not_go_without_saying()
    {
        Write(RunFormat.Npy);
        Assert.Equal(
            ["E.lfp.npy", "E.times.npy", "E.v-2.cells.npy", "E.v-2.npy", "E.v-2.times.npy", "E.v.cells.npy", "E.v.npy"],
            Files("probes"));
        Assert.Equal(["E.cells.npy", "E.times.npy", "I.cells.npy", "I.times.npy"], Files("spikes"));
        Assert.Equal([1.0, 2, 3, 4], Doubles("probes/E.v.npy"));
        Assert.Equal([0, 0.05, 0.1], Doubles("probes/E.v-2.times.npy"));
    }

    [Fact]
    public void Spikes_as_text_are_read_back_to_the_bit()
    {
        Write(RunFormat.Csv);
        using var recording = RecordingFile.Open(Path.Combine(folder, "spikes", "E.csv"));
        Assert.Equal(["0", "2"], recording.Header.Spikes.Select(s => s.Unit));
        Assert.Equal([0.1 + 0.2], recording.Header.Spikes[0].Times);
        Assert.Equal([0.1, 0.5], recording.Header.Spikes[1].Times);
        Assert.Equal("cell,time_s\n", File.ReadAllText(Path.Combine(folder, "spikes", "I.csv")));
    }

    [Fact]
    public void Probes_as_text_have_a_column_a_cell()
    {
        Write(RunFormat.Csv);
        Assert.Equal("time_s,cell_0,cell_2\n0,1,2\n0.1,3,4\n",
            File.ReadAllText(Path.Combine(folder, "probes", "E.v.csv")));
        var sum = File.ReadAllLines(Path.Combine(folder, "probes", "E.lfp.csv"));
        Assert.Equal("time_s,sum", sum[0]);
        Assert.Equal(1.0 / 3, double.Parse(sum[2].Split(',')[1]));
    }

    [Fact]
    public void Hdf5_files_hold_what_was_asked_for_and_nothing_else_is_written()
    {
        if (SonataSpikeWriter.WhyUnavailable is { } why)
            Assert.Skip(why);
        Write(RunFormat.Sonata, RunFormat.Nwb);
        Assert.Equal(["run.nwb", "spikes.h5"], Files("."));
        Assert.Empty(Directory.EnumerateDirectories(folder));
    }

    [Fact]
    public void Formats_are_named_in_any_order_and_once()
    {
        Assert.Equal([RunFormat.Csv, RunFormat.Npy], RunFormats.Parse("csv, NPY,csv"));
        Assert.Equal([RunFormat.Npy], RunFormats.Parse(null));
    }

    [Theory]
    [InlineData("cvs", "did you mean 'csv'?")]
    [InlineData("parquet", "there are npy, csv, sonata, nwb")]
    [InlineData(",", "name at least one")]
    public void What_is_no_format_is_refused(string text, string words) =>
        Assert.Contains(words, Assert.Throws<SettingException>(() => RunFormats.Parse(text)).Message);

    private void Write(params RunFormat[] formats) =>
        RunFormats.Write(folder, Result, new RunProvenance("isonomia simulate c"), formats);

    private string[] Files(string within) =>
        [.. Directory.EnumerateFiles(Path.Combine(folder, within)).Select(f =>
            Path.GetFileName(f)).Order(StringComparer.Ordinal)];

    private double[] Doubles(string file)
    {
        var bytes = File.ReadAllBytes(Path.Combine(folder, file));
        return [.. Enumerable.Range(0, (bytes.Length - 128) / 8).Select(i =>
            BitConverter.ToDouble(bytes, 128 + (8 * i)))];
    }
}
