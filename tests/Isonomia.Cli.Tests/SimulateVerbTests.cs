using System.Text.Json;
using static Isonomia.Cli.Tests.IsonomiaCommand;

namespace Isonomia.Cli.Tests;

public sealed class SimulateVerbTests : IDisposable
{
    private const string Leaky = """
        cell: leaky
        parameters: {C: 100 pF, gL: 5 nS, EL: -70 mV, VT: -50 mV}
        equations: "dv/dt = (gL*(EL - v) + I_syn + I_ext)/C : volt"
        threshold: v > VT
        reset: v = EL
        initial: {v: EL}
        """;

    private readonly string folder = Directory.CreateTempSubdirectory("isonomia-simulate-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    // Closed form: tau ln(I/(I - gL (VT - EL))) = 20 ms ln 2 = 13.86 ms, so 7 spikes in 100 ms.
    [Fact]
    public void A_leaky_cell_leaves_spikes_traces_report_and_what_is_needed_to_repeat_it()
    {
        var run = In("run");
        var (code, _, error) = Run("simulate", Model(Leaky), "--for", "100ms", "--dt", "0.1ms", "--input", "200 pA",
            "--probe", "v", "--every", "1ms", "--out", run);
        Assert.True(code == 0, error);
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(run, "run.json")));
        Assert.Equal("isonomia.run/1", json.RootElement.GetProperty("schema").GetString());
        Assert.Equal(7, json.RootElement.GetProperty("populations").GetProperty("leaky").GetProperty("spikes").GetInt32());
        Assert.Equal(7 * 8, new FileInfo(Path.Combine(run, "spikes", "leaky.times.npy")).Length - 128);
        Assert.Equal(7 * 4, new FileInfo(Path.Combine(run, "spikes", "leaky.cells.npy")).Length - 128);
        Assert.Equal(101 * 8, new FileInfo(Path.Combine(run, "probes", "leaky.v.npy")).Length - 128);
        Assert.Contains("</html>", File.ReadAllText(Path.Combine(run, "report.html")));
    }

    [Fact]
    public void The_same_command_leaves_the_same_bytes_on_any_number_of_threads()
    {
        var model = Model(Leaky);
        foreach (var threads in new[] { "1", "3" })
        {
            var (code, _, error) = Run("simulate", model, "--for", "50ms", "--size", "70", "--seed", "5", "--threads", threads,
                "--input", "noise(120 pA, 60 pA, 5 ms)", "--input", "poisson(ampa, 1 nS, 500 Hz)", "--out", In(threads));
            Assert.True(code == 0, error);
        }

        foreach (var file in new[] { "spikes/leaky.times.npy", "spikes/leaky.cells.npy", "probes/leaky.v.npy", "probes/leaky.ampa_g.npy" })
            Assert.Equal(File.ReadAllBytes(In("1/" + file)), File.ReadAllBytes(In("3/" + file)));
        Assert.True(new FileInfo(In("1/spikes/leaky.times.npy")).Length > 200);
    }

    // Rheobase is gL (VT - EL) = 100 pA.
    [Fact]
    public void The_curve_of_rate_over_input_begins_at_rheobase()
    {
        var (code, output, error) = Run("simulate", Model(Leaky), "--for", "500ms", "--fi", "80pA:200pA:40pA", "--json", "-");
        Assert.True(code == 0, error);
        using var json = JsonDocument.Parse(output);
        var points = json.RootElement.GetProperty("fi").GetProperty("points").EnumerateArray().ToArray();
        Assert.Equal([0, 1, 1, 1], points.Select(p => Math.Sign(p.GetProperty("rate_hz").GetDouble())));
        var rate = 1 / (20e-3 * Math.Log(200.0 / 100));
        Assert.Equal(rate, points[3].GetProperty("steady_rate_hz").GetDouble(), rate * 0.01);
    }

    [Theory]
    [InlineData("--for", "10", "found a number without unit where second was expected")]
    [InlineData("--for", "-1 s", "not positive")]
    [InlineData("--set", "parameters.gl=3 nS", "did you mean 'gL'?")]
    [InlineData("--set", "gL=3 mV", "--set gL:1:1: error: found volt where siemens was expected")]
    [InlineData("--input", "I = 3 pA", "no input or parameter 'I'")]
    [InlineData("--input", "spikes(ampa, 1 nS)", "write spikes(RECEPTOR, WEIGHT, TIME, ...)")]
    [InlineData("--input", "spikes(nmdaa, 1 nS, 1 ms)", "nmdaa")]
    [InlineData("--fi", "0pA:100pA", "first:last:step")]
    [InlineData("--fi", "0pA:100pA:0pA", "does not lead")]
    [InlineData("--probe", "u", "no variable 'u'")]
    [InlineData("--integrator", "rk5", "no integrator 'rk5'")]
    public void What_is_wrong_is_said_in_one_place_and_nothing_is_written(string option, string value, string words)
    {
        var (code, _, error) = Run("simulate", Model(Leaky), option, value, "--out", In("wrong"));
        Assert.Equal(3, code);
        Assert.Contains(words, error);
        Assert.DoesNotContain("   at ", error);
        Assert.False(Directory.Exists(In("wrong")));
    }

    [Fact]
    public void A_state_that_leaves_the_numbers_ends_the_run_with_its_name_and_time()
    {
        var (code, _, error) = Run("simulate", Model("cell: runaway\nequations: 'dx/dt = x**2/second : 1'\ninitial: {x: 1}"),
            "--for", "3s", "--dt", "1ms", "--out", In("wrong"));
        Assert.Equal(3, code);
        Assert.Contains("x of cell 0", error);
        Assert.False(Directory.Exists(In("wrong")));
    }

    // Weight and state enter the current of these receptors in different ways.
    [Theory]
    [InlineData("ampa", 0)]
    [InlineData("nmda", 0)]
    [InlineData("nmda-saturating", 0)]
    [InlineData("gaba-a", 0)]
    [InlineData("gaba-b", 0)]
    [InlineData("gap-junction", 3)]
    public void A_receptor_of_the_library_can_be_driven_by_spikes_unless_it_needs_a_source_cell(string receptor, int expected)
    {
        var (code, _, error) = Run("simulate", Model(Leaky), "--for", "20ms", "--input", $"spikes({receptor}, 5 nS, 2 ms, 4 ms)");
        Assert.True(code == expected, error);
        Assert.DoesNotContain("   at ", error);
        if (expected != 0)
            Assert.Contains("v_pre", error);
    }

    [Fact]
    public void A_step_too_long_for_the_sodium_gate_is_warned_about_before_it_ends_the_run()
    {
        var (code, _, error) = Run("simulate", "hodgkin-huxley", "--for", "50ms", "--dt", "0.1ms", "--integrator", "rk4");
        Assert.Equal(3, code);
        Assert.Contains("warning: dt = 0.1 ms is too long for block {v, m, h, n}", error);
        Assert.Contains("v of cell 0 became not a number", error);
        Assert.DoesNotContain("warning", Run("simulate", "hodgkin-huxley", "--for", "50ms").Error);
    }

    [Fact]
    public void A_name_in_a_file_is_never_a_path_nor_markup()
    {
        var (code, _, error) = Run("simulate", Model(Leaky.Replace("cell: leaky", "cell: ../../evil")), "--for", "10ms", "--out", In("run"));
        Assert.True(code == 3, error);
        var marked = Leaky + "\ndescription: '<script>alert(1)</script>'\n";
        Assert.Equal(0, Run("simulate", Model(marked), "--for", "10ms", "--out", In("run")).Code);
        Assert.DoesNotContain("<script>alert", File.ReadAllText(Path.Combine(In("run"), "report.html")));
    }

    [Theory]
    [InlineData("sonata", "libhdf5")]
    [InlineData("npy,nwb", "libhdf5")]
    [InlineData("cvs", "did you mean 'csv'?")]
    public void A_format_that_cannot_be_written_is_refused_before_the_run(string format, string words)
    {
        var (code, output, error) = RunWhere(new() { ["ISONOMIA_HDF5"] = In("absent.so") },
            "simulate", Model(Leaky), "--for", "10ms", "--format", format, "--out", In("wrong"));
        Assert.Equal(2, code);
        Assert.Contains(words, error);
        Assert.Empty(output);
        Assert.False(Directory.Exists(In("wrong")));
    }

    private string In(string name) => Path.Combine(folder, name);

    private string Model(string text)
    {
        var path = In("model.yaml");
        File.WriteAllText(path, text);
        return path;
    }
}
