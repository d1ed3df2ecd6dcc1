using Isonomia.Measurement.Biomarkers.Spikes;

namespace Isonomia.Measurement.Biomarkers.Criticality;

/// <summary>The spikes of all units of a population as one train.</summary>
internal static class MergedSpikes
{
    /// <summary>All times in seconds, ascending.</summary>
    public static double[] Of(SpikeAnalysis population)
    {
        var count = 0;
        for (var i = 0; i < population.Units.Count; i++)
            count += population.Times(i).Length;
        var all = new double[count];
        var at = 0;
        for (var i = 0; i < population.Units.Count; i++)
        {
            population.Times(i).CopyTo(all.AsSpan(at));
            at += population.Times(i).Length;
        }

        Array.Sort(all);
        return all;
    }
}
