namespace Isonomia.Reporting.Findings;

/// <summary>
/// The quantities the report shows, of those the biomarkers give. A biomarker that is not listed is shown by the first
/// number of its result, so that a new one appears without a change here.
/// </summary>
internal static class MarkerKinds
{
    private static readonly MarkerKind[] Known =
    [
        new("aperiodic", "exponent", "Aperiodic fit", "exponent", MarkerFamily.Spectrum)
            { InSentence = "aperiodic exponent" },
        new("aperiodic", "offset", "Aperiodic fit", "offset", MarkerFamily.Spectrum) { IsMain = false },
        new("aperiodic", "knee_frequency_hz", "Aperiodic fit", "knee", MarkerFamily.Spectrum) { IsMain = false },
        new("aperiodic", "r_squared", "Aperiodic fit", "R²", MarkerFamily.Spectrum) { IsMain = false },
        new("irasa", "exponent", "IRASA", "exponent", MarkerFamily.Spectrum) { InSentence = "IRASA exponent" },
        new("slope_30_50", "slope", "30–50 Hz", "slope", MarkerFamily.Spectrum) { InSentence = "slope at 30–50 Hz" },
        new("individual_alpha", "peak_frequency_hz", "Alpha", "peak", MarkerFamily.Spectrum)
            { InSentence = "individual alpha frequency" },
        new("band_power", "relative", "Relative power", null, MarkerFamily.Spectrum)
            { InSentence = "relative {0} power" },
        new("timescale", "tau_s", "Timescale", "τ", MarkerFamily.Spectrum) { InSentence = "intrinsic timescale" },
        new("autocorrelation", "half_width_s", "Autocorrelation", "half width", MarkerFamily.Dynamics)
            { InSentence = "half width of the autocorrelation" },
        new("autocorrelation", "tau_s", "Autocorrelation", "τ", MarkerFamily.Dynamics) { IsMain = false },
        new("hurst", "dfa", "Hurst exponent", "DFA", MarkerFamily.Dynamics) { InSentence = "Hurst exponent" },
        new("hurst", "wavelet", "Hurst exponent", "wavelet", MarkerFamily.Dynamics) { IsMain = false },
        new("dfa", "exponent", "DFA exponent", null, MarkerFamily.Dynamics)
            { InSentence = "DFA exponent of {0} amplitude" },
        new("fei", "value", "fE/I", null, MarkerFamily.Dynamics) { InSentence = "functional E/I of {0}" },
        new("bursts", "rate_per_min", "Bursts", null, MarkerFamily.Dynamics) { InSentence = "rate of {0} bursts" },
        new("phase_amplitude", "z", "Phase-amplitude", "z", MarkerFamily.Dynamics)
            { InSentence = "phase-amplitude coupling, z" },
        new("inter_trial_coherence", "consistency", "Trial consistency", null, MarkerFamily.Dynamics)
            { InSentence = "consistency of {0} phase over trials" },
        new("steady_state", "itc", "Steady state", "ITC", MarkerFamily.Dynamics) { InSentence = "steady-state ITC" },
        new("steady_state", "snr", "Steady state", "SNR", MarkerFamily.Dynamics)
            { InSentence = "steady-state signal to noise" },
        new("lempel_ziv", "value", "Lempel–Ziv", "complexity", MarkerFamily.Complexity)
            { InSentence = "Lempel–Ziv complexity" },
        new("sample_entropy", "value", "Entropy", "sample", MarkerFamily.Complexity) { InSentence = "sample entropy" },
        new("multiscale_entropy", "complexity_index", "Entropy", "multiscale", MarkerFamily.Complexity)
            { InSentence = "multiscale entropy" },
        new("permutation_entropy", "value", "Entropy", "permutation", MarkerFamily.Complexity)
            { InSentence = "permutation entropy" },
        new("spectral_entropy", "value", "Entropy", "spectral", MarkerFamily.Complexity)
            { InSentence = "spectral entropy" },
    ];

    /// <summary>Biomarkers whose results are curves that others summarise.</summary>
    private static readonly string[] Curves = ["spectrum"];

    /// <summary>The kinds shown of a biomarker whose result has these quantities.</summary>
    public static IEnumerable<MarkerKind> Of(string biomarker, string firstQuantity, string title)
    {
        if (Curves.Contains(biomarker))
            return [];
        var known = Known.Where(k => k.Biomarker == biomarker).ToArray();
        return known.Length > 0 ? known : [new(biomarker, firstQuantity, title, null, MarkerFamily.Other)
            { InSentence = title }];
    }
}
