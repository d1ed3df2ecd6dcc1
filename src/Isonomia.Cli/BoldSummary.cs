using Isonomia.Simulation.Fields.Forward;

namespace Isonomia.Cli;

/// <summary>What is printed of the BOLD of a field.</summary>
internal static class BoldSummary
{
    public static void Print(TextWriter to, BoldAnalysis bold)
    {
        to.WriteLine($"BOLD of {bold.Record.Activity}: {bold.Samples} images, {bold.RepetitionTime:0.###} s apart, after the first "
            + $"{BoldAnalysis.Discarded:0} s; mean correlation of regions {bold.Mean:0.000}");
        if (bold.FitOfConnectome is { } structure)
            to.WriteLine($"  connectivity correlates with the connectome's weights: {structure:0.000}");
        if (bold.Fit is { } fit)
            to.WriteLine($"  connectivity correlates with the measured one: {fit:0.000}");
        if (bold.DistanceOfDynamics is { } distance)
            to.WriteLine($"  dynamics of connectivity: Kolmogorov-Smirnov distance from the measured {distance:0.000}");
    }
}
