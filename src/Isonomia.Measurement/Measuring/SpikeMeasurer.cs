using Isonomia.Measurement.Biomarkers;
using Isonomia.Measurement.Biomarkers.Spikes;
using Isonomia.Measurement.Recordings;
using Isonomia.Measurement.Results;
using Isonomia.Measurement.Settings;

namespace Isonomia.Measurement.Measuring;

/// <summary>Measures the spikes of a recording, population by population.</summary>
internal static class SpikeMeasurer
{
    /// <summary>Computes every biomarker of every population, in the order in which they first appear.</summary>
    /// <param name="recording">The recording.</param>
    /// <param name="biomarkers">What to compute; nothing is measured where there is none.</param>
    /// <param name="settings">The settings.</param>
    /// <param name="cancel">Stops between biomarkers.</param>
    public static IReadOnlyList<PopulationMeasurement> Measure(Recording recording,
        IReadOnlyList<ISpikeBiomarker> biomarkers, MeasureSettings settings, CancellationToken cancel)
    {
        if (biomarkers.Count == 0)
            return [];
        var duration = recording.Header.SpikeDuration ?? recording.Duration;
        return [.. recording.Header.Spikes.GroupBy(t => t.Population).Select(population =>
            Measure(new SpikeAnalysis(population.Key, [.. population], duration, settings), biomarkers, cancel))];
    }

    private static PopulationMeasurement Measure(
        SpikeAnalysis population, IReadOnlyList<ISpikeBiomarker> biomarkers, CancellationToken cancel)
    {
        var found = new Dictionary<string, BiomarkerResult>();
        foreach (var biomarker in biomarkers)
        {
            cancel.ThrowIfCancellationRequested();
            found[biomarker.Name] = biomarker.Measure(population);
        }

        var (spikes, silent) = (0L, 0);
        for (var i = 0; i < population.Units.Count; i++)
        {
            spikes += population.Times(i).Length;
            silent += population.Times(i).IsEmpty ? 1 : 0;
        }

        var listed = SpikeAnalysis.EvenlySpaced(
            [.. Enumerable.Range(0, population.Units.Count)], population.Get(SpikeSettings.Listed));
        return new PopulationMeasurement(population.Population, population.Units.Count, silent, spikes,
            population.Start, population.Stop, found)
        {
            Listed = [.. listed.Select(i => new UnitMeasurement(
                population.Units[i].Unit, population.Times(i).Length, OfUnit(found, i)))],
        };
    }

    private static Dictionary<string, Reading> OfUnit(Dictionary<string, BiomarkerResult> found, int unit)
    {
        var readings = new Dictionary<string, Reading>();
        foreach (var (name, result) in found)
        {
            if (result is UnitStatisticsResult statistics)
                readings[name] = statistics.OfUnit(unit);
        }

        return readings;
    }
}
