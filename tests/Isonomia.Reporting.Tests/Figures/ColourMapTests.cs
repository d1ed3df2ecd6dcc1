using Isonomia.Reporting.Figures;

namespace Isonomia.Reporting.Tests.Figures;

public class ColourMapTests
{
    // CIE lightness of sRGB (IEC 61966-2-1): order must survive a grey print and any colour vision.
    private static double Lightness(string colour)
    {
        double Linear(int at)
        {
            var c = Convert.ToInt32(colour.Substring(at, 2), 16) / 255.0;
            return c <= 0.04045 ? c / 12.92 : Math.Pow((c + 0.055) / 1.055, 2.4);
        }

        return 116 * Math.Cbrt(0.2126 * Linear(1) + 0.7152 * Linear(3) + 0.0722 * Linear(5)) - 16;
    }

    [Fact]
    public void Greater_values_are_lighter_in_the_sequential_map()
    {
        var lightness = Enumerable.Range(0, 21).Select(i => Lightness(ColourMap.Sequential.At(i / 20.0))).ToArray();
        Assert.All(lightness.Zip(lightness.Skip(1)), pair => Assert.True(pair.Second > pair.First + 1));
    }

    [Fact]
    public void The_diverging_map_is_lightest_at_neutral_and_as_dark_at_one_end_as_at_the_other()
    {
        var lightness = Enumerable.Range(0, 21).Select(i => Lightness(ColourMap.Diverging.At(i / 20.0))).ToArray();
        Assert.Equal(10, Array.IndexOf(lightness, lightness.Max()));
        Assert.Equal(lightness[0], lightness[^1], 5.0);
    }

    [Fact]
    public void Values_outside_take_the_colour_of_the_end()
    {
        Assert.Equal(ColourMap.Sequential.At(0), ColourMap.Sequential.At(-3));
        Assert.Equal(ColourMap.Sequential.At(1), ColourMap.Sequential.At(double.PositiveInfinity));
    }
}
