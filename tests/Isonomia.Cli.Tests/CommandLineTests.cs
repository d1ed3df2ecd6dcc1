using System.Text.Json;
using static Isonomia.Cli.Tests.IsonomiaCommand;

namespace Isonomia.Cli.Tests;

public sealed class CommandLineTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("isonomia-cli-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("demo")]
    [InlineData("info")]
    [InlineData("measure")]
    [InlineData("models")]
    [InlineData("validate")]
    public void Every_verb_explains_itself_with_an_example(string verb)
    {
        var (code, output, _) = Run(verb, "--help");
        Assert.Equal(0, code);
        Assert.Contains("isonomia " + verb, output);
        Assert.Contains("Example", output);
    }

    [Fact]
    public void A_file_that_is_not_there_gets_one_line_and_exit_code_3()
    {
        var (code, output, error) = Run("measure", Path.Combine(folder, "absent.edf"));
        Assert.Equal(3, code);
        Assert.Empty(output);
        Assert.Single(error.TrimEnd().Split('\n'));
        Assert.Contains("there is no such file", error);
    }

    [Fact]
    public void A_file_of_unknown_format_is_refused_and_the_known_ones_named()
    {
        var path = Path.Combine(folder, "noise.bin");
        File.WriteAllBytes(path, [.. Enumerable.Range(0, 5000).Select(i => (byte)((i * 73) ^ (i >> 3)))]);
        var (code, _, error) = Run("info", path);
        Assert.Equal(3, code);
        Assert.Contains("EDF", error);
        Assert.DoesNotContain("   at ", error);
    }

    [Fact]
    public void A_published_result_is_reproduced_and_told_as_json_too()
    {
        var (code, output, error) = Run("validate", "l08", "--json", "-");
        Assert.Equal(0, code);
        using var json = JsonDocument.Parse(output);
        Assert.Equal("isonomia.validate/1", json.RootElement.GetProperty("schema").GetString());
        Assert.Equal("pass", json.RootElement.GetProperty("rungs").GetProperty("L08").GetProperty("verdict").GetString());
        Assert.Contains("1 rung: 14 passed, 0 failed", error);
        Assert.Contains("Murphy & Miller 2009", Run("validate", "L08").Out);
    }

    [Fact]
    public void A_rung_that_is_not_there_is_refused_and_the_nearest_named()
    {
        var (code, _, error) = Run("validate", "L8", "contrast");
        Assert.Equal(2, code);
        Assert.Contains("did you mean 'L08'?", error);
        Assert.Contains("did you mean 'contrasts'?", error);
    }

    [Theory]
    [InlineData("measure", "x.edf", "--set", "aperiodic.rnage=2:40", "did you mean 'aperiodic.range'?")]
    [InlineData("measure", "x.edf", "--set", "aperiodic.range=40:2", "does not rise")]
    [InlineData("measure", "x.edf", "--set", "aperiodic.range", "key=value")]
    [InlineData("measure", "x.edf", "--biomarkers", "aperiodc", "did you mean 'aperiodic'?")]
    [InlineData("measure", "x.edf", "--threads", "0", "one or more")]
    [InlineData("measure", "x.edf", "--step", "1s", "--step goes with --window")]
    [InlineData("measure", "x.edf", "--window", "ten", "write a time as 10s")]
    [InlineData("mesure", "x.edf", "--threads", "1", "mesure")]
    public void Wrong_usage_is_explained_and_exits_with_2(string verb, string file, string option, string value, string expected)
    {
        var (code, _, error) = Run(verb, file, option, value);
        Assert.Equal(2, code);
        Assert.Contains(expected, error);
        Assert.DoesNotContain("   at ", error);
    }

    [Fact]
    public void Measuring_a_recording_writes_the_contract()
    {
        var recording = WriteColumn("lfp.csv", 4000, i => Math.Sin(2 * Math.PI * 10 * i / 200.0) + Noise(i));
        var (code, output, error) = Run("measure", recording, "--rate", "200", "--json", "-", "--out", Path.Combine(folder, "results"));
        Assert.True(code == 0, error);
        using var json = JsonDocument.Parse(output);
        Assert.Equal("isonomia.measure/1", json.RootElement.GetProperty("schema").GetString());
        Assert.Equal(200, json.RootElement.GetProperty("recording").GetProperty("sampling_rate_hz").GetDouble());
        var channel = json.RootElement.GetProperty("channels")[0];
        Assert.False(channel.GetProperty("bad").GetBoolean());
        var found = channel.GetProperty("biomarkers");
        Assert.Equal(10, found.GetProperty("individual_alpha").GetProperty("peak_frequency_hz").GetDouble(), 0.3);
        foreach (var name in new[] { "aperiodic", "band_power", "dfa", "fei", "lempel_ziv", "sample_entropy" })
            Assert.True(found.TryGetProperty(name, out _), name);
        Assert.Equal("aperiodic.range", json.RootElement.GetProperty("provenance").GetProperty("parameters")
            .EnumerateObject().First(p => p.Name == "aperiodic.range").Name);
        Assert.Equal(["biomarkers.json", "biomarkers.tsv", "channels.json", "channels.tsv", "measure.json", "report.html",
            "synchrony.json", "synchrony.tsv"],
            Directory.GetFiles(Path.Combine(folder, "results")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Settings_come_from_a_file_and_the_command_line_goes_over_them()
    {
        var recording = WriteColumn("lfp.csv", 4000, Noise);
        var config = Path.Combine(folder, "settings.yaml");
        File.WriteAllText(config, "aperiodic:\n  range: 3:30\n  mode: knee\nbands.mu: [9, 11]\n");
        var (code, output, error) = Run("measure", recording, "--rate", "200", "--biomarkers", "band_power",
            "--config", config, "--set", "aperiodic.range=4:20", "--json", "-");
        Assert.True(code == 0, error);
        using var json = JsonDocument.Parse(output);
        var parameters = json.RootElement.GetProperty("provenance").GetProperty("parameters");
        Assert.Equal("4:20", parameters.GetProperty("aperiodic.range").GetString());
        Assert.Equal("knee", parameters.GetProperty("aperiodic.mode").GetString());
        Assert.True(json.RootElement.GetProperty("channels")[0].GetProperty("biomarkers").GetProperty("band_power")
            .TryGetProperty("mu", out _));
    }

    [Fact]
    public void A_mistake_in_a_settings_file_names_its_line()
    {
        var recording = WriteColumn("lfp.csv", 4000, Noise);
        var config = Path.Combine(folder, "settings.yaml");
        File.WriteAllText(config, "spectrum:\n  window: 2s\n  overlpa: 0.5\n");
        var (code, _, error) = Run("measure", recording, "--rate", "200", "--config", config);
        Assert.Equal(3, code);
        Assert.Contains("line 3", error);
        Assert.Contains("spectrum.overlap", error);
    }

    [Fact]
    public void The_number_of_threads_does_not_change_a_bit_of_the_result()
    {
        var recording = WriteColumn("lfp.csv", 6000, Noise, columns: 5);
        var one = Run("measure", recording, "--rate", "200", "--json", "-", "--threads", "1").Out;
        var two = Run("measure", recording, "--rate", "200", "--json", "-", "--threads", "2").Out;

        // The command and the time are told apart on purpose.
        static string Results(string json) => json[..json.IndexOf("\"provenance\"", StringComparison.Ordinal)];
        Assert.Equal(Results(one), Results(two));
    }

    [Fact]
    public void Windows_and_what_lies_beside_come_into_json_tables_and_report()
    {
        var recording = WriteColumn("lfp.csv", 4000, Noise, columns: 2);
        var table = Path.Combine(folder, "metabolites.tsv");
        File.WriteAllText(table, "Glu\tGlu_crlb\tGABA\tGABA_crlb\n8\t3\t2\t4\n");
        var results = Path.Combine(folder, "course");
        var (code, output, _) = Run("measure", recording, "--rate", "200", "--biomarkers", "aperiodic,phase_order",
            "--window", "5s", "--step", "2.5s", "--beside", table, "--out", results, "--json", "-");
        Assert.Equal(0, code);
        using var json = JsonDocument.Parse(output);
        var windows = json.RootElement.GetProperty("windows").EnumerateArray().ToArray();
        Assert.Equal(7, windows.Length);
        Assert.Equal(2.5, windows[1].GetProperty("onset_s").GetDouble());
        Assert.Equal(2, windows[1].GetProperty("channels").GetArrayLength());
        Assert.True(windows[1].GetProperty("recording_biomarkers").TryGetProperty("phase_order", out _));
        Assert.Equal(4, json.RootElement.GetProperty("beside")[0].GetProperty("participants")[0].GetProperty("biomarkers")
            .GetProperty("mrs_ratios").GetProperty("glu_gaba").GetDouble());
        Assert.StartsWith("onset\tduration\tchannel", File.ReadAllText(Path.Combine(results, "windows.tsv")));
        Assert.Contains("glu_gaba", File.ReadAllText(Path.Combine(results, "assay.tsv")));
        var report = File.ReadAllText(Path.Combine(results, "report.html"));
        Assert.Contains("Aperiodic exponent over time", report);
        Assert.Contains("Glutamate and GABA (MRS)", report);
    }

    [Fact]
    public void A_table_of_concentrations_is_measured_by_itself()
    {
        var table = Path.Combine(folder, "metabolites.tsv");
        File.WriteAllText(table, "Glu\tGABA\n8\t2\n");
        var (code, output, _) = Run("measure", table, "--json", "-");
        Assert.Equal(0, code);
        using var json = JsonDocument.Parse(output);
        Assert.Equal("isonomia.assay/1", json.RootElement.GetProperty("schema").GetString());
        File.WriteAllText(table, "Glu\tGABA\n8\tlittle\n");
        var (failed, _, error) = Run("measure", table);
        Assert.Equal(3, failed);
        Assert.Contains("column 'GABA': 'little' was found", error);
    }

    private string WriteColumn(string name, int samples, Func<int, double> value, int columns = 1)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllLines(path, Enumerable.Range(0, samples).Select(i =>
            string.Join(',', Enumerable.Range(0, columns).Select(c => $"{value(i + (c * 7919)):R}"))));
        return path;
    }

    private static double Noise(int i)
    {
        var x = Math.Sin(i * 78.233) * 43758.5453;
        return (2 * (x - Math.Floor(x))) - 1;
    }
}
