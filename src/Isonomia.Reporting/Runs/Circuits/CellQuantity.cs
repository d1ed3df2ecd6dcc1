using Isonomia.Reporting.Findings;
using Isonomia.Reporting.Markup;
using Isonomia.Simulation.Results;

namespace Isonomia.Reporting.Runs.Circuits;

/// <summary>A number that each cell (or pair of cells) of a population has.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Axis">What its axis says.</param>
/// <param name="Of">Its values; NaN where a cell has none.</param>
/// <param name="WhyNone">What is said where no cell has one.</param>
internal sealed record CellQuantity(string Name, string Axis, Func<ShownPopulation, double[]> Of, string WhyNone)
{
    // Fewer intervals than this tell little of their variability.
    private const int LeastIntervals = 10;

    /// <summary>Whether zero belongs on its axis.</summary>
    public bool FromZero { get; init; } = true;

    /// <summary>What is said below the figure.</summary>
    public Func<ShownPopulation[], string> Note { get; init; } = _ => "";

    /// <summary>Spikes of a cell over the duration.</summary>
    public static CellQuantity Rate { get; } = new("Rate", "rate (Hz)",
        p => [.. p.Trains.Select(t => t.Length / p.Result!.Duration)], "no cells")
    {
        Note = shown => Silent(shown),
    };

    /// <summary>Coefficient of variation of the interspike intervals of a cell.</summary>
    public static CellQuantity Variability { get; } = new("CV of intervals", "CV",
        p => [.. p.Trains.Select(Cv)], $"no cell has {LeastIntervals} intervals")
    {
        Note = _ => $"The CV is that of cells with at least {LeastIntervals} intervals.",
    };

    /// <summary>The axis of values of several populations: to their 99.5th percentile.</summary>
    /// <param name="values">Those of each population, ascending.</param>
    public (double Low, double High) Range(double[][] values)
    {
        double[] all = [.. values.SelectMany(v => v).Order()];
        if (all.Length == 0)
            return (0, 1);
        var (low, high) = (FromZero ? 0 : Spread.Quantile(all, 0.005), Spread.Quantile(all, 0.995));
        return high > low ? (low, low + ((high - low) * 1.02)) : (low - 0.5, low + 1);
    }

    private static double Cv(double[] train)
    {
        if (train.Length < LeastIntervals + 1)
            return double.NaN;
        var intervals = PopulationResult.Intervals(train);
        var mean = intervals.Average();
        return Math.Sqrt(intervals.Average(i => (i - mean) * (i - mean))) / mean;
    }

    private static string Silent(ShownPopulation[] shown)
    {
        string[] silent =
        [
            .. shown.Select(p => (p.Name, Share: p.Trains.Count(t => t.Length == 0) / (double)p.Trains.Length))
                .Where(s => s.Share > 0).Select(s => $"{NumberText.Significant(100 * s.Share, 2)} % of {s.Name}"),
        ];
        return silent.Length == 0 ? "Every cell spiked." : $"Silent: {Sections.Section.Listed(silent)}.";
    }
}
