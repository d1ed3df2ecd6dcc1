using Isonomia.Modeling.Units;

namespace Isonomia.Modeling.Tests.Units;

public class DimensionTests
{
    [Fact]
    public void Ohms_law_holds_for_dimensions() =>
        Assert.Equal(Dimension.Current, Dimension.Conductance * Dimension.Voltage);

    [Fact]
    public void White_noise_squared_is_a_rate() =>
        Assert.Equal(Dimension.Frequency, Dimension.Time.Power(-0.5).Power(2));

    [Fact]
    public void A_seventh_root_has_no_exact_dimension() => Assert.False(Dimension.Time.TryPower(1 / 7.0, out _));

    [Fact]
    public void A_volt_is_spelt_in_base_units() =>
        Assert.Equal("m^2 kg s^-3 A^-1", Dimension.Voltage.ToString());
}
