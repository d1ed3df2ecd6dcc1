using Isonomia.Reporting.Markup;

namespace Isonomia.Reporting.Tests.Markup;

public class NumberTextTests
{
    [Theory]
    [InlineData(1.2345, 2, "1.23")]
    [InlineData(-1.2345, 2, "\u22121.23")]
    [InlineData(-0.001, 2, "0.00")]
    [InlineData(double.NaN, 2, "\u2014")]
    [InlineData(2.5e-14, 2, "2.5·10⁻¹⁴")]
    public void Numbers_are_written_for_people(double value, int decimals, string text) =>
        Assert.Equal(text, NumberText.Fixed(value, decimals));

    [Theory]
    [InlineData(250, "250")]
    [InlineData(173.61, "174")]
    [InlineData(0.6004, "0.6")]
    [InlineData(0.0001234, "0.000123")]
    [InlineData(-3e-7, "\u22123·10⁻⁷")]
    [InlineData(0, "0")]
    public void Three_digits_are_enough_for_a_sentence(double value, string text) =>
        Assert.Equal(text, NumberText.Significant(value));

    [Theory]
    [InlineData(4.5, "4.5 s")]
    [InlineData(303, "5 min 3 s")]
    [InlineData(86_400, "24 h")]
    [InlineData(7_500, "2 h 5 min")]
    public void Times_are_told_in_the_units_of_a_clock(double seconds, string text) =>
        Assert.Equal(text, NumberText.Duration(seconds));
}
