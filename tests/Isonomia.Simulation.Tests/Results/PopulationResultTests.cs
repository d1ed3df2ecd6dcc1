using Isonomia.Numerics.Random;
using Isonomia.Simulation.Results;

namespace Isonomia.Simulation.Tests.Results;

public class PopulationResultTests
{
    [Fact]
    public void A_clock_has_no_variability()
    {
        double[] times = [.. Enumerable.Range(0, 50).Select(i => 0.02 * i)];
        var clock = new PopulationResult("clock", 1, times, new int[50], 1);
        Assert.Equal(50, clock.Rate, 1e-12);
        Assert.Equal(0, clock.CvOfIntervals()!.Value, 1e-9);
    }

    // Exponential intervals have a standard deviation equal to their mean; 20,000 of them give it within 2 %.
    [Fact]
    public void A_poisson_train_has_a_variability_of_one()
    {
        var random = new RandomStream(1, "poisson-train", 0);
        var (time, times) = (0.0, new List<double>());
        for (var i = 0; i < 20_000; i++)
            times.Add(time -= Math.Log(1 - random.Uniform()) / 10);
        var train = new PopulationResult("poisson", 1, [.. times], new int[times.Count], time);
        Assert.Equal(1, train.CvOfIntervals()!.Value, 0.02);
    }

    [Fact]
    public void Variability_is_of_each_cell_and_undefined_for_one_interval()
    {
        // Two clocks of different pace: each regular, though their intervals taken together are not.
        var two = new PopulationResult("two", 2, [0.1, 0.2, 0.2, 0.3, 0.4, 0.6], [0, 0, 1, 0, 1, 1], 1);
        Assert.Equal(0, two.CvOfIntervals()!.Value, 1e-9);
        Assert.Equal([0.1, 0.2, 0.3], two.Trains()[0]);
        Assert.Null(new PopulationResult("one", 1, [0.1, 0.2], [0, 0], 1).CvOfIntervals());
    }
}
