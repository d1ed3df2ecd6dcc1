using Isonomia.Measurement.Biomarkers;
using Isonomia.Measurement.Together;

namespace Isonomia.Measurement.Tests.Together;

public class PointingTests
{
    [Theory]
    [InlineData(1.2, 1.3, 1.1, 0.9, Direction.Rises, Pointing.Excitation)]
    [InlineData(0.8, 0.7, 0.9, 1.1, Direction.Rises, Pointing.Inhibition)]
    [InlineData(1.2, 1.3, 1.1, 0.9, Direction.Falls, Pointing.Inhibition)]
    [InlineData(1.2, 1.3, 0.8, 0.9, Direction.Rises, Pointing.Undecided)]
    public void A_marker_points_where_three_quarters_of_its_channels_lie(
        double a, double b, double c, double d, Direction direction, Pointing expected) =>
        Assert.Equal(expected, PointingRule.Of([a, b, c, d], 4, 1, direction));

    [Fact]
    public void A_marker_that_most_channels_lack_is_undecided() =>
        Assert.Equal(Pointing.Undecided, PointingRule.Of([1.5, 1.4], 5, 1, Direction.Rises));

    [Fact]
    public void A_marker_without_a_neutral_value_points_nowhere() =>
        Assert.Equal(Pointing.Nowhere, PointingRule.Of([1.5, 1.4], 2, null, Direction.Rises));

    [Theory]
    [InlineData(2, 0, 1, "agree")]
    [InlineData(1, 1, 0, "contradict")]
    [InlineData(0, 1, 3, "no agreement")]
    [InlineData(0, 0, 2, "None points clearly")]
    [InlineData(0, 0, 0, "No marker that was measured has a neutral value")]
    public void Agreement_is_said_in_words(int excitation, int inhibition, int undecided, string expected) =>
        Assert.Contains(expected, new Agreement(excitation, inhibition, undecided, 7, null).InWords);
}
