using System.Text.Json;
using static Isonomia.Cli.Tests.IsonomiaCommand;

namespace Isonomia.Cli.Tests;

public sealed class SweepVerbTests : IDisposable
{
    private const string Leaky = """
        cell: leaky
        parameters: {C: 100 pF, gL: 5 nS, EL: -70 mV, VT: -50 mV}
        equations: "dv/dt = (gL*(EL - v) + I_ext)/C : volt"
        threshold: v > VT
        reset: v = EL
        initial: {v: EL}
        """;

    private const string Pair = """
        circuit: pair
        dt: 0.1 ms
        duration: 300 ms
        parameters: {J: 0.1 mV, rate: 12 kHz}
        populations:
          E: {cell: cells/lif-delta, size: 80, class: E}
          I: {cell: cells/lif-delta, size: 20, class: I}
        projections:
          - {from: E, to: [E, I], receptor: receptors/delta, rule: {in_degree: 8}, weight: J, delay: 1.5 ms}
          - {from: I, to: [E, I], receptor: receptors/delta, rule: {in_degree: 2}, weight: -5*J, delay: 1.5 ms}
        stimuli:
          - {kind: poisson, to: [E, I], receptor: receptors/delta, rate: rate, weight: J}
        probes:
          - {of: E, spikes: true}
          - {of: E, variables: [v], cells: "0:2", every: 1 ms}
        """;

