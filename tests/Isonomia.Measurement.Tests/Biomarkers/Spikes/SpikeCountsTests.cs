using Isonomia.Measurement.Biomarkers.Spikes.Statistics;

namespace Isonomia.Measurement.Tests.Biomarkers.Spikes;

public class SpikeCountsTests
{
    // Counts 2, 0, 1, 1: mean 1, variance 1/2.
    [Fact]
    public void The_Fano_factor_is_variance_over_mean_of_counts()
    {
        var counts = new SpikeCounts([0.1, 0.9, 2.0, 3.5], 0, 4, 1);
        Assert.Equal(4, counts.Bins);
        Assert.Equal(1, counts.Mean);
        Assert.Equal(0.5, counts.Variance);
        Assert.Equal(0.5, counts.Fano().Value);
    }

    // 0.3 / 0.1 is below 3 in binary; times of a simulation lie on such edges all the time.
    [Fact]
    public void A_spike_on_an_edge_belongs_to_the_later_bin()
    {
        double[] edges = [.. Enumerable.Range(0, 1000).Select(i => i * 0.1)];
        var counts = new SpikeCounts(edges, 0, 100, 0.1);
        Assert.Equal(1000, counts.Bins);
        Assert.Equal(1, counts.Mean);
        Assert.Equal(0, counts.Variance);
    }

    [Fact]
    public void A_remainder_shorter_than_a_bin_is_left_out() =>
        Assert.Equal(0.5, new SpikeCounts([0.5, 2.2], 0, 2.5, 1).Mean);

    // Counts (1, 0, 1, 0) against themselves, their opposite, and (1, 1, 0, 0).
    [Theory]
    [InlineData(new[] { 0.5, 2.5 }, 1)]
    [InlineData(new[] { 1.5, 3.5 }, -1)]
    [InlineData(new[] { 0.5, 1.5 }, 0)]
    public void Correlation_is_that_of_counts(double[] other, double expected)
    {
        var counts = new SpikeCounts([0.5, 2.5], 0, 4, 1);
        Assert.Equal(expected, SpikeCounts.Correlation(counts, new SpikeCounts(other, 0, 4, 1)).Value, 1e-15);
    }

    // A spike in each of two of 10^10 bins: variance and mean are both 2e-10 within a share of 2e-10.
    [Fact]
    public void More_bins_than_a_32_bit_number_holds_are_counted_right()
    {
        var counts = new SpikeCounts([1, 9_999], 0, 10_000, 1e-6);
        Assert.Equal(10_000_000_000, counts.Bins);
        Assert.Equal(2e-10, counts.Mean, 1e-20);
        Assert.Equal(1, counts.Fano().Value, 1e-9);
    }

    [Fact]
    public void What_does_not_vary_has_no_correlation_and_what_is_silent_no_Fano_factor()
    {
        var (steady, silent) = (new SpikeCounts([0.5, 1.5], 0, 2, 1), new SpikeCounts([], 0, 2, 1));
        Assert.Equal("a unit has the same count in every bin", SpikeCounts.Correlation(steady, silent).Why);
        Assert.Equal("no spikes", silent.Fano().Why);
        Assert.Equal("the recording is shorter than two windows", new SpikeCounts([0.5], 0, 1.5, 1).Fano().Why);
    }
}
