namespace Isonomia.Measurement.Together;

/// <summary>
/// Of the many numbers of a biomarker, those that stand for it; and the value at which one favours neither excitation nor
/// inhibition, which only few have.
/// </summary>
public static class MainQuantities
{
    private static readonly Dictionary<string, string[]> Named = new()
    {
        ["spectrum"] = [],
        ["aperiodic"] = ["exponent"],
        ["irasa"] = ["exponent"],
        ["slope_30_50"] = ["slope"],
        ["individual_alpha"] = ["peak_frequency_hz"],
        ["band_power"] = ["relative"],
        ["timescale"] = ["tau_s"],
        ["autocorrelation"] = ["half_width_s"],
        ["hurst"] = ["dfa"],
        ["dfa"] = ["exponent"],
        ["fei"] = ["value"],
        ["bursts"] = ["rate_per_min"],
        ["phase_amplitude"] = ["z"],
        ["inter_trial_coherence"] = ["consistency"],
        ["steady_state"] = ["itc", "snr"],
        ["multiscale_entropy"] = ["complexity_index"],
        ["synchrony"] = ["wpli_debiased"],
        ["phase_order"] = ["order", "metastability"],
        ["avalanches"] = ["kappa"],
        ["branching"] = ["m"],
        ["conductances"] = ["excitation_share"],
    };

    /// <summary>The numbers that stand for a biomarker.</summary>
    /// <param name="biomarker">Its name in the output.</param>
    /// <param name="first">The first number of its result, which stands for one that is not known here.</param>
    public static IReadOnlyList<string> Of(string biomarker, string first) =>
        Named.TryGetValue(biomarker, out var known) ? known : [first];

    /// <summary>
    /// The value that favours neither excitation nor inhibition; null where there is none. Of the functional E/I ratio it
    /// is 1 by its definition (Bruining et al. 2020, doi:10.1038/s41598-020-65500-4).
    /// </summary>
    public static double? NeutralOf(string biomarker, string quantity) => (biomarker, quantity) is ("fei", "value") ? 1 : null;
}
