using Isonomia.Modeling.Units;
using Isonomia.Reporting.Runs;

namespace Isonomia.Reporting.Tests.Runs;

public class AxisUnitTests
{
    [Fact]
    public void Membrane_potentials_are_drawn_in_millivolts()
    {
        var unit = AxisUnit.For(Dimension.Voltage, 0.07);
        Assert.Equal("v (mV)", unit.Title("v"));
        Assert.Equal([-70.0], unit.Of([-0.07]), (a, b) => Math.Abs(a - b) < 1e-12);
    }

    [Theory]
    [InlineData(3e-10, "pA")]
    [InlineData(1e-9, "nA")]
    [InlineData(2.5e-6, "µA")]
    [InlineData(0, "A")]
    public void Currents_take_the_prefix_of_their_size(double size, string label) =>
        Assert.Equal(label, AxisUnit.For(Dimension.Current, size).Label);

    // 10 µA/cm² is 0.1 A/m².
    [Fact]
    public void Current_densities_are_drawn_per_square_centimetre()
    {
        var unit = AxisUnit.For(Dimension.Current / Dimension.Length.Power(2), 0.1);
        Assert.Equal("µA/cm²", unit.Label);
        Assert.Equal(10, unit.Of([0.1])[0], 1e-12);
    }

    [Fact]
    public void Numbers_have_no_unit_and_odd_dimensions_are_spelt_out()
    {
        Assert.Equal("m", AxisUnit.For(Dimension.None, 0.5).Title("m"));
        Assert.Equal("V/s", AxisUnit.For(Dimension.Voltage / Dimension.Time, 5).Label);
        Assert.Contains("metre", AxisUnit.For(Dimension.Length * Dimension.Mass, 1).Title("x"));
    }
}
