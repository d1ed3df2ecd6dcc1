using Isonomia.Measurement.Formats;
using Isonomia.Measurement.Formats.Matlab;
using Isonomia.Measurement.Formats.Matlab.Values;
using Isonomia.Measurement.Recordings;
using Isonomia.Measurement.Tests.Formats.Hdf5;
using Isonomia.Tests;

namespace Isonomia.Measurement.Tests.Formats.Matlab;

/// <summary>
/// Reference: files written by libhdf5 in MATLAB's layout (dimensions reversed, cells and struct arrays as references,
/// classes as attributes), as h5dump shows of files that MATLAB wrote.
/// </summary>
public sealed class Mat73FileTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    // Reference: h5py 3.7 on files that MATLAB wrote; the sum to 1e-12 of itself (order of summation).
    [Fact]
    public void Files_that_MATLAB_wrote_are_read()
    {
        Hdf5Writer.Require();
        using var raphe = MatFile.Open(SharedData.Path("connectomes/deco_serotonin_aal90/raphesymnorm2.mat"));
        Assert.Equal("raphe (90 x 1, double)", Assert.Single(raphe.Entries).ToString());
        var connections = Assert.IsType<MatNumeric>(raphe.Read("raphe")).ToArray();
        Assert.Equal([0.33024691358024694, 0.5339506172839507, 0.19135802469135801], connections[..3]);
        Assert.Equal(15.86111111111111, connections.Sum(), 1.6e-11);

        using var psilocybin = MatFile.Open(SharedData.Path("connectomes/deco_serotonin_aal90/psilotc.mat"));
        var courses = Assert.IsType<MatCell>(psilocybin.Read("tc_aal"));
        Assert.Equal([9L, 4L], courses.Dimensions);
        var last = Assert.IsType<MatNumeric>(courses.Elements[^1]);
        Assert.Equal([90L, 100L], last.Dimensions);
        Assert.Equal([949.3826767, 967.3829087, 1069.626215], last.ToArray()[..3]);
        Assert.Equal(933.0205216724332, last.ToArray().Average(), 1e-9);
    }

    // Sample s of channel c is 10 c + s; in MATLAB 2 x 5, so that in HDF5 the channels run fastest.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_matrix_is_read_in_blocks_whether_or_not_compressed(bool compressed)
    {
        var path = folder.PathOf("x.mat");
        using (var w = new Hdf5Writer(path, isMatlab: true))
        {
            w.Numbers<double>("x", [5, 2], [0, 10, 1, 11, 2, 12, 3, 13, 4, 14], "double", compressed ? [2, 2] : null)
                .Numbers<double>("fs", [1, 1], [250], "double").Group("#refs#");
        }

        using var recording = RecordingFile.Open(path);
        Assert.Equal("MAT 7.3", recording.Header.Format);
        Assert.Equal([0, 1, 2, 3, 4], recording.ReadAll(0));
        Assert.Equal([10, 11, 12, 13, 14], recording.ReadAll(1));
        Assert.Equal(250, recording.Channels[0].SamplingRate);
        var middle = new double[2];
        recording.Read(1, 2, middle);
        Assert.Equal([12, 13], middle);
    }

    [Fact]
    public void Large_numbers_stay_in_the_file_and_are_read_where_asked()
    {
        var path = folder.PathOf("x.mat");
        var values = Enumerable.Range(0, 3 * 40_000).Select(i => (float)i).ToArray();
        using (var w = new Hdf5Writer(path, isMatlab: true))
            w.Numbers("rows", [40_000, 3], values, "single", [1000, 3]).Numbers("columns", [3, 40_000], values,
                "single", [3, 1000]);

        using (var rows = RecordingFile.Open(path, new ReadingOptions { Variable = "rows", SamplingRate = 1 }))
        {
            var part = new double[4];
            rows.Read(2, 20_000, part);
            Assert.Equal([60_002, 60_005, 60_008, 60_011], part);
        }

        using var columns = RecordingFile.Open(path, new ReadingOptions { Variable = "columns", SamplingRate = 1 });
        var last = new double[2];
        columns.Read(2, 39_998, last);
        Assert.Equal([119_998, 119_999], last);
    }

    [Fact]
    public void Text_cells_structs_and_empty_values_keep_their_contents()
    {
        var path = folder.PathOf("x.mat");
        using (var w = new Hdf5Writer(path))
        {
            w.Group("#refs#").Characters("#refs#/a", "Cz").Characters("#refs#/b", "µV").Numbers<short>("#refs#/n",
                [1, 1], [7], "int16")
                .References("c", [2, 1], ["#refs#/a", "#refs#/n"], "cell")
                .Group("s", "struct").Numbers<double>("s/rate", [1, 1], [0.5], "double").Empty("s/none",
                    "char").Empty("s/nothing", "double")
                .Group("s/inner", "struct").References("s/inner/label", [2, 1], ["#refs#/a", "#refs#/b"]);
        }

        using var file = MatFile.Open(path);
        Assert.Equal(["c", "s"], file.Entries.Select(e => e.Name));
        var cell = Assert.IsType<MatCell>(file.Read("c"));
        Assert.Equal(["Cz", "7"], cell.Elements.Select(e => e.Text));
        var s = Assert.IsType<MatStruct>(file.Read("s"));
        Assert.Equal(0.5, s["rate"]!.Scalar);
        Assert.Equal("", s["none"]!.Text);
        Assert.Equal(0, s["nothing"]!.Count);
        var inner = Assert.IsType<MatStruct>(s["inner"]);
        Assert.Equal(2, inner.Count);
        Assert.Equal(["Cz", "µV"], inner.Values("label").Select(v => v.Text));
    }

    [Fact]
    public void An_EEGLAB_set_saved_as_7_3_is_read()
    {
        var path = folder.PathOf("x.set");
        using (var w = new Hdf5Writer(path, isMatlab: true))
        {
            w.Group("#refs#").Characters("#refs#/a", "Cz").Characters("#refs#/b", "HEOG").Characters("#refs#/go", "go")
                .Numbers<double>("#refs#/l1", [1, 1], [2], "double").Numbers<double>("#refs#/l2", [1, 1], [5], "double")
                .Group("EEG", "struct")
                .Numbers<double>("EEG/nbchan", [1, 1], [2], "double").Numbers<double>("EEG/pnts", [1, 1], [3], "double")
                .Numbers<double>("EEG/trials", [1, 1], [2], "double").Numbers<double>("EEG/srate", [1, 1], [10],
                    "double")
                .Numbers<double>("EEG/xmin", [1, 1], [-0.1], "double")
                .Numbers<float>("EEG/data", [2, 3, 2], [0, 10, 1, 11, 2, 12, 3, 13, 4, 14, 5, 15], "single")
                .Group("EEG/chanlocs", "struct").References("EEG/chanlocs/labels", [2, 1], ["#refs#/a", "#refs#/b"])
                .Group("EEG/event", "struct").References("EEG/event/type", [2, 1], ["#refs#/go", "#refs#/go"])
                .References("EEG/event/latency", [2, 1], ["#refs#/l1", "#refs#/l2"]);
        }

        using var recording = RecordingFile.Open(path);
        Assert.Equal("EEGLAB", recording.Header.Format);
        Assert.Equal([10, 11, 12, 13, 14, 15], recording.ReadAll(1));
        Assert.Equal(["Cz", "HEOG"], recording.Channels.Select(c => c.Name));
        Assert.Equal([0.1, 0.4], recording.Events.Select(e => e.Onset), new Near(1e-12));
        Assert.Equal(2, recording.Stretches.Count);
    }

    [Fact]
    public void A_matrix_that_claims_more_than_was_stored_is_refused()
    {
        var path = folder.PathOf("x.mat");
        using (var w = new Hdf5Writer(path, isMatlab: true))
            w.Unwritten("bomb", 1 << 20, 1 << 10);
        using var file = MatFile.Open(path);
        Assert.Contains("would grow from", Assert.Throws<BadInputException>(() => file.Read("bomb")).Message);
    }

    [Fact]
    public void A_file_cut_short_is_refused()
    {
        var path = folder.PathOf("x.mat");
        using (var w = new Hdf5Writer(path, isMatlab: true))
            w.Numbers("x", [1000, 1], new double[1000], "double");
        var bytes = File.ReadAllBytes(path);
        var cut = folder.Write("y.mat", bytes[..(bytes.Length / 2)]);
        Assert.Contains("cannot be opened; it is damaged, was cut short",
            Assert.Throws<BadInputException>(() => RecordingFile.Open(cut)).Message);
    }
}
