using Isonomia.Measurement.Formats.Arrays;
using Isonomia.Measurement.Formats.Matlab;
using Isonomia.Measurement.Formats.Matlab.Values;
using Isonomia.Measurement.Recordings;
using Isonomia.Tests;

namespace Isonomia.Measurement.Tests.Formats.Matlab;

public sealed class MatFileTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public static TheoryData<bool, bool> Kinds { get; } = new()
    {
        { false, false }, { false, true }, { true, false }, { true, true },
    };

    public void Dispose() => folder.Dispose();

    // Reference: scipy.io.loadmat 1.10.1 with squeeze_me; which keeps the stored type; means to
    // 1e-12 of the largest value (summation order), 1e-6 where NumPy sums in single precision.
    [Theory]
    [InlineData("hc2_lfp_spikes/lfp_example.mat")]
    [InlineData("kramer_case_studies/08_spikes-2.mat")]
    [InlineData("kramer_case_studies/10_spikes-1.mat")]
    [InlineData("kramer_case_studies/ECoG-1.mat")]
    [InlineData("kramer_case_studies/EEG-4.mat")]
    [InlineData("kramer_case_studies/LFP-1.mat")]
    [InlineData("kramer_case_studies/spikes-1.mat")]
    [InlineData("kramer_case_studies/spikes-2.mat")]
    [InlineData("kramer_case_studies/spikes-LFP-1.mat")]
    [InlineData("neurotycho_ecog/Session1_Condition.mat")]
    [InlineData("neurotycho_ecog/Session1_ECoG_ch1.mat")]
    [InlineData("neurotycho_ecog/Session2_Condition.mat")]
    [InlineData("specparam_spectra/ch_dat_one.mat")]
    [InlineData("specparam_spectra/ch_dat_two.mat")]
    public void Every_variable_of_real_files_reads_as_scipy_reads_it(string relative)
    {
        var reference = SharedData.Reference("file_readings.json").GetProperty(relative).GetProperty("vars");
        using var file = MatFile.Open(SharedData.Path(relative));
        Assert.Equal(reference.EnumerateObject().Select(v => v.Name), file.Entries.Select(e => e.Name));
        foreach (var variable in reference.EnumerateObject())
        {
            var value = file.Read(variable.Name);
            var shape = value.Dimensions.Where(d => d != 1).Select(d => (double)d).ToArray();
            Assert.Equal<double[]>(variable.Value.GetProperty("shape").Numbers(), shape);
            if (variable.Value.GetProperty("mean").ValueKind != System.Text.Json.JsonValueKind.Number)
                continue;
            var numbers = Assert.IsType<MatNumeric>(value);
            var all = numbers.ToArray();
            var mean = variable.Value.GetProperty("mean").GetDouble();
            var rounding = numbers.Real.Type == NumberType.Float32 ? 1e-6 : 1e-12;
            Assert.Equal(mean, all.Average(), rounding * all.Max(Math.Abs));
            var rows = numbers.Dimensions[0] == 1 || numbers.Dimensions[1] == 1 ? 1 : (int)numbers.Dimensions[0];
            Assert.Equal<double[]>(variable.Value.GetProperty("first3").Numbers(), [all[0], all[rows], all[2 * rows]]);
            Assert.Equal(variable.Value.GetProperty("dtype").GetString(), numbers.Real.Type.Label());
        }
    }

    // Reference: the values written, exactly representable in every class.
    [Theory]
    [MemberData(nameof(Kinds))]
    public void All_numeric_classes_read_in_either_byte_order_compressed_or_not(bool bigEndian, bool compressed)
    {
        var writer = new MatWriter(bigEndian, compressed);
        double[] values = [1, 2, 3, 4, 100, 6];
        foreach (var name in MatWriter.Classes.Keys)
            writer.Add("a_" + name, writer.Numbers(name, [3, 2], values));
        writer.Add("small", writer.Numbers("double", [3, 2], values, storedAs: "uint8"));
        writer.Add("flag", writer.Numbers("uint8", [1, 2], [0, 1], logical: true));

        using var file = MatFile.Open(folder.Write("x.mat", writer.ToArray()));
        foreach (var name in MatWriter.Classes.Keys)
        {
            var numbers = Assert.IsType<MatNumeric>(file.Read("a_" + name));
            Assert.Equal(name, numbers.Class);
            Assert.Equal([3L, 2L], numbers.Dimensions);
            Assert.Equal(values, numbers.ToArray());
        }

        var small = Assert.IsType<MatNumeric>(file.Read("small"));
        Assert.Equal("double", small.Class);
        Assert.Equal(values, small.ToArray());
        Assert.Equal("logical", file.Read("flag").Class);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Text_cells_and_nested_structs_keep_their_contents(bool bigEndian, bool compressed)
    {
        var w = new MatWriter(bigEndian, compressed);
        w.Add("s", w.Structs(["label", "inner"],
            [w.Text("Cz"), w.Structs(["x"], [w.Scalar(0.5)])],
            [w.Text("µV"), w.Cell(w.Scalar(7), w.Text(""))]));
        w.Add("z", w.Numbers("double", [1, 2], [1, 2], [3, -4]));
        w.Add("none", w.Numbers("double", [0, 0], []));

        using var file = MatFile.Open(folder.Write("x.mat", w.ToArray()));
        var s = Assert.IsType<MatStruct>(file.Read("s"));
        Assert.Equal(2, s.Count);
        Assert.Equal(["Cz", "µV"], s.Values("label").Select(v => v.Text));
        Assert.Equal(0.5, Assert.IsType<MatStruct>(s["inner"])["x"]!.Scalar);
        var cell = Assert.IsType<MatCell>(s.Values("inner")[1]);
        Assert.Equal(7, cell.Elements[0].Scalar);
        Assert.Equal("", cell.Elements[1].Text);
        Assert.Empty(s.Values("absent"));
        var z = Assert.IsType<MatNumeric>(file.Read("z"));
        Assert.Equal([3.0, -4.0], z.Imaginary!.ToArray());
        Assert.Equal(0, file.Read("none").Count);
    }

    [Fact]
    public void A_sparse_matrix_is_listed_but_not_taken_for_numbers()
    {
        var w = new MatWriter();
        w.Add("c", w.Sparse());
        using var file = MatFile.Open(folder.Write("x.mat", w.ToArray()));
        Assert.Equal("c (3 x 3, sparse)", Assert.Single(file.Entries).ToString());
        Assert.Contains("does not hold real numbers",
            Assert.Throws<BadInputException>(() => file.Numbers("c")).Message);
    }

    [Fact]
    public void A_file_cut_short_keeps_its_whole_variables_and_says_what_is_missing()
    {
        var w = new MatWriter();
        w.Add("whole", w.Scalar(3)).Add("cut", w.Numbers("double", [1, 100], new double[100]));
        var bytes = w.ToArray();
        using var file = MatFile.Open(folder.Write("x.mat", bytes[..^80]));
        Assert.Equal("whole", Assert.Single(file.Entries).Name);
        Assert.Equal("the file was cut short: variable 2 lacks 80 bytes and was left out",
            Assert.Single(file.Warnings));
    }

    // Zeros shrink a thousandfold: the variable is refused by what it claims, before memory is taken for it.
    [Fact]
    public void A_compressed_bomb_is_refused()
    {
        var w = new MatWriter(compressed: true);
        w.Add("bomb", w.Zeros(72 << 20));
        using var file = MatFile.Open(folder.Write("x.mat", w.ToArray()));
        var before = GC.GetAllocatedBytesForCurrentThread();
        var complaint = Assert.Throws<BadInputException>(() => file.Read("bomb"));
        Assert.Contains("would grow", complaint.Message);
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 1 << 20);
    }

    // Reference: bytes laid out by hand after the level 4 description (type 0 or 1000, then rows, columns, complex,
    // name).
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Level_4_files_are_read_too(bool bigEndian)
    {
        byte[] Int(int n) => bigEndian ? [.. BitConverter.GetBytes(n).Reverse()] : BitConverter.GetBytes(n);
        byte[] Double(double x) => bigEndian ? [.. BitConverter.GetBytes(x).Reverse()] : BitConverter.GetBytes(x);
        byte[] bytes =
        [
            .. Int(bigEndian ? 1000 : 0), .. Int(2), .. Int(2), .. Int(0), .. Int(2), (byte)'m', 0,
            .. Double(1), .. Double(2), .. Double(3), .. Double(4.5),
            .. Int(bigEndian ? 1051 : 51), .. Int(1), .. Int(2), .. Int(0), .. Int(2), (byte)'t', 0, (byte)'o',
                (byte)'k',
        ];
        using var file = MatFile.Open(folder.Write("x.mat", bytes));
        Assert.Equal("MAT 4", file.Format);
        Assert.Equal([1, 2, 3, 4.5], Assert.IsType<MatNumeric>(file.Read("m")).ToArray());
        Assert.Equal("ok", file.Read("t").Text);
    }
}
