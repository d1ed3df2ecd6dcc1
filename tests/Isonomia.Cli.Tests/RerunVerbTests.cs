using System.Text.Json;
using System.Text.Json.Nodes;
using static Isonomia.Cli.Tests.IsonomiaCommand;

namespace Isonomia.Cli.Tests;

public sealed class RerunVerbTests : IDisposable
{
    private const string Leaky = """
        cell: leaky
        parameters: {C: 100 pF, gL: 5 nS, EL: -70 mV, VT: -50 mV}
        equations: "dv/dt = (gL*(EL - v) + I_syn + I_ext)/C : volt"
        threshold: v > VT
        reset: v = EL
        initial: {v: EL}
        variants:
          quiet: {description: hard to excite, parameters: {VT: -45 mV}}
        """;

    // Cells and connections of its own, in files beside it.
    private const string Circuit = """
        circuit: pair
        dt: 0.1 ms
        populations:
          E: {cell: parts/own.yaml, size: 40, class: E, initial: {v: "uniform(-70 mV, -50 mV)"}}
          I: {cell: cells/lif, size: 10, class: I}
        projections:
          - {from: E, to: I, receptor: receptors/ampa, rule: {probability: 0.5}, weight: 2 nS, delay: 1.5 ms}
          - {from: I, to: E, receptor: receptors/gaba-a, rule: {list: parts/edges.csv}, weight: 5 nS, delay: 1 ms}
        stimuli:
          - {kind: poisson, to: E, receptor: receptors/ampa, rate: 2000 Hz, weight: 1 nS}
        probes:
          - {of: [E, I], spikes: true}
          - {of: E, variables: [v], cells: "0:3", every: 1 ms}
        """;

