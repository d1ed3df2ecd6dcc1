using Isonomia.Numerics.Spectra;
using Isonomia.Numerics.Statistics;
using Isonomia.Simulation.Results;

namespace Isonomia.Validation.Networks;

/// <summary>What rungs ask of the spikes of a run, from some time on, so that the start can be left out.</summary>
/// <param name="Populations">The populations, taken as one.</param>
/// <param name="From">From when, in seconds.</param>
/// <param name="To">Until when, in seconds.</param>
internal sealed record SpikeRecord(IReadOnlyList<PopulationResult> Populations, double From, double To)
{
    private int Cells => Populations.Sum(p => p.Size);

    private IEnumerable<double> Times => Populations.SelectMany(p => p.SpikeTimes).Where(t => t > From && t <= To);

    /// <summary>The populations of a run that have these names, or all.</summary>
    public static SpikeRecord Of(RunResult run, double from, params string[] names) => new(
        [.. run.Populations.Where(p => names.Length == 0 || names.Contains(p.Name))], from, run.Duration);

    /// <summary>Mean rate of a cell in Hz.</summary>
    public double Rate => Times.Count() / (Cells * (To - From));

    /// <summary>The rate of cells that fire regularly: one over their mean interval, which the ends of a short record
    /// do not round.</summary>
    public double IntervalRate => Populations.SelectMany(p => p.Trains())
        .Select(train => Array.FindAll(train, t => t > From && t <= To))
        .Where(train => train.Length > 1)
        .Average(train => (train.Length - 1) / (train[^1] - train[0]));

    /// <summary>The coefficients of variation of the intervals of all cells with at least this many.</summary>
    public double[] Variations(int intervals)
    {
        var found = new List<double>();
        foreach (var train in Populations.SelectMany(p => p.Trains()))
        {
            var kept = PopulationResult.Intervals(Array.FindAll(train, t => t > From && t <= To));
            if (kept.Length >= intervals)
                found.Add(Descriptive.StandardDeviation(kept) / Descriptive.Mean(kept));
        }

        return [.. found];
    }

    /// <summary>How many spikes there are in each bin.</summary>
    public double[] Counts(double bin)
    {
        var counts = new double[(int)Math.Round((To - From) / bin)];
        foreach (var t in Times)
        {
            // Times are multiples of the step: half a bin of a thousandth keeps them off the edges.
            var at = (int)((t - From) / bin - 1e-6);
            if (at >= 0 && at < counts.Length)
                counts[at]++;
        }

        return counts;
    }

    /// <summary>
    /// How deeply the rate of the population is modulated beyond chance: the standard deviation of its counts, less
    /// that of independent spikes, over their mean. 0 for independent cells, 1 for a rate that comes and goes.
    /// </summary>
    public double Modulation(double bin)
    {
        var counts = Counts(bin);
        var mean = Descriptive.Mean(counts);
        return Math.Sqrt(Math.Max(0, Descriptive.Variance(counts, 1) - mean)) / mean;
    }

    /// <summary>
    /// The mean correlation of the counts of two cells: what the variance of their sum is beyond the sum of their
    /// variances, over all pairs. Pairs with much variance count for more.
    /// </summary>
    public double MeanCorrelation(double bin)
    {
        var own = 0.0;
        var bins = (int)Math.Round((To - From) / bin);
        foreach (var train in Populations.SelectMany(p => p.Trains()))
        {
            var counts = new double[bins];
            foreach (var t in train)
            {
                var at = (int)((t - From) / bin - 1e-6);
                if (t > From && at < bins)
                    counts[at]++;
            }

            own += Descriptive.Variance(counts, 1);
        }

        return (Descriptive.Variance(Counts(bin), 1) / own - 1) / (Cells - 1);
    }

    /// <summary>The frequency at which the population's rate has most power between two frequencies.</summary>
    /// <param name="low">The lower, in Hz.</param>
    /// <param name="high">The higher, in Hz.</param>
    /// <param name="bin">Bins of the rate, in seconds.</param>
    /// <param name="window">Windows of Welch's method, in seconds.</param>
    /// <returns>The frequency, and its power over the mean power of that range.</returns>
    public (double Frequency, double Prominence) Peak(double low, double high, double bin, double window)
    {
        var length = (int)Math.Round(window / bin);
        var spectrum = Welch.Estimate(Counts(bin), 1 / bin, new WelchOptions(length, length / 2));
        var within = Enumerable.Range(0, spectrum.Frequencies.Length)
            .Where(k => spectrum.Frequencies[k] >= low && spectrum.Frequencies[k] <= high).ToArray();
        var best = within.MaxBy(k => spectrum.Density[k]);
        return (spectrum.Frequencies[best], spectrum.Density[best] / within.Average(k => spectrum.Density[k]));
    }
}
