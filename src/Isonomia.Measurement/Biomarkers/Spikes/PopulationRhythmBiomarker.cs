using Isonomia.Measurement.Biomarkers.Spikes.Statistics;
using Isonomia.Measurement.Results;
using Isonomia.Measurement.Settings;
using Isonomia.Numerics.Spectra;
using Isonomia.Numerics.Statistics;

namespace Isonomia.Measurement.Biomarkers.Spikes;

/// <summary>The rhythm in which a population fires: the peak of the spectrum of its rate.</summary>
public sealed class PopulationRhythmBiomarker : ISpikeBiomarker
{
    // The chance that white noise shows a peak somewhere in the range.
    private const double FalseAlarm = 0.01;
    private const int FewestBins = 3;
    private const int MostBins = 1 << 26;

    /// <inheritdoc/>
    public string Name => "population_rhythm";

    /// <inheritdoc/>
    public BiomarkerDefinition Definition { get; } = new(
        "Rhythm of the population rate",
        "frequency at which the spectrum (Welch, Hann) of the count of all spikes in short bins is highest; a peak lies"
        + " within the range, and so far above the spectrum's median that white noise would exceed it once in a hundred"
        + " recordings",
        Direction.Undecided,
        Evidence.Weak,
        "Brunel & Wang 2003 J Neurophysiol, doi:10.1152/jn.01095.2002; Buzsaki & Wang 2012 Annu Rev Neurosci, "
        + "doi:10.1146/annurev-neuro-062111-150444",
        "Gamma needs both excitation and inhibition, and its frequency follows their time constants and drive, so "
        + "neither peak nor height has one direction. Harmonics of a sharp rhythm can exceed the rhythm itself, and in "
        + "recorded spikes the mains can be the rhythm (50 or 60 Hz).")
    {
        Quantities = new Dictionary<string, string>
        {
            ["peak_frequency_hz"] = "frequency of the highest peak",
            ["peak_over_poisson"] = "its height over the flat spectrum of as many spikes of Poisson units that ignore "
                + "each other",
            ["resolution_hz"] = "distance between the spectrum's frequencies",
            ["windows"] = "windows averaged",
        },
    };

    /// <inheritdoc/>
    public IReadOnlyList<Setting> Settings { get; } =
        [SpikeSettings.Range, SpikeSettings.RhythmBin, SpikeSettings.RhythmWindow, SpikeSettings.RhythmRange];

    /// <inheritdoc/>
    public BiomarkerResult Measure(SpikeAnalysis population)
    {
        var bin = population.Get(SpikeSettings.RhythmBin);
        var bins = SpikeCounts.BinsOf(population.Start, population.Stop, bin);
        var wanted = Math.Round(population.Get(SpikeSettings.RhythmWindow) / bin);
        if (wanted < 2)
            return RhythmResult.None("the window is shorter than two bins");
        if (wanted > Math.Min(bins, MostBins))
        {
            return RhythmResult.None(
                $"{population.Duration:0.###} s are shorter than a window, or it has too many bins");
        }

        var length = (int)wanted;
        var welch = new WelchEstimator(1 / bin, new WelchOptions(length, length / 2));
        var spikes = 0.0;
        PopulationCounts.Each(population, bin, length, counts =>
        {
            welch.Add(counts);
            spikes += counts.Sum();
        });
        return spikes > 0
            ? Peak(welch.Estimate(), population.Get(SpikeSettings.RhythmRange), 2 * bin * spikes / bins)
            : RhythmResult.None("no spikes");
    }

    // Counts of Poisson units have the one-sided density 2 (bin) (mean count), at all frequencies.
    private static RhythmResult Peak(PowerSpectrum whole, Interval range, double poisson)
    {
        var spectrum = whole.Slice(range.Low, range.High);
        var density = spectrum.Density;
        if (density.Length < FewestBins)
            return RhythmResult.None("fewer than three frequencies lie in the range");
        var top = Array.IndexOf(density, density.Max());
        var (low, _) = spectrum.ConfidenceInterval(1 - (2 * FalseAlarm / density.Length), top);
        var why = top == 0 || top == density.Length - 1 ? "the spectrum is highest at an end of the range"
            : low <= Descriptive.Median(density) ? "no peak stands out"
            : null;
        return new RhythmResult(
            why is null ? Measured.Of(spectrum.Frequencies[top]) : Measured.Undefined(why),
            why is null ? Measured.Of(density[top] / poisson) : Measured.Undefined(why),
            spectrum.Resolution,
            spectrum.Averages);
    }
}
