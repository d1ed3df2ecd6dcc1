using System.Text.Json;
using static Isonomia.Cli.Tests.IsonomiaCommand;

namespace Isonomia.Cli.Tests;

public sealed class ModelsVerbTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("isonomia-models-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void The_list_names_each_model_with_its_source()
    {
        var (code, output, error) = Run("models");
        Assert.True(code == 0, error);
        Assert.Contains("wang-buzsaki         ", output);
        Assert.Contains("doi:10.1523/JNEUROSCI.16-20-06402.1996", output);
        Assert.Contains("(20 variants)", output);
    }

    [Fact]
    public void A_model_says_its_equations_and_how_they_are_integrated()
    {
        var (code, output, error) = Run("models", "lif");
        Assert.True(code == 0, error);
        Assert.Contains("dv/dt = (EL - v)/tau + (I_syn + I_ext)/C : volt", output);
        Assert.Contains("membrane capacitance", output);
        Assert.Contains("v: exact, linear with constant coefficients", output);
    }

    [Fact]
    public void A_circuit_says_its_populations_and_how_many_synapses_connect_them()
    {
        var (code, output, error) = Run("models", "brunel2000");
        Assert.True(code == 0, error);
        Assert.Contains("circuit brunel2000 (balanced)", output);
        Assert.Matches(@"E +10,000 +E +- +lif-delta +delta", output);
        Assert.Matches(@"I->E delta +in-degree 250 +2,500,000 +-500 uV +1\.5 ms", output);
        Assert.Contains("20 kHz for each cell", output);
        Assert.Contains("circuits", Run("models").Out);
        using var json = JsonDocument.Parse(Run("models", "brunel2000", "--json", "-").Out);
        Assert.Equal("circuit", json.RootElement.GetProperty("type").GetString());
        Assert.Equal(10e6, json.RootElement.GetProperty("projections")[0].GetProperty("synapses").GetDouble());
        Assert.Contains("ask for one of its cells", Run("models", "brunel2000", "--show-code").Error);
    }

    [Fact]
    public void A_model_as_json_has_values_in_si_units()
    {
        var (code, output, error) = Run("info", "adaptive-exponential:tonic", "--json", "-");
        Assert.True(code == 0, error);
        using var json = JsonDocument.Parse(output);
        var root = json.RootElement;
        Assert.Equal("isonomia.model/1", root.GetProperty("schema").GetString());
        var capacitance = root.GetProperty("parameters").EnumerateArray()
            .First(p => p.GetProperty("name").GetString() == "C");
        Assert.Equal(200e-12, capacitance.GetProperty("value_si").GetDouble(), 1e-20);
        Assert.Equal("farad", capacitance.GetProperty("dimension").GetString());
        Assert.Equal("v > Vcut", root.GetProperty("threshold").GetString());
        Assert.NotEmpty(root.GetProperty("integrator")[0].GetProperty("reason").GetString()!);
    }

    [Fact]
    public void A_printed_file_is_a_model_file()
    {
        var path = Path.Combine(folder, "mine.yaml");
        File.WriteAllText(path, Run("models", "izhikevich", "--yaml").Out);
        var (code, output, error) = Run("info", path + ":tonic-bursting");
        Assert.True(code == 0, error);
        Assert.Contains("cell izhikevich", output);
        Assert.Equal(0, Run("models", path, "--show-code").Code);
        Assert.Contains(@"\frac{dv}{dt}", Run("models", path, "--latex").Out);
    }

    [Fact]
    public void All_that_is_wrong_with_a_file_is_named_with_its_place_and_the_exit_code_is_3()
    {
        var path = Path.Combine(folder, "wrong.yaml");
        File.WriteAllText(
            path, "cell: wrong\nparameters: {tau: 10 mss}\nequations: |\n  dv/dt = -v/tua : volt\nthreshold: v > 1\n");
        foreach (var verb in new[] { "models", "info" })
        {
            var (code, output, error) = Run(verb, path);
            Assert.Equal((3, ""), (code, output));
            Assert.Contains($"{path}:2:", error);
            Assert.Contains($"{path}:4:14: error: ", error);
            Assert.Contains("did you mean 'tau'?", error);
            Assert.Contains($"{path}:5:", error);
            Assert.DoesNotContain("   at ", error);
        }
    }

    [Fact]
    public void A_model_that_fails_its_own_test_is_told_of_and_the_exit_code_is_1()
    {
        var path = Path.Combine(folder, "tested.yaml");
        File.WriteAllText(path, """
            cell: tested
            equations: |
              dv/dt = (I_ext - v)/(10*ms) : volt
            threshold: v > 20*mV
            reset: v = 0*mV
            tests:
              - {input: 30 mV, for: 100 ms, first_spike: [10.9 ms, 11.2 ms]}
              - {input: 19 mV, for: 100 ms, spikes: 3}
            """);
        var (code, output, error) = Run("models", path, "--test");
        Assert.True(code == 1, error);
        Assert.Contains("ok    tested: first spike 10.9 ms to 11.2 ms, found 11 ms", output);
        Assert.Contains("FAIL  tested: spikes 3, found 0", output);
        Assert.Contains("1 passed, 1 failed", output);
    }

    [Theory]
    [InlineData("wang-busaki", "did you mean 'wang-buzsaki'?")]
    [InlineData("izhikevich:tonic-brusting", "did you mean 'tonic-bursting'?")]
    [InlineData("exponential", "cells/exponential or receptors/exponential")]
    public void A_mistyped_name_gets_the_nearest_one_and_the_exit_code_is_3(string name, string hint)
    {
        var (code, _, error) = Run("models", name);
        Assert.Equal(3, code);
        Assert.Contains(hint, error);
    }
}
