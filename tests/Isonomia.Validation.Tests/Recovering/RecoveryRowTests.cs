using Isonomia.Measurement.Results;
using Isonomia.Validation.Recovering;

namespace Isonomia.Validation.Tests.Recovering;

public class RecoveryRowTests
{
    [Fact]
    public void Bias_scatter_and_distance_are_those_of_the_estimates()
    {
        // By hand: estimates 1, 2, 6 of a truth of 2: mean 3, deviations -2, -1, 3, distances -1, 0, 4.
        var row = Tabulate(2, Measured.Of(1), Measured.Of(2), Measured.Of(6));
        Assert.Equal((3, 1), (row.Mean, row.Bias));
        Assert.Equal(Math.Sqrt(14.0 / 2), row.Deviation, 1e-12);
        Assert.Equal(Math.Sqrt(17.0 / 3), row.Rmse, 1e-12);
        Assert.Null(row.Coverage);
        Assert.Null(row.ReportedError);
    }

    [Fact]
    public void Coverage_counts_the_intervals_that_hold_the_truth()
    {
        // Intervals of 1.96 standard errors: 0.02..3.98 and 5..7 hold what they should of a truth of 3.9 and no more.
        var row = Tabulate(3.9, Measured.Of(2, 1.0), Measured.Of(6, 0.5));
        Assert.Equal((2, 1, 0.5), (row.Intervals, row.Covered, row.Coverage));
        Assert.Equal(Math.Sqrt((1 + 0.25) / 2), row.ReportedError!.Value, 1e-12);
    }

    [Fact]
    public void What_is_undefined_is_counted_with_its_commonest_reason_and_left_out_of_the_rest()
    {
        var row = Tabulate(
            5, Measured.Of(5), Measured.Undefined("flat"), Measured.Undefined("short"), Measured.Undefined("short"));
        Assert.Equal((4, 3, 1, "short", 5.0), (row.Replicates, row.Undefined, row.Defined, row.WhyUndefined, row.Mean));
    }

    [Theory]
    [InlineData(190, true)]
    [InlineData(197, false)]
    [InlineData(196, true)]
    [InlineData(184, true)]
    [InlineData(183, false)]
    public void Intervals_are_honest_while_chance_explains_how_often_they_miss(int holding, bool honest)
    {
        // Wilson's score interval of k of 200, computed apart: 183 gives 0.8681 to 0.9463, 184 0.8740 to 0.9502,
        // 196 0.9497 to 0.9922, 197 0.9568 to 0.9949.
        var estimates = Enumerable.Range(0, 200).Select(i => Measured.Of(i < holding ? 0 : 9, 1)).ToArray();
        Assert.Equal(honest, Tabulate(0, estimates).Honest);
    }

    [Fact]
    public void A_direction_counts_the_estimates_on_the_right_side()
    {
        var expected = new Expectation("fei", "alpha/value", 1) { Side = Side.Above };
        var row = RecoveryRow.Of("signal", expected, "1", [Measured.Of(0.9), Measured.Of(1.1), Measured.Of(1.2)]);
        Assert.Equal(2, row.OnSide);
        row = RecoveryRow.Of(
            "signal", expected with { Side = Side.Below }, "1", [Measured.Of(0.9), Measured.Of(1.1), Measured.Of(1.2)]);
        Assert.Equal(1, row.OnSide);
    }

    private static RecoveryRow Tabulate(double truth, params Measured[] estimates) =>
        RecoveryRow.Of("signal", new Expectation("aperiodic", "exponent", truth), "1", estimates);
}