    private readonly string folder = Directory.CreateTempSubdirectory("isonomia-rerun-tests-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_run_is_repeated_to_the_byte_from_its_folder_alone()
    {
        Simulate();
        File.Delete(In("model.yaml"));
        var (code, output, error) = Run("rerun", In("run"), "--threads", "2");
        Assert.True(code == 0, error + output);
        Assert.Contains("same  spikes/leaky.times.npy", output);
        Assert.Contains("same  probes/leaky.ampa_g.npy", output);
        Assert.Contains("arrays, all the same", output);
    }

    [Fact]
    public void What_differs_is_named_and_how_far_it_agrees()
    {
        Simulate();
        var path = In("run/spikes/leaky.times.npy");
        var bytes = File.ReadAllBytes(path);
        bytes[128 + (8 * 2)] ^= 1;
        File.WriteAllBytes(path, bytes);
        File.Delete(In("run/probes/leaky.v.npy"));
        var (code, output, _) = Run("rerun", In("run"));
        Assert.Equal(1, code);
        Assert.Contains($"DIFFERS  spikes/leaky.times.npy: {(bytes.Length - 128) / 8} numbers, the first 2 agree",
            output);
        Assert.Contains("DIFFERS  probes/leaky.v.npy: the run to be repeated does not have it", output);
        Assert.Contains("same  spikes/leaky.cells.npy", output);
    }

    [Fact]
    public void A_changed_seed_gives_other_spikes()
    {
        Simulate();
        Change(json => json["provenance"]!["arguments"]!.AsArray().Where(a =>
            a!.GetValue<string>() == "5").Single()!.ReplaceWith("6"));
        var (code, output, _) = Run("rerun", In("run"));
        Assert.Equal(1, code);
        Assert.Contains("DIFFERS  spikes/leaky.times.npy", output);
    }

    [Fact]
    public void A_model_of_the_library_and_a_variant_are_repeated_too()
    {
        Assert.Equal(0, Run("simulate", "izhikevich:tonic-bursting", "--for", "50ms", "--out", In("library")).Code);
        Assert.Equal(0, Run("rerun", In("library")).Code);
        Assert.Equal(0, Run("simulate", "--for", "50ms", Model() + ":quiet", "--input=130 pA", "--out="
            + In("variant")).Code);
        File.Delete(In("model.yaml"));
        var (code, output, error) = Run("rerun", In("variant"));
        Assert.True(code == 0, error + output);
    }

    [Fact]
    public void A_receptor_that_has_changed_since_is_refused()
    {
        Simulate();
        Change(json => json["provenance"]!["inputs"]![1]!["sha256"] = "00");
        var (code, _, error) = Run("rerun", In("run"));
        Assert.Equal(3, code);
        Assert.Contains("'receptors/ampa', of which the run was made, has changed since", error);
    }

    [Fact]
    public void A_circuit_is_repeated_with_the_models_beside_it_though_they_are_gone()
    {
        SimulateCircuit("--for", "60ms", "--set", "populations.E.size=50");
        File.Delete(In("pair.yaml"));
        File.Delete(In("parts/own.yaml"));
        var (code, output, error) = Run("rerun", In("circuit"));
        Assert.True(code == 0, error + output);
        Assert.Contains("same  spikes/E.times.npy", output);
        Assert.Contains("same  probes/E.v.npy", output);
        Assert.True(new FileInfo(In("circuit/spikes/E.times.npy")).Length > 128 + (8 * 20));

        // Numbers are known by their hash alone.
        File.AppendAllText(In("parts/edges.csv"), "0,5\n");
        var changed = Run("rerun", In("circuit"));
        Assert.Equal(3, changed.Code);
        Assert.Contains("edges.csv', of which the run was made, has changed since", changed.Error);
    }

    [Fact]
    public void A_run_cut_short_is_repeated_to_where_it_was_stopped()
    {
        SimulateCircuit("--for", "30ms");
        Change("circuit", json =>
        {
            json["interrupted"] = true;
            var arguments = json["provenance"]!["arguments"]!.AsArray();
            arguments[arguments.Select(a => a!.GetValue<string>()).ToList().IndexOf("30ms")] = "10s";
        });
        var (code, output, error) = Run("rerun", In("circuit"));
        Assert.True(code == 0, error + output);
    }

    [Theory]
    [InlineData(null, "there is no run.json here")]
    [InlineData("{", "line 1: this is not JSON")]
    [InlineData("{\"schema\": \"isonomia.measure/1\"}",
        "found the schema 'isonomia.measure/1' where 'isonomia.run/1' was expected")]
    [InlineData("{\"schema\": \"isonomia.run/1\"}", "an older version may have written it")]
    [InlineData("[]", "an older version may have written it")]
    public void What_is_no_run_is_said_to_be_none(string? text, string words)
    {
        Directory.CreateDirectory(In("run"));
        if (text is not null)
            File.WriteAllText(In("run/run.json"), text);
        var (code, _, error) = Run("rerun", In("run"));
        Assert.Equal(3, code);
        Assert.Contains(words, error);
        Assert.DoesNotContain("   at ", error);
    }

    [Fact]
    public void The_command_it_keeps_can_be_given_to_a_shell()
    {
        Simulate();
        using var json = JsonDocument.Parse(File.ReadAllText(In("run/run.json")));
        var command = json.RootElement.GetProperty("provenance").GetProperty("command").GetString();
        Assert.Contains("--input 'noise(120 pA, 60 pA, 5 ms)' --input", command);
    }

    private string In(string name) => Path.Combine(folder, name);

    private string Model()
    {
        File.WriteAllText(In("model.yaml"), Leaky);
        return In("model.yaml");
    }

    private void Simulate()
    {
        var (code, _, error) = Run("simulate", Model(), "--for", "50ms", "--size", "70", "--seed", "5", "--threads",
            "1",
            "--input", "noise(120 pA, 60 pA, 5 ms)", "--input", "poisson(ampa, 1 nS, 500 Hz)", "--out", In("run"));
        Assert.True(code == 0, error);
    }

    private void SimulateCircuit(params string[] options)
    {
        Directory.CreateDirectory(In("parts"));
        File.WriteAllText(In("parts/own.yaml"), Leaky);
        File.WriteAllText(In("parts/edges.csv"), "source,target\n0,1\n3,2\n7,30\n");
        File.WriteAllText(In("pair.yaml"), Circuit);
        var (code, _, error) = Run(["simulate", In("pair.yaml"), "--out", In("circuit"), .. options]);
        Assert.True(code == 0, error);
    }

    private void Change(Action<JsonNode> change) => Change("run", change);

    private void Change(string run, Action<JsonNode> change)
    {
        var path = Path.Combine(In(run), "run.json");
        var json = JsonNode.Parse(File.ReadAllText(path))!;
        change(json);
        File.WriteAllText(path, json.ToJsonString());
    }
}
