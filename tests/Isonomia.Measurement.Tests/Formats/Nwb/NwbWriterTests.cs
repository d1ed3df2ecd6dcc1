using Isonomia.Measurement.Formats.Hdf5;
using Isonomia.Measurement.Formats.Nwb;
using Isonomia.Measurement.Formats.Spikes;
using Isonomia.Measurement.Tests.Formats.Hdf5;

namespace Isonomia.Measurement.Tests.Formats.Nwb;

// What is required of a file is what nwb-schema 2.6.0 and hdmf-common 1.8.0 require.
public sealed class NwbWriterTests : IDisposable
{
    private static readonly NwbSession Session = new("0123abcd", "A circuit, simulated.", "isonomia simulate circuit")
    {
        Populations = [new("E", 3, [0.0101, 0.02, 0.021], [2, 0, 2]), new("I", 1, [0.5], [0])],
        Series = [new("E_v", "v of cells", "volts", 0, 1000, 2, [1, 2, 3, 4, 5, 6]),
            new("E_lfp", "field", "amperes", 0, 500, 1, [7, 8])],
    };

    private readonly string folder = Directory.CreateTempSubdirectory("isonomia-nwb-").FullName;

    public NwbWriterTests() => Hdf5Writer.Require();

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void The_root_has_all_that_is_required()
    {
        using var file = new Hdf5File(Written("a.nwb"));
        using var root = file.Root;
        Assert.Equal("2.6.0", root.Text("nwb_version"));
        Assert.Equal("NWBFile", root.Text("neurodata_type"));
        Assert.Equal("core", root.Text("namespace"));
        Assert.True(Guid.TryParse(root.Text("object_id"), out _));
        Assert.Equal(
            ["acquisition", "analysis", "file_create_date", "general", "identifier", "processing",
                "session_description",
                "session_start_time", "stimulus", "timestamps_reference_time", "units"], root.Children());
        using var stimulus = root.Open("stimulus");
        Assert.Equal(["presentation", "templates"], stimulus.Children());
        Assert.Equal("0123abcd", TextOf(root, "identifier"));
        Assert.True(DateTimeOffset.TryParse(TextOf(root, "session_start_time"), out _));
    }

    [Fact]
    public void Each_cell_is_a_unit_with_its_spike_times()
    {
        using var file = new Hdf5File(Written("a.nwb"));
        using var root = file.Root;
        using var units = root.Open("units");
        Assert.Equal("Units", units.Text("neurodata_type"));
        Assert.Equal(["cell", "id", "population", "spike_times", "spike_times_index"], units.Children());
        // The spikes of unit u end where its index says, and begin where those of the one before end.
        Assert.Equal([0.02, 0.0101, 0.021, 0.5], Numbers(units, "spike_times"));
        Assert.Equal([1, 1, 3, 4], Numbers(units, "spike_times_index"));
        Assert.Equal([0, 1, 2, 3], Numbers(units, "id"));
        Assert.Equal([0, 1, 2, 0], Numbers(units, "cell"));
        using var population = units.Open("population");
        Assert.Equal(["E", "E", "E", "I"], population.Data().Texts());
        using var index = units.Open("spike_times_index");
        Assert.Equal("VectorIndex", index.Text("neurodata_type"));
        Assert.Equal("hdmf-common", index.Text("namespace"));
        foreach (var (column, type) in new[] { ("id", "ElementIdentifiers"), ("spike_times", "VectorData"),
            ("population", "VectorData") })
        {
            using var node = units.Open(column);
            Assert.Equal(type, node.Text("neurodata_type"));
        }
    }

    [Fact]
    public void A_probe_is_a_time_series()
    {
        using var file = new Hdf5File(Written("a.nwb"));
        using var root = file.Root;
        using var acquisition = root.Open("acquisition");
        Assert.Equal(["E_lfp", "E_v"], acquisition.Children());
        using var series = acquisition.Open("E_v");
        Assert.Equal("TimeSeries", series.Text("neurodata_type"));
        using var data = series.Open("data");
        Assert.Equal("volts", data.Text("unit"));
        Assert.Equal([3, 2], data.Data().Shape);
        Assert.Equal([1, 2, 3, 4, 5, 6], data.Data().Numbers().ToArray());
        using var start = series.Open("starting_time");
        Assert.Equal("seconds", start.Text("unit"));
        using var field = acquisition.Open("E_lfp");
        using var line = field.Open("data");
        Assert.Equal([2], line.Data().Shape);
    }

    [Fact]
    public void The_same_session_gives_the_same_bytes_and_every_object_an_identifier_of_its_own()
    {
        Assert.Equal(File.ReadAllBytes(Written("a.nwb")), File.ReadAllBytes(Written("b.nwb")));
        using var file = new Hdf5File(Path.Combine(folder, "a.nwb"));
        using var root = file.Root;
        using var units = root.Open("units");
        string?[] ids = [root.Text("object_id"), units.Text("object_id"), .. units.Children().Select(c =>
        {
            using var column = units.Open(c);
            return column.Text("object_id");
        })];
        Assert.Equal(7, ids.Distinct().Count());
        Assert.All(ids, Assert.NotNull);
    }

    private static double[] Numbers(Hdf5Node group, string name)
    {
        using var node = group.Open(name);
        return node.Data().Numbers().ToArray();
    }

    private static string TextOf(Hdf5Node group, string name)
    {
        using var node = group.Open(name);
        return node.Data().Texts().Single();
    }

    private string Written(string name)
    {
        var path = Path.Combine(folder, name);
        NwbWriter.Write(path, Session);
        return path;
    }
}
