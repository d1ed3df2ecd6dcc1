using System.Collections.Immutable;
using Isonomia.Numerics.Statistics;

namespace Isonomia.Simulation.Fields.Forward;

/// <summary>What the BOLD of a run shows, beside its connectome and what was measured of people.</summary>
public sealed record BoldAnalysis
{
    /// <summary>What is left out at the beginning, in seconds: vessels start at rest, not where activity keeps them.</summary>
    public const double Discarded = 30;

    /// <summary>The length of a sliding window in seconds.</summary>
    public const double Window = 60;

    /// <summary>By how much the next window begins later, in seconds, or one image where that is longer.</summary>
    public const double Shift = 4;

    /// <summary>The BOLD signals.</summary>
    public required BoldRecord Record { get; init; }

    /// <summary>Correlations of regions, regions x regions.</summary>
    public required double[] Connectivity { get; init; }

    /// <summary>Correlations of the patterns of windows, windows x windows; null where there are none.</summary>
    public double[]? Dynamics { get; init; }

    /// <summary>Measured correlations of regions; null where none were given.</summary>
    public double[]? Empirical { get; init; }

    /// <summary>Correlations of the patterns of windows of measured BOLD; null where none was given.</summary>
    public double[]? EmpiricalDynamics { get; init; }

    /// <summary>The correlation of connectivity with the connectome's weights over pairs of regions.</summary>
    public double? FitOfConnectome { get; init; }

    /// <summary>The number of samples that are used.</summary>
    public int Samples { get; init; }

    /// <summary>The interval between images, in seconds.</summary>
    public double RepetitionTime { get; init; }

    /// <summary>The mean correlation of pairs of regions.</summary>
    public double Mean => Descriptive.Mean(FunctionalConnectivity.Pairs(Connectivity));

    /// <summary>The correlation of connectivity with the measured one over pairs of regions.</summary>
    public double? Fit => Empirical is null ? null
        : Correlation.Pearson(FunctionalConnectivity.Pairs(Connectivity), FunctionalConnectivity.Pairs(Empirical));

    /// <summary>The distance of Kolmogorov and Smirnov between the dynamics and the measured ones.</summary>
    public double? DistanceOfDynamics => Dynamics is null || EmpiricalDynamics is null ? null
        : FunctionalConnectivity.Distance(
            FunctionalConnectivity.Pairs(Dynamics), FunctionalConnectivity.Pairs(EmpiricalDynamics));

    /// <summary>Analyses a run's BOLD.</summary>
    /// <param name="record">The signals.</param>
    /// <param name="weights">The connectome's weights, regions x regions; null without one.</param>
    /// <param name="empirical">
    /// A table: correlations, regions x regions, or measured BOLD, samples x regions, one an image; null for none.
    /// </param>
    /// <exception cref="FormatException">The table has another shape, or a run is too short.</exception>
    public static BoldAnalysis Of(BoldRecord record, ImmutableArray<double>? weights, double[][]? empirical)
    {
        ArgumentNullException.ThrowIfNull(record);
        var first = Array.FindIndex(record.Times, t => t > Discarded);
        var interval = record.Times.Length > 1 ? record.Times[1] - record.Times[0] : 0;
        if (first < 0 || record.Times.Length - first < 10)
        {
            throw new FormatException($"the run gives {record.Times.Length} images, where ten after the first "
                + $"{Discarded:0} s were expected; simulate longer with --for");
        }

        double[][] series = [.. Enumerable.Range(0, record.Regions).Select(r => record.Trace(r, first))];
        var connectivity = FunctionalConnectivity.Matrix(series);
        var measured = Measured(empirical, record.Regions, interval);
        return new BoldAnalysis
        {
            Record = record,
            Connectivity = connectivity,
            Dynamics = Sliding(series, interval),
            Empirical = measured.Connectivity,
            EmpiricalDynamics = measured.Dynamics,
            FitOfConnectome = weights is { } w && record.Regions > 2
                ? Correlation.Pearson(FunctionalConnectivity.Pairs(connectivity), FunctionalConnectivity.Pairs(w))
                : null,
            Samples = record.Times.Length - first,
            RepetitionTime = interval,
        };
    }

    private static (double[]? Connectivity, double[]? Dynamics) Measured(double[][]? table, int regions, double interval)
    {
        if (table is null)
            return (null, null);
        if (table[0].Length != regions)
        {
            throw new FormatException($"it has {table.Length} rows of {table[0].Length} numbers, where one column for each "
                + $"of {regions} regions was expected");
        }

        if (table.Length == regions)
            return ([.. table.SelectMany(r => r)], null);
        if (table.Length < 10)
            throw new FormatException($"it has {table.Length} rows, where {regions} or at least ten images were expected");
        double[][] series = [.. Enumerable.Range(0, regions).Select(r => Array.ConvertAll(table, row => row[r]))];
        return (FunctionalConnectivity.Matrix(series), Sliding(series, interval));
    }

    private static double[]? Sliding(double[][] series, double interval)
    {
        var window = (int)Math.Round(Window / interval);
        return series.Length < 3 || window < 3 ? null
            : FunctionalConnectivity.Dynamics(series, window, Math.Max(1, (int)Math.Round(Shift / interval)));
    }
}
