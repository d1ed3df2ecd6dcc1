using Isonomia.Modeling.Diagnostics;
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

    [Theory]
    [InlineData("281 pF", 281e-12, "farad")]
    [InlineData("20*ms", 20e-3, "second")]
    [InlineData("-70.6 mV", -70.6e-3, "volt")]
    [InlineData("1 uF/cm**2", 1e-6 / 1e-4, "farad/metre^2")]
    [InlineData("100 Mohm", 1e8, "ohm")]
    [InlineData("5 µA", 5e-6, "ampere")]
    [InlineData("3 m/s", 3, "metre/second")]
    [InlineData("37*kelvin + zero_celsius", 310.15, "kelvin")]
    [InlineData("0.5", 0.5, "1 (no unit)")]
    public void A_quantity_is_read_as_people_write_it(string text, double value, string dimension)
    {
        var quantity = Read(text);
        Assert.Equal(value, quantity.Value, Math.Abs(value) * 1e-15);
        Assert.Equal(dimension, DimensionNames.Describe(quantity.Dimension));
    }

    [Fact]
    public void What_is_written_is_read_back_to_the_last_bit()
    {
        string[] units = ["V", "A", "S", "F", "s", "Hz", "ohm", "mM", "uF/cm**2", "mS/cm**2", "amp/second", "kelvin"];
        var random = new Random(1);
        for (var trial = 0; trial < 2000; trial++)
        {
            var unit = Read($"1 {units[trial % units.Length]}");
            var number = Math.Round((random.NextDouble() * 2) - 1, random.Next(1, 15));
            var quantity = unit with { Value = number * Math.Pow(10, random.Next(-12, 6)) };
            Assert.Equal(quantity, Read(quantity.ToString()));
        }
    }

    [Fact]
    public void A_mistyped_unit_is_told()
    {
        var bag = new DiagnosticBag();
        Assert.Null(Quantity.TryParse(new SourceText("281 pf", "C"), bag));
        Assert.Equal("did you mean 'pF'?", Assert.Single(bag.Found).Hint);
    }

    private static Quantity Read(string text)
    {
        var bag = new DiagnosticBag();
        var quantity = Quantity.TryParse(new SourceText(text, "value"), bag);
        Assert.Equal("", string.Join('\n', bag.Found.Select(d => d.Render())));
        return quantity!.Value;
    }

    [Fact]
    public void A_number_stays_a_number() => Assert.Equal("0.5", new Quantity(0.5, Dimension.None).ToString());
}
