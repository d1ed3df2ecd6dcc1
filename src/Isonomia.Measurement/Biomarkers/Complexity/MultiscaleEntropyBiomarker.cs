using System.Buffers;
using System.Runtime.CompilerServices;
using Isonomia.Measurement.Results;
using Isonomia.Measurement.Settings;
using Isonomia.Numerics.Statistics;

namespace Isonomia.Measurement.Biomarkers.Complexity;

/// <summary>Multiscale entropy: sample entropy of ever coarser versions of the signal.</summary>
public sealed class MultiscaleEntropyBiomarker : IBiomarker
{
    /// <summary>
    /// Fewest values a coarse series must have: 10^m for the usual m = 2, the least that Pincus and Goldberger 1994
    /// (doi:10.1152/ajpheart.1994.266.4.H1643) ask for.
    /// </summary>
    public const int FewestValues = 100;

    /// <summary>Length of the windows; longer than other measures', because coarse series are short.</summary>
    public static readonly Setting<double> Window =
        ComplexityWindows.Setting("multiscale_entropy.window", "30s", "multiscale entropy is");

    /// <summary>The coarsest scale.</summary>
    public static readonly Setting<int> Scales = new(
        "multiscale_entropy.scales", "20", "the coarsest scale, in samples averaged, 1 to 100", ReadScales);

    /// <summary>Whether the tolerance stays that of the original series.</summary>
    public static readonly Setting<string> Tolerance = new(
        "multiscale_entropy.tolerance", "fixed",
        "fixed: that of the original series at every scale; rescaled: by each coarse series' own standard deviation",
        SettingText.OneOf("fixed", "rescaled"));

    /// <inheritdoc/>
    public string Name => "multiscale_entropy";

    /// <inheritdoc/>
    public BiomarkerDefinition Definition { get; } = new(
        "Multiscale entropy",
        "Sample entropy of the means of s successive samples, s = 1, 2, ...; complexity index = sum over scales, the "
        + "area under the curve",
        Direction.Undecided,
        Evidence.Speculative,
        "Costa et al. 2002 Phys Rev Lett, doi:10.1103/PhysRevLett.89.068102; 2005 Phys Rev E, "
        + "doi:10.1103/PhysRevE.71.021906",
        "A scale is a number of samples: scale 20 is 80 ms at 250 Hz and 20 ms at 1 kHz; compare recordings at one "
        + "sampling rate. With the tolerance fixed, averaging lowers the variance and so the entropy: white noise "
        + "falls with scale. Follows the spectrum's slope closely.")
    {
        Quantities = new Dictionary<string, string>
        {
            ["complexity_index"] = "sum of the entropies over all scales, mean over windows",
            ["scale"] = "how many samples are averaged",
            ["entropy"] = "sample entropy at each scale, mean over windows",
            ["windows"] = "how many windows were averaged",
            ["window_s"] = "length of a window",
        },
    };

    /// <inheritdoc/>
    public IReadOnlyList<Setting> Settings =>
        [Window, Scales, Tolerance, SampleEntropyBiomarker.Length, SampleEntropyBiomarker.Tolerance];

    /// <summary>Sample entropy at the scales 1, 2, ..., each a value or the reason why there is none.</summary>
    /// <param name="x">Finite values.</param>
    /// <param name="scales">The coarsest scale.</param>
    /// <param name="m">Length of the shorter templates, 1 to 32.</param>
    /// <param name="r">Tolerance in standard deviations.</param>
    /// <param name="rescaled">Whether the deviation is that of each coarse series instead of the original one.</param>
    public static Measured[] Of(ReadOnlySpan<double> x, int scales, int m, double r, bool rescaled)
    {
        var original = Descriptive.StandardDeviation(x);
        var coarse = ArrayPool<double>.Shared.Rent(x.Length);
        var entropies = new Measured[scales];
        for (var scale = 1; scale <= scales; scale++)
        {
            var count = x.Length / scale;
            if (count < FewestValues)
            {
                entropies[scale - 1] = Measured.Undefined(
                    $"too short: {count} values left at scale {scale}, {FewestValues} needed; lengthen {Window.Key}");
                continue;
            }

            var series = coarse.AsSpan(0, count);
            Coarsen(x, scale, series);
            var deviation = rescaled ? Descriptive.StandardDeviation(series) : original;
            entropies[scale - 1] = SampleEntropyBiomarker.Of(series, m, r * deviation);
        }

        ArrayPool<double>.Shared.Return(coarse);
        return entropies;
    }

    /// <inheritdoc/>
    public BiomarkerResult Measure(ChannelAnalysis channel)
    {
        var scales = channel.Get(Scales);
        var cut = ComplexityWindows.Of(channel.Signal, channel.Get(Window), Window.Key);
        var windows = new List<Measured[]>();
        var why = cut.WhyNone;
        foreach (var range in cut.Ranges)
        {
            var window = channel.Signal.Samples.AsSpan(range.First, range.Count);
            if (WindowedBiomarker.WhyNot(window) is { } not)
            {
                why = not;
                continue;
            }

            windows.Add(Of(window, scales, channel.Get(SampleEntropyBiomarker.Length),
                channel.Get(SampleEntropyBiomarker.Tolerance), channel.Get(Tolerance) == "rescaled"));
        }

        var seconds = cut.Ranges.Count > 0 ? cut.Ranges[0].Count / channel.Signal.SamplingRate : double.NaN;
        return MultiscaleEntropyResult.Of(windows, scales, seconds, why);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Coarsen(ReadOnlySpan<double> x, int scale, Span<double> coarse)
    {
        for (var i = 0; i < coarse.Length; i++)
        {
            var sum = 0.0;
            foreach (var value in x.Slice(i * scale, scale))
                sum += value;
            coarse[i] = sum / scale;
        }
    }

    private static int ReadScales(string text) => SettingText.Count(text) is >= 1 and <= 100 and var scales
        ? scales
        : throw new FormatException("a whole number from 1 to 100 was expected");
}
