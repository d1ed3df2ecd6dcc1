using Isonomia.Modeling.Units;

namespace Isonomia.Modeling.Tests.Units;

public class PhysicalConstantsTests
{
    // CODATA 2018, doi:10.1103/RevModPhys.93.025010, as printed (exact values to the digits printed).
    [Theory]
    [InlineData("avogadro_constant", 6.02214076e23, 1e-15)]
    [InlineData("boltzmann_constant", 1.380649e-23, 1e-15)]
    [InlineData("elementary_charge", 1.602176634e-19, 1e-15)]
    [InlineData("faraday_constant", 96485.33212, 1e-9)]
    [InlineData("gas_constant", 8.314462618, 1e-9)]
    [InlineData("electric_constant", 8.8541878128e-12, 1e-15)]
    [InlineData("magnetic_constant", 1.25663706212e-6, 1e-15)]
    [InlineData("electron_mass", 9.1093837015e-31, 1e-15)]
    [InlineData("molar_mass_constant", 0.99999999965e-3, 1e-15)]
    [InlineData("zero_celsius", 273.15, 1e-15)]
    public void A_constant_has_its_codata_value(string name, double value, double relative) =>
        Assert.Equal(value, PhysicalConstants.Find(name)!.Value.Value, value * relative);

    [Fact]
    public void Thermal_voltage_is_a_voltage() => Assert.Equal(
        Dimension.Voltage,
        Of("gas_constant") * Of("zero_celsius") / Of("faraday_constant"));

    [Fact]
    public void Light_needs_the_electric_and_the_magnetic_constant() => Assert.Equal(
        (Dimension.Length / Dimension.Time).Power(-2), Of("electric_constant") * Of("magnetic_constant"));

    private static Dimension Of(string name) => PhysicalConstants.Find(name)!.Value.Dimension;
}
