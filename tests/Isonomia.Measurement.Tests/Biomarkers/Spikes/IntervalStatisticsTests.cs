using Isonomia.Measurement.Biomarkers.Spikes.Statistics;
using Isonomia.Numerics.Random;

namespace Isonomia.Measurement.Tests.Biomarkers.Spikes;

public class IntervalStatisticsTests
{
    // The example vector of Elephant's documentation.
    private static readonly double[] Intervals = [0.3, 4.5, 6.7, 9.3];

    [Fact]
    public void The_documented_example_gives_the_documented_numbers()
    {
        var times = TimesOf(Intervals);
        Assert.Equal(0.8226190476190478, IntervalStatistics.Cv2(times).Value, 1e-12);
        Assert.Equal(0.8306154336734695, IntervalStatistics.Lv(times).Value, 1e-12);
        Assert.Equal(0.833907445980624, IntervalStatistics.LvR(times, 0.005).Value, 1e-12);
    }

    [Fact]
    public void A_clock_has_no_irregularity()
    {
        double[] times = [.. Enumerable.Range(0, 100).Select(i => 0.25 * i)];
        Assert.Equal(0, IntervalStatistics.Cv(times).Value);
        Assert.Equal(0, IntervalStatistics.Cv2(times).Value);
        Assert.Equal(0, IntervalStatistics.LvR(times, 0.005).Value);
    }

    // Closed form: gamma intervals of shape k have CV 1/sqrt(k) and LV 3/(2k + 1) (Shinomoto et al. 2003); CV2 of a
    // Poisson process is 1. 200,000 intervals leave a scatter of about 0.002.
    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void Gamma_intervals_are_as_irregular_as_theory_says(int shape)
    {
        var random = new RandomStream(1, "gamma intervals");
        var exponential = new double[200_000 * shape];
        random.FillExponential(exponential);
        var intervals = new double[200_000];
        for (var i = 0; i < exponential.Length; i++)
            intervals[i / shape] += exponential[i];
        var times = TimesOf(intervals);
        Assert.Equal(1 / Math.Sqrt(shape), IntervalStatistics.Cv(times).Value, 0.01);
        Assert.Equal(3.0 / ((2 * shape) + 1), IntervalStatistics.Lv(times).Value, 0.01);
        if (shape == 1)
            Assert.Equal(1, IntervalStatistics.Cv2(times).Value, 0.01);
    }

    [Fact]
    public void Irregularity_does_not_depend_on_rate_but_LvR_allows_for_refractoriness()
    {
        var slow = TimesOf(Intervals);
        var fast = Array.ConvertAll(slow, t => t / 100);
        Assert.Equal(IntervalStatistics.Cv(slow).Value, IntervalStatistics.Cv(fast).Value, 1e-12);
        Assert.Equal(IntervalStatistics.Lv(slow).Value, IntervalStatistics.Lv(fast).Value, 1e-12);
        Assert.True(IntervalStatistics.LvR(fast, 0.005).Value > IntervalStatistics.Lv(fast).Value + 0.1);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void Fewer_than_three_spikes_have_no_irregularity(int spikes)
    {
        double[] times = [.. Enumerable.Range(0, spikes).Select(i => (double)i)];
        Assert.Equal("fewer than three spikes", IntervalStatistics.Cv(times).Why);
        Assert.False(IntervalStatistics.Cv2(times).IsDefined);
        Assert.False(IntervalStatistics.Lv(times).IsDefined);
    }

    private static double[] TimesOf(double[] intervals)
    {
        var times = new double[intervals.Length + 1];
        for (var i = 0; i < intervals.Length; i++)
            times[i + 1] = times[i] + intervals[i];
        return times;
    }
}
