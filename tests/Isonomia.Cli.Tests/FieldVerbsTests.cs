using System.Text.Json;
using static Isonomia.Cli.Tests.IsonomiaCommand;

namespace Isonomia.Cli.Tests;

public sealed class FieldVerbsTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("isonomia-field-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_simulated_field_is_measured_and_repeated_from_what_it_left()
    {
        var (code, _, error) = Run("simulate", "jansen-rit", "--set", "noise=2 Hz**0.5", "--for", "4s", "--every", "2ms", "--out", In("run"));
        Assert.True(code == 0, error);
        Assert.Contains("a simulated field", File.ReadAllText(In("run/report.html")), StringComparison.Ordinal);
        Assert.True(File.Exists(In("run/probes/jansen-rit.output.npy")));
        Assert.Equal(0, Run("rerun", In("run")).Code);
        var measured = Run("measure", In("run"), "--biomarkers", "band_power", "--json", "-");
        Assert.True(measured.Code == 0, measured.Error);
        using var json = JsonDocument.Parse(measured.Out);
        Assert.Equal("jansen-rit.output", json.RootElement.GetProperty("channels")[0].GetProperty("name").GetString());
    }

    [Fact]
    public void Regions_are_connected_by_a_table_and_differ_by_a_map()
    {
        File.WriteAllText(In("w.csv"), "0,1\n0.5,0\n");
        File.WriteAllText(In("m.csv"), "1\n2\n");
        var (code, _, error) = Run("simulate", "wilson-cowan", "--connectome", In("w.csv"), "--regional", "P=" + In("m.csv"), "--set",
            "K=1", "--for", "100ms", "--json", In("run.json"));
        Assert.True(code == 0, error);
        using var json = JsonDocument.Parse(File.ReadAllText(In("run.json")));
        Assert.Equal(2, json.RootElement.GetProperty("populations").GetProperty("wilson-cowan").GetProperty("size").GetInt32());
        Assert.Equal(2, json.RootElement.GetProperty("synapses").GetInt32());
    }

    [Fact]
    public void Bold_of_a_network_is_compared_with_what_was_measured()
    {
        File.WriteAllText(In("w.csv"), "0,1,0\n1,0,0\n0,0,0\n");
        File.WriteAllText(In("fc.csv"), "1,0.5,0\n0.5,1,0\n0,0,1\n");
        File.WriteAllText(In("lf.csv"), "1,1,0\n0,1,-1\n");
        var (code, text, error) = Run("simulate", "deco2014", "--connectome", In("w.csv"), "--set", "G=0.3", "--dt", "1ms", "--every", "20ms",
            "--for", "200s", "--bold", "S_e", "--tr", "1s", "--empirical", In("fc.csv"), "--lead-field", In("lf.csv"), "--out", In("run"));
        Assert.True(code == 0, error);
        Assert.Contains("connectivity correlates with the measured one", text, StringComparison.Ordinal);
        using var json = JsonDocument.Parse(File.ReadAllText(In("run/run.json")));
        var bold = json.RootElement.GetProperty("bold");
        Assert.Equal(170, bold.GetProperty("samples").GetInt32());

        // Three pairs, of which one is connected: it stands out, and the fits to both tables are the same number.
        var fit = bold.GetProperty("fc").GetProperty("correlation_with_empirical").GetDouble();
        Assert.InRange(fit, 0.7, 1);
        Assert.Equal(fit, bold.GetProperty("fc").GetProperty("correlation_with_connectome").GetDouble(), 1e-9);
        Assert.True(File.Exists(In("run/bold/fcd.npy")));
        Assert.Contains("Functional connectivity.", File.ReadAllText(In("run/report.html")), StringComparison.Ordinal);
        var measured = Run("measure", In("run"), "--biomarkers", "band_power", "--json", "-");
        Assert.True(measured.Code == 0, measured.Error);
        using var channels = JsonDocument.Parse(measured.Out);
        Assert.Equal(2, channels.RootElement.GetProperty("channels").EnumerateArray()
            .Count(c => c.GetProperty("name").GetString()!.Contains(".eeg", StringComparison.Ordinal)));
        Assert.Equal(0, Run("rerun", In("run")).Code);
    }

    [Theory]
    [InlineData("simulate minutes", 3, "--bold", "E")]
    [InlineData("has no variable 'q'", 3, "--bold", "q")]
    [InlineData("add --bold VARIABLE", 3, "--empirical", "w.csv")]
    [InlineData("a column for each of 1 regions was expected", 3, "--lead-field", "w.csv")]
    [InlineData("has 3 numbers, where one for each of 2 regions was expected", 3, "--connectome", "w.csv", "--regional", "P=m.csv")]
    [InlineData("has no parameter 'Z'", 3, "--regional", "Z=m.csv")]
    [InlineData("add --connectome FILE", 3, "--speed", "3 m/s")]
    [InlineData("found a speed that is not positive", 3, "--connectome", "w.csv", "--speed", "-3 m/s")]
    [InlineData("that is not for fields", 2, "--input", "1 nA")]
    [InlineData("has no variable 'q'", 3, "--probe", "q")]
    public void What_is_wrong_with_a_run_is_said(string expected, int exit, params string[] arguments)
    {
        File.WriteAllText(In("w.csv"), "0,1\n0.5,0\n");
        File.WriteAllText(In("m.csv"), "1\n2\n3\n");
        var (code, _, error) = Run(["simulate", "wilson-cowan", "--for", "10ms",
            .. arguments.Select(a => a.EndsWith(".csv", StringComparison.Ordinal) ? a.Contains('=', StringComparison.Ordinal)
                ? a[..(a.IndexOf('=', StringComparison.Ordinal) + 1)] + In(a[(a.IndexOf('=', StringComparison.Ordinal) + 1)..]) : In(a) : a)]);
        Assert.Equal(exit, code);
        Assert.Contains(expected, error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_analysis_tells_fixed_points_bifurcations_and_spectrum()
    {
        var (code, text, error) = Run("analyse", "wilson-cowan", "--over", "P=0:2", "--for", "1s", "--set", "noise=1e-3 second**0.5", "--out", In("a"));
        Assert.True(code == 0, error);
        Assert.Contains("hopf at P = 0.78", text, StringComparison.Ordinal);
        using var json = JsonDocument.Parse(File.ReadAllText(In("a/analysis.json")));
        Assert.Equal("isonomia.analysis/1", json.RootElement.GetProperty("schema").GetString());
        Assert.True(json.RootElement.GetProperty("fixed_points")[0].GetProperty("stability").GetProperty("stable").GetBoolean());
        Assert.Equal(400, json.RootElement.GetProperty("spectrum").GetProperty("density").GetArrayLength());
        var page = File.ReadAllText(In("a/report.html"));
        Assert.EndsWith("</html>\n", page, StringComparison.Ordinal);
        Assert.Contains("Fixed points and rhythms over P", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("has no parameter 'q'", "analyse", "wilson-cowan", "--over", "q=0:2")]
    [InlineData("as in --over", "analyse", "wilson-cowan", "--over", "P")]
    [InlineData("found no state and range", "analyse", "wilson-cowan", "--box", "X=0:1")]
    [InlineData("conductances are not", "analyse", "vogels2011")]
    [InlineData("--over: that is for fields and cells", "analyse", "brunel2000", "--over", "parameters.g=3:8")]
    [InlineData("is neither a field nor a cell", "analyse", "receptors/ampa")]
    [InlineData("there is no measure 'size'", "map", "wilson-cowan", "--x", "P=0:2:3", "--of", "size", "--out", "nowhere")]
    public void What_is_wrong_with_an_analysis_is_said(string expected, params string[] arguments)
    {
        var (code, _, error) = Run(arguments);
        Assert.InRange(code, 2, 3);
        Assert.Contains(expected, error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_map_goes_on_where_it_ended()
    {
        string[] asked = ["map", "wilson-cowan", "--x", "P=0:3:4", "--y", "c_ee=12,16", "--of", "stable,margin", "--out", In("m")];
        Assert.Equal(0, Run(asked).Code);
        var whole = File.ReadAllText(In("m/sweep.tsv"));
        var lines = whole.Split('\n');
        Assert.Equal(10, lines.Length);
        File.WriteAllText(In("m/sweep.tsv"), string.Join('\n', lines[..4]) + "\n");
        Assert.Equal(0, Run(asked).Code);
        Assert.Equal(whole, File.ReadAllText(In("m/sweep.tsv")));
        Assert.Contains("<svg", File.ReadAllText(In("m/report.html")), StringComparison.Ordinal);
    }

    private string In(string name) => Path.Combine(folder, name);
}