    private readonly string folder = Directory.CreateTempSubdirectory("isonomia-sweep-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    // Closed form: a spike every tau ln(I/(I - gL (VT - EL))), first at one such interval; rheobase is 100 pA.
    [Fact]
    public void The_rate_of_a_leaky_cell_over_its_input_is_that_of_the_closed_form()
    {
        var (code, _, error) = Run("sweep", Model(Leaky), "--over", "input=50 pA:250 pA:5", "--for", "1s",
            "--dt", "0.05ms", "--measure", "leaky.rate,cv_isi", "--out", In("fi"));
        Assert.True(code == 0, error);
        var rows = Rows("fi");
        Assert.Equal(["run", "seed", "input (pA)", "leaky.rate", "cv_isi", "why"], rows[0]);
        Assert.Equal(["1", "0", "50", "0", "", "cv_isi: no cell has three spikes"], rows[1]);
        Assert.Equal("0", rows[2][3]);
        foreach (var row in rows[3..])
        {
            var input = double.Parse(row[2]);
            Assert.Equal(Math.Floor(1 / (20e-3 * Math.Log(input / (input - 100)))), double.Parse(row[3]), 1.0);
            Assert.Equal(0, double.Parse(row[4]), 1e-2);
        }

        Assert.Contains("</html>", File.ReadAllText(In("fi/report.html")));
        using var json = JsonDocument.Parse(File.ReadAllText(In("fi/sweep.json")));
        Assert.Equal("isonomia.sweep/1", json.RootElement.GetProperty("schema").GetString());
        Assert.Equal(5, json.RootElement.GetProperty("done").GetInt32());
        Assert.Equal("Hz", json.RootElement.GetProperty("measures")[0].GetProperty("unit").GetString());
    }

    [Fact]
    public void A_circuit_gives_the_same_table_for_any_number_of_threads_and_goes_on_where_it_ended()
    {
        string[] Asked(string threads, string output) =>
        [
            "sweep", Model(Pair), "--over", "parameters.J=0.05mV:0.2mV:3", "--over", "parameters.rate=10kHz,20kHz",
            "--seeds", "2",
            "--threads", threads, "--measure",
            "E.rate,I.cv_isi,E.spike_intervals.cv2.mean,E.v[0].band_power.gamma.relative",
            "--measuring", "spectrum.window=100ms", "--out", In(output),
        ];
        foreach (var threads in new[] { "1", "3" })
        {
            var (code, _, error) = Run(Asked(threads, threads));
            Assert.True(code == 0, error);
        }

        var whole = File.ReadAllText(In("1/sweep.tsv"));
        Assert.Equal(whole, File.ReadAllText(In("3/sweep.tsv")));
        var rows = Rows("1");
        Assert.Equal(13, rows.Length);
        var rates = rows[1..].Select(r => double.Parse(r[4])).ToArray();

        // Same values, other seed: near each other; more and stronger input: more spikes.
        Assert.NotEqual(rates[2], rates[3]);
        Assert.Equal(rates[2], rates[3], 0.2 * rates[2]);
        Assert.True(rates[10] > rates[8] && rates[8] > rates[0], string.Join(' ', rates));
        Assert.All(rows[5..], row => Assert.InRange(double.Parse(row[5]), 0.01, 2));
        Assert.All(rows[1..], row => Assert.InRange(double.Parse(row[7]), 0, 1));

        // What was lost, here the last rows and half of one, is made again; the rest is not.
        var kept = string.Join('\n', whole.Split('\n')[..8]);
        File.WriteAllText(In("3/sweep.tsv"), kept[..^5]);
        var (again, _, words) = Run(Asked("2", "3"));
        Assert.True(again == 0, words);
        Assert.Equal(whole, File.ReadAllText(In("3/sweep.tsv")));
    }

    [Fact]
    public void Each_row_is_what_measure_says_of_the_run_that_simulate_makes()
    {
        string[] measures =
        [
            "E.rate", "E.cv_isi", "E.spike_intervals.cv2.mean", "E.fano_factor.fano.mean", "E.v[1].aperiodic.exponent",
        ];
        string[] measuring = ["spectrum.window=100ms", "aperiodic.range=10:400", "spikes.fano_window=50ms"];
        string[] set = [.. measuring.SelectMany(m => new[] { "--measuring", m })];
        var (code, _, error) = Run(["sweep", Model(Pair), "--over", "parameters.rate=14kHz,20kHz", "--seed", "3",
            "--measure", string.Join(',', measures), "--out", In("sweep"), .. set]);
        Assert.True(code == 0, error);
        var row = Rows("sweep")[2];
        Assert.Equal("3", row[1]);

        Assert.Equal(0, Run(
            "simulate", Model(Pair), "--seed", "3", "--set", "parameters.rate=20kHz", "--out", In("run")).Code);
        var (measured, output, words) = Run(
            ["measure", In("run"), "--json", "-", .. measuring.SelectMany(m => new[] { "--set", m })]);
        Assert.True(measured == 0, words);
        using var run = JsonDocument.Parse(File.ReadAllText(In("run/run.json")));
        using var found = JsonDocument.Parse(output);
        var population = run.RootElement.GetProperty("populations").GetProperty("E");
        Assert.Equal(population.GetProperty("rate_hz").GetDouble(), double.Parse(row[3]));
        Assert.Equal(population.GetProperty("cv_isi").GetDouble(), double.Parse(row[4]));
        var spikes = found.RootElement.GetProperty("recording_biomarkers");
        Assert.Equal(At(spikes, "spike_intervals.E.cv2.mean"), double.Parse(row[5]));
        Assert.Equal(At(spikes, "fano_factor.E.fano.mean"), double.Parse(row[6]));
        var signal = found.RootElement.GetProperty("channels").EnumerateArray()
            .Single(c => c.GetProperty("name").GetString() == "E.v[1]").GetProperty("biomarkers");
        Assert.Equal(At(signal, "aperiodic.exponent"), double.Parse(row[7]));
    }

    [Fact]
    public void A_folder_that_holds_another_sweep_is_left_alone()
    {
        var model = Model(Leaky);
        Assert.Equal(0, Run("sweep", model, "--over", "VT=-55mV,-50mV", "--measure", "rate", "--out", In("a")).Code);
        var (code, _, error) = Run(
            "sweep", model, "--over", "VT=-55mV,-50mV", "--for", "2s", "--measure", "rate", "--out", In("a"));
        Assert.Equal(3, code);
        Assert.Contains("another duration", error);
    }

    [Fact]
    public void A_list_names_its_runs_and_one_that_fails_does_not_stop_the_others()
    {
        var list = In("runs.csv");
        File.WriteAllText(list, "input,gL\n200 pA,5 nS\n200 pA,-500 nS\n300 pA,5 nS\n");
        var silent = Leaky.Replace("threshold: v > VT\n", "").Replace("reset: v = EL\n", "");
        var (code, _, error) = Run("sweep", Model(silent), "--list", list, "--for", "5s", "--dt", "1ms",
            "--measure", "rate", "--out", In("list"));
        Assert.True(code == 1, error);
        var rows = Rows("list");
        Assert.Equal(["1", "0", "200", "5", "0", ""], rows[1]);
        Assert.StartsWith("failed: ", rows[2][^1]);
        Assert.Equal("0", rows[3][4]);
    }

    [Theory]
    [InlineData("--over", "gl=1nS,2nS", "did you mean 'gL'?")]
    [InlineData("--over", "gL=1mV:3mV:3", "found volt where siemens was expected")]
    [InlineData("--over", "gL=1nS:3nS", "found 2 parts")]
    [InlineData("--measure", "leaky.rat", "did you mean 'rate'?")]
    [InlineData("--measure", "E.rate", "it begins with no population")]
    [InlineData("--measure", "leaky.w.aperiodic.exponent", "Known: leaky.")]
    [InlineData("--measure", "leaky.v.aperiodic.slope", "it has no number")]
    public void What_is_wrong_is_said_before_anything_is_run(string option, string value, string words)
    {
        string[] command = ["sweep", Model(Leaky), "--out", In("wrong"), "--for", "100ms",
            "--over", option == "--over" ? value : "gL=4nS,5nS", "--measure", option == "--measure" ? value : "rate"];
        var (code, _, error) = Run(command);
        Assert.NotEqual(0, code);
        Assert.Contains(words.Replace("it has no number", "aperiodic has no number 'slope'"), error);
        Assert.DoesNotContain("   at ", error);
        if (File.Exists(In("wrong/sweep.tsv")))
            Assert.Single(Rows("wrong"));
    }

    private static double At(JsonElement of, string path) =>
        path.Split('.').Aggregate(of, (element, name) => element.GetProperty(name)).GetDouble();

    private string In(string name) => Path.Combine(folder, name);

    private string Model(string text)
    {
        var path = In("model.yaml");
        File.WriteAllText(path, text);
        return path;
    }

    private string[][] Rows(string name) =>
        [.. File.ReadAllLines(In(name + "/sweep.tsv")).Select(l => l.Split('\t'))];
}
