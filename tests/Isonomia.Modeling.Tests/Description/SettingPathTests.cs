using Isonomia.Modeling.Description;
using Isonomia.Modeling.Diagnostics;

namespace Isonomia.Modeling.Tests.Description;

public class SettingPathTests
{
    private const string File = """
        cell: leaky
        parameters: {tau: 10 ms, E: {value: -70, unit: mV, meaning: rest}}
        equations: "dv/dt = (E - v)/tau : volt"
        initial: {v: E}
        """;

    [Fact]
    public void A_parameter_keeps_its_meaning_and_takes_a_value_with_its_own_unit()
    {
        var cell = Set("parameters.E", "-60 mV");
        Assert.Equal("-60 mV", cell.Parameters[1].Value.Text);
        Assert.Null(cell.Parameters[1].Unit);
        Assert.Equal("rest", cell.Parameters[1].Meaning);
        Assert.Equal(cell, Set("E", "-60 mV"));
    }

    [Fact]
    public void Initial_values_integrator_seed_and_times_can_be_set()
    {
        Assert.Equal("-50 mV", Assert.Single(Set("initial.v", "-50 mV").Initial).Value.Text);
        Assert.Equal("rk4", Set("integrator", "rk4").Integrator!.Text);
        Assert.Equal(7ul, Set("seed", "7").Seed);
        Assert.Equal("0.2 ms", Set("dt", "0.2 ms").Dt!.Text);
        Assert.Equal("3 s", Set("duration", "3 s").Duration!.Text);
    }

    [Theory]
    [InlineData("taw", "1 ms", "did you mean 'tau'?")]
    [InlineData("parameters.taw", "1 ms", "did you mean 'tau'?")]
    [InlineData("integrator", "rk5", "did you mean 'rk")]
    [InlineData("seed", "-1", "whole number")]
    [InlineData("populations.E", "1", "nothing to set")]
    public void A_path_that_leads_nowhere_is_an_error_with_the_nearest_name(string path, string value, string words)
    {
        var bag = new DiagnosticBag();
        SettingPath.Apply(Leaky(), path, value, bag);
        Assert.Contains(words, Assert.Single(bag.Found).Render(), StringComparison.Ordinal);
    }

    private static CellDescription Set(string path, string value)
    {
        var bag = new DiagnosticBag();
        var cell = SettingPath.Apply(Leaky(), path, value, bag);
        bag.ThrowIfErrors();
        return cell;
    }

    private static CellDescription Leaky()
    {
        var bag = new DiagnosticBag();
        var cell = ModelFile.Parse(File, "leaky.yaml", bag);
        bag.ThrowIfErrors();
        return Assert.IsType<CellDescription>(cell);
    }
}
