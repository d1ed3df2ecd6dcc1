using Isonomia.Modeling.Units;

namespace Isonomia.Modeling.Tests.Units;

public class UnitTableTests
{
    // Scales and dimensions by definition of the SI (BIPM, The International System of Units, 9th edition).
    [Theory]
    [InlineData("mvolt", 1e-3, "m^2 kg s^-3 A^-1")]
    [InlineData("ufarad", 1e-6, "m^-2 kg^-1 s^4 A^2")]
    [InlineData("nsiemens", 1e-9, "m^-2 kg^-1 s^3 A^2")]
    [InlineData("Mohm", 1e6, "m^2 kg s^-3 A^-2")]
    [InlineData("kgram", 1, "kg")]
    [InlineData("kilogram", 1, "kg")]
    [InlineData("msecond", 1e-3, "s")]
    [InlineData("dametre", 10, "m")]
    [InlineData("Ymeter", 1e24, "m")]
    [InlineData("ymol", 1e-24, "mol")]
    [InlineData("umetre2", 1e-12, "m^2")]
    [InlineData("cm3", 1e-6, "m^3")]
    [InlineData("um2", 1e-12, "m^2")]
    [InlineData("msecond2", 1e-6, "s^2")]
    [InlineData("molar", 1e3, "m^-3 mol")]
    [InlineData("mM", 1, "m^-3 mol")]
    [InlineData("nM", 1e-6, "m^-3 mol")]
    [InlineData("uliter", 1e-9, "m^3")]
    [InlineData("mohm", 1e-3, "m^2 kg s^-3 A^-2")]
    [InlineData("GOhm", 1e9, "m^2 kg s^-3 A^-2")]
    [InlineData("MΩ", 1e6, "m^2 kg s^-3 A^-2")]
    [InlineData("kΩ", 1e3, "m^2 kg s^-3 A^-2")]
    [InlineData("µF", 1e-6, "m^-2 kg^-1 s^4 A^2")]
    [InlineData("μF", 1e-6, "m^-2 kg^-1 s^4 A^2")]
    [InlineData("V", 1, "m^2 kg s^-3 A^-1")]
    [InlineData("kHz", 1e3, "s^-1")]
    [InlineData("katal", 1, "s^-1 mol")]
    [InlineData("lux", 1, "m^-2 cd")]
    [InlineData("tesla", 1, "kg s^-2 A^-1")]
    [InlineData("henry", 1, "m^2 kg s^-2 A^-2")]
    [InlineData("gray", 1, "m^2 s^-2")]
    [InlineData("radian", 1, "1")]
    public void A_unit_has_the_size_and_dimension_the_SI_gives_it(string name, double scale, string dimension)
    {
        var unit = UnitTable.Find(name);
        Assert.NotNull(unit);
        Assert.Equal(scale, unit.Scale, scale * 1e-15);
        Assert.Equal(dimension, unit.Dimension.ToString());
    }

    [Theory]
    [InlineData("EK")]
    [InlineData("EL")]
    [InlineData("gL")]
    [InlineData("ENa")]
    [InlineData("Vt")]
    [InlineData("mkilogram")]
    [InlineData("volts")]
    [InlineData("mV4")]
    [InlineData("2")]
    [InlineData("")]
    public void What_looks_like_a_name_of_the_field_is_no_unit(string name) => Assert.Null(UnitTable.Find(name));

    [Theory]
    [InlineData("mV", true)]
    [InlineData("volt", true)]
    [InlineData("nsiemens", true)]
    [InlineData("cmetre", true)]
    [InlineData("C", false)]
    [InlineData("m", false)]
    [InlineData("flux", false)]
    [InlineData("mT", false)]
    public void Only_well_known_units_are_barred_as_names_of_variables(string name, bool barred) =>
        Assert.Equal(barred, UnitTable.IsReserved(name));

    [Fact]
    public void Every_everyday_name_is_a_unit() =>
        Assert.All(UnitTable.EverydayNames, name => Assert.NotNull(UnitTable.Find(name)));
}
