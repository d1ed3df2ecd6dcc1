using Isonomia.Measurement.Biomarkers.Amplitude;
using Isonomia.Measurement.Biomarkers.Rhythms.Kernels;
using Isonomia.Measurement.Biomarkers.Synchrony;
using Isonomia.Measurement.Results;
using Isonomia.Measurement.Settings;
using Isonomia.Numerics.Random;
using Isonomia.Numerics.Statistics;

namespace Isonomia.Measurement.Biomarkers.Rhythms;

/// <summary>How far the amplitude of a fast rhythm follows the phase of a slow one: Tort's modulation index.</summary>
public sealed class PhaseAmplitudeBiomarker : IBiomarker
{
    // Samples of amplitude and phase for each cycle of the slow band's upper end.
    private const int PerCycle = 8;
    private const double ShortestSeconds = 5;

    /// <inheritdoc/>
    public string Name => "phase_amplitude";

    /// <inheritdoc/>
    public BiomarkerDefinition Definition { get; } = new(
        "Phase-amplitude coupling (modulation index)",
        "(log N + sum p log p)/log N, with p the mean amplitude of the fast band in each of N bins of the slow band's phase, of sum "
        + "one; z and p compare it with surrogates in which amplitude is shifted against phase",
        Direction.Undecided,
        Evidence.Weak,
        "Tort et al. 2010 J Neurophysiol, doi:10.1152/jn.00106.2010",
        "Sharp waves and spikes couple phases and amplitudes without any interaction of rhythms; so do artefacts. The index is "
        + "above nought by chance and falls as recordings grow: look at z. A slow band without a rhythm has no meaningful phase.")
    {
        Quantities = new Dictionary<string, string>
        {
            ["modulation_index"] = "Tort's modulation index, 0 to 1",
            ["z"] = "its distance from the mean of surrogates, in their standard deviations",
            ["p"] = "share of surrogates, itself among them, that are as large",
            ["preferred_phase"] = "the slow rhythm's phase at which the fast one is largest on average; 0 is its peak",
        },
    };

    /// <inheritdoc/>
    public IReadOnlyList<Setting> Settings { get; } =
        [RhythmSettings.Phase, RhythmSettings.Amplitude, RhythmSettings.PhaseBins, RhythmSettings.Surrogates];

    /// <inheritdoc/>
    public BiomarkerResult Measure(ChannelAnalysis channel)
    {
        ArgumentNullException.ThrowIfNull(channel);
        var signal = channel.Signal;
        var slow = new Band("slow", channel.Get(RhythmSettings.Phase));
        var fast = new Band("fast", channel.Get(RhythmSettings.Amplitude));
        if ((BandFilters.WhyNot(slow, signal.SamplingRate) ?? BandFilters.WhyNot(fast, signal.SamplingRate)) is { } why)
            return PhaseAmplitudeResult.Without(why);
        if (AmplitudeDynamics.IsFlat(signal))
            return PhaseAmplitudeResult.Without("flat: the signal does not vary");
        var step = Math.Max(1, (int)(signal.SamplingRate / (PerCycle * slow.Range.High)));
        BandPhases[] both = [BandPhases.Compute(channel, slow, step), BandPhases.Compute(channel, fast, step)];
        var common = BandPhases.Common(both);
        var rate = signal.SamplingRate / step;
        if (common[0].Length < ShortestSeconds * rate)
        {
            return PhaseAmplitudeResult.Without(
                $"only {common[0].Length / rate:0.#} s are clean and clear of filters; {ShortestSeconds} s are needed");
        }

        double[] phases = [.. common[0].Select(t => Math.Atan2(both[0].Im[t], both[0].Re[t]))];
        double[] amplitudes = [.. common[1].Select(t => Math.Sqrt((both[1].Re[t] * both[1].Re[t]) + (both[1].Im[t] * both[1].Im[t])))];
        return Of(phases, amplitudes, channel.Get(RhythmSettings.PhaseBins), channel.Get(RhythmSettings.Surrogates), (int)rate) with
        {
            Warnings = fast.Range.High - fast.Range.Low < 2 * slow.Range.High
                ? [$"the fast band is less than {2 * slow.Range.High} Hz wide: its filter smooths away what follows the slow phase"]
                : [],
        };
    }

    /// <summary>The index of phases and amplitudes at the same moments.</summary>
    /// <param name="phases">In radians, -pi to pi.</param>
    /// <param name="amplitudes">As many.</param>
    /// <param name="bins">Bins of phase.</param>
    /// <param name="surrogates">How many surrogates to compare with.</param>
    /// <param name="leastShift">By how many moments a surrogate is shifted at least.</param>
    public static PhaseAmplitudeResult Of(double[] phases, double[] amplitudes, int bins, int surrogates, int leastShift)
    {
        ArgumentNullException.ThrowIfNull(phases);
        ArgumentNullException.ThrowIfNull(amplitudes);
        int[] bin = [.. phases.Select(p => Math.Min(bins - 1, (int)((p + Math.PI) / (2 * Math.PI) * bins)))];
        var counts = new int[bins];
        foreach (var b in bin)
            counts[b]++;
        if (counts.Any(c => c == 0))
            return PhaseAmplitudeResult.Without("a bin of phase is empty: there is no slow rhythm, or the signal is too short");
        var sums = new BinnedSums(bin, counts, amplitudes);
        var own = MeanByBin(sums, 0, counts);
        var index = Index(own);
        var (x, y) = (0.0, 0.0);
        for (var b = 0; b < bins; b++)
        {
            var (sin, cos) = Math.SinCos(((b + 0.5) * 2 * Math.PI / bins) - Math.PI);
            (x, y) = (x + (own[b] * cos), y + (own[b] * sin));
        }

        var room = phases.Length - (2 * leastShift);
        if (surrogates < 2 || room < 1)
            return new PhaseAmplitudeResult(Measured.Of(index), NoSurrogates, NoSurrogates, Measured.Of(Math.Atan2(y, x)), own);
        var stream = new RandomStream(0, "phase_amplitude");
        double[] chance = [.. Enumerable.Range(0, surrogates)
            .Select(_ => Index(MeanByBin(sums, leastShift + (int)(stream.Uniform() * room), counts)))];
        var deviation = Descriptive.StandardDeviation(chance, 1);
        return new PhaseAmplitudeResult(Measured.Of(index),
            deviation > 0 ? Measured.Of((index - Descriptive.Mean(chance)) / deviation) : Measured.Undefined("all surrogates are alike"),
            Measured.Of((1.0 + chance.Count(c => c >= index)) / (surrogates + 1)), Measured.Of(Math.Atan2(y, x)), own);
    }

    private static Measured NoSurrogates => Measured.Undefined("there are no surrogates to compare with");

    // Amplitudes shifted against phases, around the end, averaged in each bin; their sum is one.
    private static double[] MeanByBin(BinnedSums sums, int shift, int[] counts)
    {
        var means = new double[counts.Length];
        sums.Shifted(shift, means);
        for (var b = 0; b < means.Length; b++)
            means[b] /= counts[b];
        var sum = means.Sum();
        for (var b = 0; b < means.Length && sum > 0; b++)
            means[b] /= sum;
        return means;
    }

    private static double Index(double[] p)
    {
        var log = Math.Log(p.Length);
        return (log + p.Sum(v => v > 0 ? v * Math.Log(v) : 0)) / log;
    }
}
