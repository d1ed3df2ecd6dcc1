using System.Collections.Immutable;
using Isonomia.Simulation.Populations;

namespace Isonomia.Simulation.Tests.Populations;

/// <summary>Runs populations and sorts their spikes by cell.</summary>
internal static class Spikes
{
    /// <summary>For each cell the numbers of the steps at whose ends it spiked (the first step ends at 1).</summary>
    public static List<int>[] Of(Population population, int steps)
    {
        var spikes = Enumerable.Range(0, population.Size).Select(_ => new List<int>()).ToArray();
        var buffer = new int[population.Size];
        for (var step = 0; step < steps; step++)
        {
            var count = population.Step(step, buffer);
            for (var s = 0; s < count; s++)
            {
                Assert.True(s == 0 || buffer[s] > buffer[s - 1]);
                spikes[buffer[s]].Add(step + 1);
            }
        }

        return spikes;
    }

    public static ImmutableSortedDictionary<string, double[]> ToImmutable(
        this IDictionary<string, double[]> values) =>
        values.ToImmutableSortedDictionary(StringComparer.Ordinal);
}
