using Isonomia.Simulation.Results;

namespace Isonomia.Reporting.Runs.Circuits;

/// <summary>The rate of a population over time: spikes counted in bins.</summary>
internal static class RateTrace
{
    private static readonly double[] Steps = [1, 2, 5];

    /// <summary>The rate in each whole bin, in hertz a cell.</summary>
    /// <param name="population">The population.</param>
    /// <param name="bin">Width of a bin, in seconds.</param>
    public static double[] Of(PopulationResult population, double bin)
    {
        // A spike at the end of a step belongs to that step: the grid's rounding must not move it into the next bin.
        var rates = new double[(int)Math.Floor((population.Duration / bin) + 1e-6)];
        foreach (var time in population.SpikeTimes)
        {
            var at = (int)Math.Ceiling((time / bin) - 1e-6) - 1;
            if (at >= 0 && at < rates.Length)
                rates[at] += 1 / (population.Size * bin);
        }

        return rates;
    }

    /// <summary>
    /// A width of 1, 2 or 5 times a power of ten seconds, at least a millisecond and a step, that gives at most so many
    /// bins.
    /// </summary>
    public static double Bin(double duration, double dt, int most)
    {
        for (var power = -3; ; power++)
        {
            foreach (var step in Steps)
            {
                var bin = step * Math.Pow(10, power);
                if (duration / bin <= most && bin >= dt * (1 - 1e-9))
                    return bin;
            }
        }
    }
}
