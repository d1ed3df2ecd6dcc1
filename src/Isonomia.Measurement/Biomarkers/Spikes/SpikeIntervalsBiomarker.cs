using Isonomia.Measurement.Biomarkers.Spikes.Statistics;
using Isonomia.Measurement.Results;
using Isonomia.Measurement.Settings;

namespace Isonomia.Measurement.Biomarkers.Spikes;

/// <summary>How irregular the intervals between a unit's spikes are.</summary>
public sealed class SpikeIntervalsBiomarker : ISpikeBiomarker
{
    /// <inheritdoc/>
    public string Name => "spike_intervals";

    /// <inheritdoc/>
    public BiomarkerDefinition Definition { get; } = new(
        "Irregularity of interspike intervals",
        "cv = sd(I)/mean(I); cv2 = mean of 2|I' - I|/(I' + I); lv = 3 mean of ((I - I')/(I + I'))^2; lvr = 3 mean of "
        + "(1 - 4 I I'/(I + I')^2)(1 + 4R/(I + I')), of intervals I and the next, I'",
        Direction.Undecided,
        Evidence.Weak,
        "CV2: Holt et al. 1996 J Neurophysiol, doi:10.1152/jn.1996.75.5.1806; LV: Shinomoto et al. 2003 Neural Comput, "
        + "doi:10.1162/089976603322518759; LvR: Shinomoto et al. 2009 PLoS Comput Biol, "
        + "doi:10.1371/journal.pcbi.1000433",
        "Balanced input makes firing irregular (1 as in a Poisson process); dominant excitation makes it regular where "
        + "cells fire steadily (below 1) and bursting where they do not (above 1), so that the direction depends on the"
        + " tissue. A rate that drifts inflates cv, much less cv2, lv and lvr.")
    {
        Quantities = new Dictionary<string, string>
        {
            ["cv"] = "coefficient of variation: over units its mean, sd and median",
            ["cv2"] = "irregularity of neighbouring intervals: likewise",
            ["lv"] = "local variation: likewise",
            ["lvr"] = "local variation, compensated for refractoriness: likewise",
        },
    };

    /// <inheritdoc/>
    public IReadOnlyList<Setting> Settings { get; } = [SpikeSettings.Range, SpikeSettings.Refractoriness];

    /// <inheritdoc/>
    public BiomarkerResult Measure(SpikeAnalysis population)
    {
        var n = population.Units.Count;
        var (cv, cv2, lv, lvr) = (new Measured[n], new Measured[n], new Measured[n], new Measured[n]);
        var refractoriness = population.Get(SpikeSettings.Refractoriness);
        for (var i = 0; i < n; i++)
        {
            var times = population.Times(i);
            cv[i] = IntervalStatistics.Cv(times);
            cv2[i] = IntervalStatistics.Cv2(times);
            lv[i] = IntervalStatistics.Lv(times);
            lvr[i] = IntervalStatistics.LvR(times, refractoriness);
        }

        return new UnitStatisticsResult(
            [new("cv", "1", cv), new("cv2", "1", cv2), new("lv", "1", lv), new("lvr", "1", lvr)]);
    }
}
