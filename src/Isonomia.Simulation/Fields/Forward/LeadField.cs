using System.Collections.Immutable;
using Isonomia.Simulation.Results;

namespace Isonomia.Simulation.Fields.Forward;

/// <summary>What regions contribute to what is measured at sensors.</summary>
/// <param name="Gains">Channels x regions, row by row, by region for one unit of its output.</param>
/// <param name="Channels">The number of channels.</param>
public sealed record LeadField(ImmutableArray<double> Gains, int Channels)
{
    /// <summary>The name under which channels are recorded.</summary>
    public const string VariableName = "eeg";

    /// <summary>The number of regions.</summary>
    public int Regions => Gains.Length / Channels;

    /// <summary>The channels of what regions did: for each time the sum over regions of gain times output.</summary>
    /// <param name="sources">The output of all regions.</param>
    /// <exception cref="ArgumentException">There are other regions than those of the lead field.</exception>
    public ProbeResult Of(ProbeResult sources)
    {
        ArgumentNullException.ThrowIfNull(sources);
        var regions = sources.Cells.Length;
        if (regions != Regions)
            throw new ArgumentException($"{Regions} regions were expected, and there are {regions}.", nameof(sources));
        var values = new double[sources.Times.Length * Channels];
        var row = new double[regions];
        for (var t = 0; t < sources.Times.Length; t++)
        {
            sources.Values.Read(t * regions, row);
            for (var c = 0; c < Channels; c++)
            {
                var sum = 0.0;
                for (var r = 0; r < regions; r++)
                    sum += Gains[(c * regions) + r] * row[r];
                values[(t * Channels) + c] = sum;
            }
        }

        int[] channels = [.. Enumerable.Range(0, Channels)];
        return new ProbeResult(sources.Population, VariableName, sources.Dimension, channels, sources.Times, values);
    }
}
