using Isonomia.Modeling.Units;

namespace Isonomia.Modeling.Tests.Units;

public class DimensionNamesTests
{
    public static TheoryData<Dimension, string> Named => new()
    {
        { Dimension.None, "1 (no unit)" },
        { Dimension.Voltage, "volt" },
        { Dimension.Current, "ampere" },
        { Dimension.Frequency, "hertz" },
        { Dimension.Conductance / Dimension.Length.Power(2), "siemens/metre^2" },
        { Dimension.Current / Dimension.Length.Power(2), "ampere/metre^2" },
        { Dimension.Voltage / Dimension.Time, "volt/second" },
        { Dimension.Voltage / Dimension.Time.Power(0.5), "volt/second^0.5" },
        { Dimension.Voltage.Power(2), "volt^2" },
        { Dimension.Voltage.Power(2) / Dimension.Time, "volt^2/second" },
        { Dimension.None / Dimension.Voltage, "1/volt" },
        { Dimension.Time.Power(-0.5), "second^-0.5" },
        { Dimension.Amount / Dimension.Length.Power(3), "mmolar" },
        { Dimension.Current * Dimension.Voltage, "watt" },
        { Dimension.Voltage / Dimension.Current * Dimension.Length, "ohm*metre" },
        { Dimension.Temperature * Dimension.Luminosity.Power(3), "kelvin*candela^3" },
    };

    [Theory]
    [MemberData(nameof(Named))]
    public void A_dimension_is_called_what_people_in_the_field_call_it(Dimension dimension, string name) =>
        Assert.Equal(name, DimensionNames.Describe(dimension));
}
