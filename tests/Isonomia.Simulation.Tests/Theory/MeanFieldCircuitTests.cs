using Isonomia.Simulation.Theory;

namespace Isonomia.Simulation.Tests.Theory;

public class MeanFieldCircuitTests
{
    private static readonly DiffusionLif Cell = new(0.02, 20, 10, 0.002);

    [Fact]
    public void Rates_agree_with_the_input_they_make()
    {
        var circuit = Balanced(-0.6);
        var rates = circuit.Rates();
        for (var p = 0; p < 2; p++)
        {
            var (mean, noise) = circuit.InputOf(p, rates);
            Assert.Equal(Cell.Rate(mean, noise), rates[p], 1e-6);
        }

        // 1,000 x 0.1 mV x tau of excitation a hertz, from within and from outside; 250 inputs of -0.6 mV.
        Assert.Equal(0.02 * (1000 * 0.1 * (rates[0] + 20) - 250 * 0.6 * rates[1]), circuit.InputOf(0, rates).Mean, 1e-9);
    }

    [Fact]
    public void Stronger_inhibition_lowers_all_rates()
    {
        var (weak, strong) = (Balanced(-0.5).Rates(), Balanced(-0.6).Rates());
        Assert.True(strong[0] < weak[0] && strong[1] < weak[1]);
    }

    [Fact]
    public void Without_connections_rates_are_those_of_the_cells() => Assert.Equal(
        Cell.Rate(0.02 * 1e4 * 0.12, Math.Sqrt(0.02 * 1e4 * 0.12 * 0.12)),
        new MeanFieldCircuit([new MeanFieldPopulation("E", Cell).WithPoisson(1e4, 0.12)], []).Rates()[0],
        1e-6);

    [Fact]
    public void A_projection_to_nowhere_is_refused() => Assert.Throws<ArgumentException>(
        () => new MeanFieldCircuit([new MeanFieldPopulation("E", Cell)], [new(0, 1, 10, 0.1)]));

    [Fact]
    public void In_the_balanced_state_excitation_and_inhibition_cancel()
    {
        var balance = new BalanceEquations(EE: 0.5, EI: 2, IE: 1, II: 1.5, ExternalE: 1, ExternalI: 0.5);
        var (e, i) = balance.Rates;
        Assert.True(balance.Holds);
        Assert.Equal(0, balance.ExternalE + balance.EE * e - balance.EI * i, 1e-12);
        Assert.Equal(0, balance.ExternalI + balance.IE * e - balance.II * i, 1e-12);
        Assert.False((balance with { ExternalI = 1 }).Holds);
    }

    private static MeanFieldCircuit Balanced(double inhibition)
    {
        var cells = new MeanFieldPopulation("cells", Cell).WithPoisson(20_000, 0.1);
        return new MeanFieldCircuit(
            [cells, cells],
            [new(0, 0, 1000, 0.1), new(0, 1, 1000, 0.1), new(1, 0, 250, inhibition), new(1, 1, 250, inhibition)]);
    }
}
