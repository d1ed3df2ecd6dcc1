using Isonomia.Measurement.Formats.Hdf5;
using Isonomia.Measurement.Formats.Spikes;
using Isonomia.Measurement.Tests.Formats.Hdf5;

namespace Isonomia.Measurement.Tests.Formats.Spikes;

// Names, types and attributes are those of the SONATA developer guide ("Spike file").
public sealed class SonataSpikeWriterTests : IDisposable
{
    private static readonly PopulationSpikes[] Populations =
        [new("E", 3, [0.0101, 0.02, 0.02], [2, 0, 1]), new("I", 2, [], [])];

    private readonly string folder = Directory.CreateTempSubdirectory("isonomia-sonata-").FullName;

    public SonataSpikeWriterTests() => Hdf5Writer.Require();

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Spikes_stand_by_population_in_milliseconds_with_their_cells()
    {
        using var file = new Hdf5File(Written("spikes.h5"));
        using var root = file.Root;
        Assert.Equal(0x0A7A, root.Integer("magic"));
        using var spikes = root.Open("spikes");
        Assert.Equal(["E", "I"], spikes.Children());
        using var group = spikes.Open("E");
        Assert.Equal(["node_ids", "timestamps"], group.Children());
        using var times = group.Open("timestamps");
        Assert.Equal("ms", times.Text("units"));
        Assert.Equal([10.1, 20, 20], times.Data().Numbers().ToArray());
        using var cells = group.Open("node_ids");
        Assert.Equal([2, 0, 1], cells.Data().Numbers().ToArray());
        Assert.Equal(Measurement.Formats.Arrays.NumberType.UInt64, cells.Data().Number);
        using var silent = spikes.Open("I");
        using var none = silent.Open("timestamps");
        Assert.Equal([0], none.Data().Shape);
    }

    [Fact]
    public void The_same_spikes_give_the_same_bytes()
    {
        var (first, second) = (File.ReadAllBytes(Written("a.h5")), File.ReadAllBytes(Written("b.h5")));
        Assert.Equal(first, second);
    }

    [Fact]
    public void Nothing_is_left_where_it_cannot_be_written()
    {
        Assert.Throws<IOException>(() => SonataSpikeWriter.Write(Path.Combine(folder, "absent", "a.h5"), Populations));
        Assert.Throws<InvalidDataException>(() =>
            SonataSpikeWriter.Write(Path.Combine(folder, "half.h5"), Failing()));
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder));
    }

    private static IEnumerable<PopulationSpikes> Failing()
    {
        yield return Populations[0];
        throw new InvalidDataException("a source that breaks off");
    }

    private string Written(string name)
    {
        var path = Path.Combine(folder, name);
        SonataSpikeWriter.Write(path, Populations);
        return path;
    }
}
