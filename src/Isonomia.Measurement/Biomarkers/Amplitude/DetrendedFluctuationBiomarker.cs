using Isonomia.Measurement.Settings;

namespace Isonomia.Measurement.Biomarkers.Amplitude;

/// <summary>
/// Detrended fluctuation analysis of the amplitude of each band: how strongly a rhythm's amplitude remembers its past
/// over seconds to half a minute.
/// </summary>
public sealed class DetrendedFluctuationBiomarker : IBiomarker
{
    // Fewer windows than this at the longest length are worth a warning.
    private const int AdvisableWindows = 10;

    /// <inheritdoc/>
    public string Name => "dfa";

    /// <inheritdoc/>
    public BiomarkerDefinition Definition { get; } = new(
        "Detrended fluctuation analysis (DFA) of the amplitude envelope",
        "Slope of log10 F(n) over log10 n; F(n) = mean over windows of n samples of the root mean square of the "
        + "integrated envelope around its straight line",
        Direction.PeaksAtBalance,
        Evidence.Moderate,
        "Linkenkaer-Hansen et al. 2001 J Neurosci, doi:10.1523/JNEUROSCI.21-04-01370.2001; Hardstone et al. 2012 "
        + "Front Physiol, doi:10.3389/fphys.2012.00450; peak at balance in a model: Poil et al. 2012 J Neurosci, "
        + "doi:10.1523/JNEUROSCI.5990-11.2012",
        "0.5 is an amplitude without memory, 1 a strong one. The exponent peaks where a model network is balanced, so "
        + "a low one alone does not say to which side the balance has moved. A minute of signal leaves a standard "
        + "error above 0.1. Artefacts, drowsiness and changes of state raise it; noise added to the signal lowers it.")
    {
        Quantities = new Dictionary<string, string>
        {
            ["exponent"] = "scaling exponent; the interval is that of a scale-free Gaussian signal of this length",
            ["r_squared"] = "share of the variance of log10 F(n) that the straight line explains",
            ["longest_windows"] = "how many windows of the longest length fitted there were",
            ["window_s"] = "window lengths",
            ["fluctuation"] = "F(n), in the channel's unit times samples",
        },
    };

    /// <inheritdoc/>
    public IReadOnlyList<Setting> Settings { get; } =
    [
        AmplitudeSettings.DfaRange, AmplitudeSettings.DfaCompute, AmplitudeSettings.DfaOverlap,
        AmplitudeSettings.DfaBands,
    ];

    /// <inheritdoc/>
    public BiomarkerResult Measure(ChannelAnalysis channel)
    {
        var range = channel.Get(AmplitudeSettings.DfaRange);
        var bands = AmplitudeDynamics.Of(channel).Select(d => BandExponent.Of(d, range)).ToArray();
        return new DetrendedFluctuationResult(bands) { Warnings = [.. Warnings(channel.Signal, bands)] };
    }

    private static IEnumerable<string> Warnings(Signal signal, BandExponent[] bands)
    {
        var few = bands.Where(b => b.Line is not null && b.LongestWindows < AdvisableWindows).ToArray();
        if (few.Length > 0)
        {
            var longest = few.MinBy(b => b.LongestWindows)!;
            yield return $"only {longest.LongestWindows} windows of "
                + $"{longest.Line!.Windows[^1].Grid.Size / signal.SamplingRate:0.#} s fit ({AdvisableWindows} or more "
                + "are advisable): the exponents are uncertain";
        }

        var cut = bands.Where(b => b.Line is not null
            && !(signal.Passband.Contains(b.Band.Range.Low) && signal.Passband.Contains(b.Band.Range.High)));
        if (cut.Any())
        {
            yield return $"{string.Join(", ", cut.Select(b => b.Band.Name))}: the band reaches beyond what filters "
                + $"have left of the signal ({signal.Passband} Hz)";
        }
    }
}
