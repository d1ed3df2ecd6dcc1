using Isonomia.Measurement.Biomarkers.Spikes.Statistics;
using Isonomia.Measurement.Formats;
using Isonomia.Measurement.Tests.Formats.Hdf5;
using Isonomia.Numerics.Random;
using Isonomia.Tests;

namespace Isonomia.Measurement.Tests.Biomarkers.Spikes;

public class TilingCoefficientTests
{
    // Half a second on either side of a spike, of 20 s: two whole tiles; half a one and a whole one; one and a half.
    [Fact]
    public void Tiles_end_with_the_recording_and_do_not_count_twice()
    {
        Assert.Equal(0.1, TilingCoefficient.Tiled([5, 15], 0.5, 0, 20), 1e-12);
        Assert.Equal(0.075, TilingCoefficient.Tiled([0, 10], 0.5, 0, 20), 1e-12);
        Assert.Equal(0.075, TilingCoefficient.Tiled([10, 10.5], 0.5, 0, 20), 1e-12);
    }

    [Fact]
    public void A_train_goes_with_itself() =>
        Assert.Equal(1, TilingCoefficient.Of([1, 2, 7], [1, 2, 7], 0.05, 0, 10).Value, 1e-12);

    // P = 0 on both sides, T = 2 x 0.1 s of 10 s: (0 - 0.02) / 1.
    [Fact]
    public void Trains_that_avoid_each_other_are_below_zero() =>
        Assert.Equal(-0.02, TilingCoefficient.Of([1, 2], [4, 5], 0.05, 0, 10).Value, 1e-12);

    // Half of A's spikes are near B's, all of B's near A's: T_A = 0.04, T_B = 0.02 of the time.
    [Fact]
    public void The_coefficient_is_that_of_its_formula() =>
        Assert.Equal((((0.5 - 0.02) / (1 - (0.5 * 0.02))) + ((1 - 0.04) / (1 - 0.04))) / 2,
            TilingCoefficient.Of([1, 3, 5, 7], [3.02, 7.05], 0.05, 0, 10).Value, 1e-12);

    // The reason the coefficient exists: independence is 0 whatever the rates.
    [Theory]
    [InlineData(0.5, 0.5)]
    [InlineData(0.5, 20)]
    [InlineData(20, 20)]
    public void Independent_trains_have_none_whatever_their_rates(double rateA, double rateB)
    {
        var (a, b) = (Poisson(rateA, 1), Poisson(rateB, 2));
        Assert.Equal(0, TilingCoefficient.Of(a, b, 0.05, 0, 2000).Value, 0.05);
    }

    // The example of Elephant's documentation, in milliseconds.
    [Fact]
    public void The_documented_example_gives_the_documented_number() => Assert.Equal(0.4958601655933762,
        TilingCoefficient.Of([1.3, 7.56, 15.87, 28.23, 30.9, 34.2, 38.2, 43.2], [1.02, 2.71, 18.82, 28.46, 28.79, 43.6],
            5, 0, 50).Value, 1e-14);

    // Reference: the definition, pair by pair and interval by interval. spike_statistics.json has other values for
    // these very trains (0.2965 for the first pair, 0.2695 here), which neither the published formula nor Elephant's code
    // gives.
    [Fact]
    public void Real_trains_tile_each_other_as_the_definition_says()
    {
        Hdf5Writer.Require();
        using var recording = RecordingFile.Open(SharedData.Path(
            "hennig2011_retina_bicuculline/Hennig2011_spikes_P9_Bic_10uM_4_Mar_2010_control_day1.h5"));
        var (duration, dt) = (recording.Duration, 0.05);
        double[][] trains = [.. recording.Header.Spikes.Take(3).Select(t => t.Times)];
        for (var i = 0; i < trains.Length; i++)
        {
            for (var j = i + 1; j < trains.Length; j++)
            {
                var (a, b) = (trains[i], trains[j]);
                var (pA, pB, tA, tB) = (Near(a, b), Near(b, a), Tiled(a), Tiled(b));
                Assert.Equal((((pA - tB) / (1 - (pA * tB))) + ((pB - tA) / (1 - (pB * tA)))) / 2,
                    TilingCoefficient.Of(a, b, dt, 0, duration).Value, 1e-9);
            }
        }

        double Near(double[] of, double[] to) =>
            of.Count(t => to.Any(u => Math.Abs(u - t) < dt + 1e-9)) / (double)of.Length;
        double Tiled(double[] of) =>
            ((2 * dt * of.Length) - of.Zip(of.Skip(1)).Sum(p => Math.Max(0, (2 * dt) - (p.Second - p.First)))
                - Math.Max(0, dt - of[0]) - Math.Max(0, of[^1] + dt - duration)) / duration;
    }

    [Fact]
    public void A_silent_train_has_none() =>
        Assert.Equal("a train has no spikes", TilingCoefficient.Of([], [1], 0.05, 0, 10).Why);

    private static double[] Poisson(double rate, long seed)
    {
        var intervals = new double[(int)(rate * 3000)];
        new RandomStream(seed, "poisson train").FillExponential(intervals);
        var (times, at) = (new List<double>(), 0.0);
        foreach (var interval in intervals)
        {
            at += interval / rate;
            if (at < 2000)
                times.Add(at);
        }

        return [.. times];
    }
}
