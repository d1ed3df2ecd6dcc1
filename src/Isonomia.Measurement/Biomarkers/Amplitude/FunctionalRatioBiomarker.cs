using Isonomia.Measurement.Settings;

namespace Isonomia.Measurement.Biomarkers.Amplitude;

/// <summary>
/// The functional excitation/inhibition ratio (fE/I): in networks near the critical point, whether louder moments of a
/// rhythm fluctuate more (inhibition prevails) or less (excitation prevails) than quieter ones, relative to how loud
/// they are.
/// </summary>
public sealed class FunctionalRatioBiomarker : IBiomarker
{
    /// <inheritdoc/>
    public string Name => "fei";

    /// <inheritdoc/>
    public BiomarkerDefinition Definition { get; } = new(
        "Functional excitation/inhibition ratio (fE/I)",
        "1 - r(wAmp, wDNF) over windows of the envelope: wAmp its mean; wDNF the standard deviation of the integrated "
        + "envelope / wAmp around its straight line. Below 1 inhibition prevails, above 1 excitation",
        Direction.Rises,
        Evidence.Moderate,
        "Bruining et al. 2020 Sci Rep 10:9195, doi:10.1038/s41598-020-65500-4",
        "Defined only where the amplitude's scaling exponent exceeds 0.6: elsewhere the relation it rests on was not "
        + "found in the model it comes from. Reliable values need minutes of signal in one state. PATENT: the method "
        + "is the subject of patent application PCT/NL2019/050167 (priority 16 March 2018); commercial use may need a "
        + "licence from its owners. Implemented here from the publication; no other biomarker depends on it.")
    {
        Quantities = new Dictionary<string, string>
        {
            ["value"] = "the ratio; null where the scaling exponent does not exceed fei.dfa_threshold",
            ["value_ungated"] = "the ratio whatever the scaling exponent: not to be read where value is null",
            ["dfa_exponent"] = "scaling exponent of the band, which decides whether the ratio is defined",
            ["windows"] = "how many windows there were",
            ["outliers"] = "how many of them were left out as outliers",
        },
    };

    /// <inheritdoc/>
    public IReadOnlyList<Setting> Settings { get; } =
    [
        AmplitudeSettings.FeiWindow, AmplitudeSettings.FeiOverlap, AmplitudeSettings.FeiThreshold,
        AmplitudeSettings.FeiOutliers, AmplitudeSettings.DfaRange, AmplitudeSettings.DfaCompute,
        AmplitudeSettings.DfaOverlap, AmplitudeSettings.DfaBands,
    ];

    /// <inheritdoc/>
    public BiomarkerResult Measure(ChannelAnalysis channel)
    {
        var range = channel.Get(AmplitudeSettings.DfaRange);
        var threshold = channel.Get(AmplitudeSettings.FeiThreshold);
        var removeOutliers = channel.Get(AmplitudeSettings.FeiOutliers);
        return new FunctionalRatioResult(
        [
            .. AmplitudeDynamics.Of(channel)
                .Select(d => BandRatio.Of(d, BandExponent.Of(d, range).Exponent, threshold, removeOutliers)),
        ]);
    }
}
