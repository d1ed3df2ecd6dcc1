using Isonomia.Modeling.Units;

namespace Isonomia.Modeling.Tests.Units;

public class QuantityTests
{
    [Theory]
    [InlineData(281e-12, "pF", "281 pF")]
    [InlineData(-70.6e-3, "V", "-70.6 mV")]
    [InlineData(0.02, "s", "20 ms")]
    [InlineData(0, "V", "0 V")]
    [InlineData(1, "V", "1 V")]
    [InlineData(2e-7, "m", "200 nm")]
    [InlineData(1e-3, "mM", "1 uM")]
    [InlineData(2, "mM", "2 mM")]
    [InlineData(1e-3, "kilogram", "1 g")]
    [InlineData(5e6, "ohm", "5 Mohm")]
    public void A_quantity_is_written_with_the_fitting_prefix(double value, string unit, string expected) =>
        Assert.Equal(expected, new Quantity(value, UnitTable.Find(unit)!.Dimension).ToString());

    [Fact]
    public void Densities_are_given_per_square_centimetre()
    {
        var area = Dimension.Length.Power(2);
        Assert.Equal("1 uF/cm**2", new Quantity(1e-6 / 1e-4, Dimension.Capacitance / area).ToString());
        Assert.Equal("35 mS/cm**2", new Quantity(350, Dimension.Conductance / area).ToString());
    }

    [Fact]
    public void A_compound_without_a_custom_is_written_in_base_units()
    {
        Assert.Equal("1500*ampere/second", new Quantity(1500, Dimension.Current / Dimension.Time).ToString());
        Assert.Equal("3/volt", new Quantity(3, Dimension.None / Dimension.Voltage).ToString());
    }

    [Fact]
    public void A_number_stays_a_number() => Assert.Equal("0.5", new Quantity(0.5, Dimension.None).ToString());
}
