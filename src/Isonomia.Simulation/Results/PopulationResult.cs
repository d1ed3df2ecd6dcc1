namespace Isonomia.Simulation.Results;

/// <summary>What a population did in a run.</summary>
/// <param name="Name">The population's name.</param>
/// <param name="Size">Number of cells.</param>
/// <param name="SpikeTimes">Times of all spikes in seconds, ascending; within a step by cell.</param>
/// <param name="SpikeCells">For each spike the cell, from 0.</param>
/// <param name="Duration">How long was simulated, in seconds.</param>
public sealed record PopulationResult(
    string Name, int Size, double[] SpikeTimes, int[] SpikeCells, double Duration)
{
    /// <summary>The number of spikes, which are counted where they are not kept.</summary>
    public long Spikes { get; init; } = SpikeTimes.Length;

    /// <summary>Whether times and cells of the spikes were kept, and not only their number.</summary>
    public bool IsKept => SpikeTimes.Length == Spikes;

    /// <summary>Mean rate of a cell over the whole run, in hertz.</summary>
    public double Rate => Spikes / (Size * Duration);

    /// <summary>
    /// The coefficient of variation of the interspike intervals: for each cell with at least two intervals their
    /// standard deviation (over n) divided by their mean, then the mean over those cells; null where there is none.
    /// 0 for a clock, 1 for a Poisson process.
    /// </summary>
    public double? CvOfIntervals()
    {
        var (sum, count) = (0.0, 0);
        foreach (var train in Trains())
        {
            if (train.Length < 3)
                continue;
            var intervals = Intervals(train);
            var mean = intervals.Average();
            sum += Math.Sqrt(intervals.Sum(d => (d - mean) * (d - mean)) / intervals.Length) / mean;
            count++;
        }

        return count > 0 ? sum / count : null;
    }

    /// <summary>The spike times of each cell in seconds, ascending.</summary>
    public double[][] Trains()
    {
        var counts = new int[Size];
        foreach (var cell in SpikeCells)
            counts[cell]++;
        var trains = Array.ConvertAll(counts, n => new double[n]);
        Array.Clear(counts);
        for (var i = 0; i < SpikeCells.Length; i++)
            trains[SpikeCells[i]][counts[SpikeCells[i]]++] = SpikeTimes[i];
        return trains;
    }

    /// <summary>The times between successive spikes of a train, in seconds.</summary>
    /// <param name="train">Spike times in seconds, ascending.</param>
    public static double[] Intervals(double[] train)
    {
        ArgumentNullException.ThrowIfNull(train);
        var intervals = new double[Math.Max(0, train.Length - 1)];
        for (var i = 0; i < intervals.Length; i++)
            intervals[i] = train[i + 1] - train[i];
        return intervals;
    }
}
