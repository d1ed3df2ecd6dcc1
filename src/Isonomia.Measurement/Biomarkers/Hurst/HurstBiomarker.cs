using Isonomia.Measurement.Recordings;
using Isonomia.Measurement.Results;
using Isonomia.Measurement.Settings;

namespace Isonomia.Measurement.Biomarkers.Hurst;

/// <summary>How the fluctuations of a signal grow with time: the Hurst exponent.</summary>
public sealed class HurstBiomarker : IBiomarker
{
    // Below four octaves a slope says little.
    private const double Octaves = 4;

    /// <inheritdoc/>
    public string Name => "hurst";

    /// <inheritdoc/>
    public BiomarkerDefinition Definition { get; } = new(
        "Hurst exponent of the signal",
        "H of the signal itself, over hurst.range: slope of log fluctuation on log window length by detrended fluctuation "
        + "analysis; by Haar wavelets (log2 of the mean square of details at octave j grows as (2 H - 1) j); by the "
        + "rescaled range less that of white noise",
        Direction.Falls,
        Evidence.Weak,
        "Trakoshis et al. 2020 eLife, doi:10.7554/eLife.55684, of simulated field potentials and BOLD; Peng et al. 1994 "
        + "Phys Rev E, doi:10.1103/PhysRevE.49.1685; Abry & Veitch 1998 IEEE Trans Inf Theory, doi:10.1109/18.650984; "
        + "Anis & Lloyd 1976 Biometrika, doi:10.1093/biomet/63.1.111",
        "Rhythms bend the line, and so do filters: only scales that both leave alone have a slope that is an exponent. "
        + "Above 1 the signal is not stationary; the rescaled range cannot exceed about 1. The wavelets' error holds for "
        + "fractional Gaussian noise; the other two have none, as their windows share samples. Made for BOLD, where it is one of few markers; of EEG the aperiodic exponent says the "
        + "same with less bias.")
    {
        Quantities = new Dictionary<string, string>
        {
            ["dfa"] = "by detrended fluctuation analysis",
            ["wavelet"] = "by Haar wavelets",
            ["rescaled_range"] = "by the rescaled range",
            ["from_s"] = "shortest window that was fitted",
            ["to_s"] = "longest window that was fitted",
        },
    };

    /// <inheritdoc/>
    public IReadOnlyList<Setting> Settings { get; } = [HurstSettings.Range];

    /// <inheritdoc/>
    public BiomarkerResult Measure(ChannelAnalysis channel)
    {
        ArgumentNullException.ThrowIfNull(channel);
        var signal = channel.Signal;
        var range = ScaleRange.Of(signal, channel.Get(HurstSettings.Range));
        SampleRange[] runs = [.. signal.Usable.Where(r => r.Count >= range.Least)];
        var sizes = range.Sizes();
        if (runs.Length == 0 || sizes.Length < 3)
        {
            var none = Measured.Undefined(
                $"too short, or filtered too narrowly: windows from {range.Least} to {range.Most} samples were to be fitted");
            return new HurstResult(none, none, none, range.Least / signal.SamplingRate, range.Most / signal.SamplingRate);
        }

        var seconds = 1 / signal.SamplingRate;
        return new HurstResult(
            Found(ProfileFluctuation.Exponent(signal.Samples, runs, sizes)),
            Found(WaveletScaling.Exponent(signal.Samples, runs, range.Least, range.Most)),
            Found(RescaledRange.Exponent(signal.Samples, runs, sizes)),
            sizes[0] * seconds,
            sizes[^1] * seconds)
        {
            Warnings = Math.Log2((double)range.Most / range.Least) < Octaves
                ? ["fewer than four octaves of window lengths lie between the filters: these slopes are no exponents"]
                : [],
        };
    }

    private static Measured Found(double hurst) => double.IsNaN(hurst)
        ? Measured.Undefined("the signal does not vary, or fewer than three scales can be fitted")
        : Measured.Of(hurst);

    private static Measured Found((double Hurst, double Error)? found) => found is var (hurst, error)
        ? Measured.Of(hurst, error)
        : Measured.Undefined("the signal does not vary, or fewer than three scales can be fitted");
}
