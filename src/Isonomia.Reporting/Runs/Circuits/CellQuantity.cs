using Isonomia.Measurement.Results;
using Isonomia.Reporting.Findings;
using Isonomia.Reporting.Markup;

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
        p => [.. p.Trains.Select(t => t.Length / p.Looked)], "no cells")
    {
        Note = shown => Silent(shown),
    };

    /// <summary>Coefficient of variation of the interspike intervals of a cell.</summary>
    public static CellQuantity Variability { get; } = new("CV of intervals", "CV",
        p => [.. p.Intervals.Statistics.First(s => s.Name == "cv").Values
            .Select((v, i) => Told(v, p.Trains[i].Length))],
        $"no cell has {LeastIntervals} intervals")
    {
        Note = _ => $"CVs are those of cells with at least {LeastIntervals} intervals.",
    };

    /// <summary>Correlation of the spike counts of a pair of cells.</summary>
    public static CellQuantity Correlation { get; } = new("Correlation of pairs", "correlation",
        p => p.Correlations.Values, "no pair of cells fired")
    {
        FromZero = false,
        Note = shown => "Correlations are those of spike counts in bins of "
            + $"{NumberText.Significant(shown[0].Correlations.WindowSeconds * 1e3)} ms, of all pairs of up to "
            + $"{shown.Max(p => p.Correlations.SampledUnits)} cells of a population.",
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

    private static double Told(Measured value, int spikes) =>
        value.IsDefined && spikes > LeastIntervals ? value.Value : double.NaN;

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
