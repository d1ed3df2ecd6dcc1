using Isonomia.Reporting.Figures;

namespace Isonomia.Reporting.Tests.Figures;

public class ScaleTests
{
    [Fact]
    public void Linear_ticks_are_round_and_inside()
    {
        var ticks = new LinearScale(-0.13, 1.07, 0, 100).Ticks(6);
        Assert.Equal(["0.0", "0.2", "0.4", "0.6", "0.8", "1.0"], ticks.Select(t => t.Label));
        ticks = new LinearScale(-2, 2, 0, 100).Ticks(5);
        Assert.Equal(["\u22122", "\u22121", "0", "1", "2"], ticks.Select(t => t.Label));
        Assert.Equal(["0.000", "0.002", "0.004"], new LinearScale(0, 0.005, 0, 100).Ticks(3).Select(t => t.Label));
    }

    [Theory]
    [InlineData(1, 45, "1 2 5 10 20")]
    [InlineData(0.001, 1000, "10⁻³ 0.01 0.1 1 10 100 10³")]
    [InlineData(30, 45, "30 40")]
    [InlineData(1e-28, 1e-20, "10⁻²⁸ 10⁻²⁶ 10⁻²⁴ 10⁻²² 10⁻²⁰")]
    public void Logarithmic_ticks_name_decades_and_more_where_there_is_room(double low, double high, string labels) =>
        Assert.Equal(labels, string.Join(' ', new LogScale(low, high, 0, 300).Ticks(7)
            .Where(t => t.Label is not null).Select(t => t.Label)));

    [Fact]
    public void Equal_ratios_are_equal_lengths_on_a_logarithmic_axis()
    {
        var scale = new LogScale(1, 100, 200, 0);
        Assert.Equal(100, scale.At(10), 1e-9);
        Assert.Equal(0, scale.At(100), 1e-9);
        Assert.True(double.IsNaN(scale.At(0)));
        Assert.True(double.IsNaN(scale.At(-1)));
    }

    [Fact]
    public void A_scale_over_nothing_or_one_value_still_has_an_extent()
    {
        Scale[] scales = [LinearScale.Over(5, 5, 0, 1), LinearScale.Over(double.NaN, double.NaN, 0, 1),
            LogScale.Over(5, 5, 0, 1), LogScale.Over(0, 0, 0, 1)];
        Assert.All(scales, s => Assert.True(s.Low < s.High && s.Ticks(4).Count > 0));
    }
}
