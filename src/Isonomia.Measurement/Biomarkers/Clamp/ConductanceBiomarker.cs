using Isonomia.Measurement.Biomarkers.Evoked;
using Isonomia.Measurement.Recordings;
using Isonomia.Measurement.Settings;
using Isonomia.Numerics.Statistics;

namespace Isonomia.Measurement.Biomarkers.Clamp;

/// <summary>
/// Excitatory and inhibitory conductances of one cell, from sweeps at two or more potentials or currents.
/// </summary>
public sealed class ConductanceBiomarker : RecordingBiomarker<MembraneSweep>
{
    private const int FewestBaseline = 10;

    /// <inheritdoc/>
    public override string Name => "conductances";

    /// <inheritdoc/>
    public override BiomarkerDefinition Definition { get; } = new(
        "Excitatory and inhibitory conductance",
        "At each moment the line I = G V - b through the membrane currents at all levels; less the baseline's, G = ge + gi and "
        + "b = ge Ee + gi Ei. In current clamp I is the injected current less C dV/dt",
        Direction.Rises,
        Evidence.Strong,
        "Borg-Graham, Monier & Fregnac 1998 Nature, doi:10.1038/30735; Monier, Fournier & Fregnac 2008 J Neurosci Methods, "
        + "doi:10.1016/j.jneumeth.2007.11.010; lag of inhibition: Wehr & Zador 2003 Nature, doi:10.1038/nature02116",
        "Assumes that the cell is one compartment, that reversal potentials are right (10 mV of error in Ei shifts gi by about "
        + "an eighth), and that nothing else changes: dendrites out of reach, voltage-dependent currents and spikes break it. "
        + "Standard errors hold the noise of sweeps only, not these; in current clamp they leave out the noise of the "
        + "potential. Linearity over three or more levels is the check.")
    {
        Quantities = new Dictionary<string, string>
        {
            ["excitation_peak"] = "largest excitatory conductance above rest",
            ["inhibition_peak"] = "largest inhibitory conductance above rest",
            ["excitation_mean"] = "mean excitatory conductance above rest, after the baseline",
            ["inhibition_mean"] = "mean inhibitory conductance above rest, after the baseline",
            ["excitation_share"] = "ge / (ge + gi), of the means",
            ["lag_ms"] = "by how much inhibition follows excitation, where their correlation is largest",
            ["lag_correlation"] = "that correlation",
            ["resting_conductance"] = "conductance in the baseline",
            ["resting_potential"] = "reversal potential in the baseline",
            ["linearity"] = "share of the variance of current over levels that the line explains, mean over time",
            ["excitation_peak_s"] = "when excitation is largest",
            ["inhibition_peak_s"] = "when inhibition is largest",
        },
    };

    /// <inheritdoc/>
    public override IReadOnlyList<Setting> Settings { get; } =
    [
        ConductanceSettings.Clamp, ConductanceSettings.Levels, ConductanceSettings.ExcitatoryReversal,
        ConductanceSettings.InhibitoryReversal, ConductanceSettings.Capacitance, ConductanceSettings.SeriesResistance,
        ConductanceSettings.Baseline, ConductanceSettings.Smoothing, ConductanceSettings.MaximalLag,
        EvokedSettings.Event, EvokedSettings.Window,
    ];

    /// <inheritdoc/>
    public override bool AppliesTo(MeasureSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return settings.Get(ConductanceSettings.Levels).Length > 0;
    }

    /// <inheritdoc/>
    protected override MembraneSweep Take(ChannelAnalysis channel)
    {
        ArgumentNullException.ThrowIfNull(channel);
        var signal = channel.Signal;
        if (signal.Passband.Low > 0)
            return Nothing("a high-pass filter has taken the steady currents out: measure with --raw");
        if (!Trials.AreMarked(channel))
            return new MembraneSweep(signal.Samples, null, 1, null);
        var trials = Trials.Around(channel, channel.Get(EvokedSettings.Window));
        if (trials.Ranges.Count == 0)
            return Nothing(trials.Why ?? "there are no trials");
        var (n, length) = (trials.Ranges.Count, trials.Ranges[0].Count);
        var (mean, error) = (new double[length], new double[length]);
        foreach (var trial in trials.Ranges)
        {
            for (var t = 0; t < length; t++)
                mean[t] += signal.Samples[trial.First + t] / n;
        }

        foreach (var trial in trials.Ranges)
        {
            for (var t = 0; t < length; t++)
                error[t] += Math.Pow(signal.Samples[trial.First + t] - mean[t], 2);
        }

        for (var t = 0; t < length; t++)
            error[t] = Math.Sqrt(error[t] / (n - 1) / n);
        return new MembraneSweep(mean, n > 1 ? error : null, n, null);
    }

    /// <inheritdoc/>
    protected override BiomarkerResult Measure(RecordingAnalysis recording, IReadOnlyList<MembraneSweep> parts)
    {
        ArgumentNullException.ThrowIfNull(recording);
        ArgumentNullException.ThrowIfNull(parts);
        var levels = recording.Get(ConductanceSettings.Levels);
        var rate = recording.SamplingRate;
        var window = recording.Get(ConductanceSettings.Baseline);
        var length = parts.Min(p => p.Mean.Length);
        var first = Math.Clamp((int)Math.Round(window.Low * rate), 0, length);
        var end = (int)Math.Round(Math.Clamp(window.High * rate, 0, length));
        var isVoltage = recording.Get(ConductanceSettings.Clamp) == "voltage";
        double[] scales = [.. recording.Channels.Select(c => SiUnit.Factor(c.Channel.Unit, isVoltage))];
        if (Why() is { } why)
            return ConductanceResult.Without(why);

        var (current, potential, noise) = isVoltage
            ? HeldPotentials(recording, parts, levels, scales, (first, end - first), length)
            : HeldCurrents(recording, parts, levels, scales, (first, end - first), length);
        var reversals = (1e-3 * recording.Get(ConductanceSettings.ExcitatoryReversal),
            1e-3 * recording.Get(ConductanceSettings.InhibitoryReversal));
        var trace = ConductanceTrace.Fit(current, potential, noise, reversals, (first, end - first), rate);
        return new ConductanceResult(trace, end, recording.Get(ConductanceSettings.MaximalLag), null);

        string? Why() => parts.Select(p => p.Why).FirstOrDefault(w => w is not null)
            ?? (levels.Length == 0 ? $"the levels are not said: --set {ConductanceSettings.Levels.Key}=-80,-60,-40"
                : levels.Length != parts.Count ? $"{levels.Length} levels were given for {parts.Count} channels"
                : levels.Distinct().Count() < 2 ? "two different levels are needed"
                : end - first < FewestBaseline ? $"the baseline from {window.Low} to {window.High} s holds {Math.Max(0, end - first)} "
                    + $"samples of a sweep; {FewestBaseline} are needed"
                : recording.Get(ConductanceSettings.ExcitatoryReversal) <= recording.Get(ConductanceSettings.InhibitoryReversal)
                    ? "the reversal potential of excitation must lie above that of inhibition"
                : scales.Any(double.IsNaN) ? $"channels are in '{recording.Channels[Array.FindIndex(scales, double.IsNaN)].Channel.Unit}', "
                    + (isVoltage ? "and a current (A, mA, uA, nA, pA) was expected" : "and a potential (V, mV, uV) was expected")
                : null);
    }

    private static (double[][] Current, double[][] Potential, double[][] Noise) HeldPotentials(RecordingAnalysis recording,
        IReadOnlyList<MembraneSweep> parts, double[] levels, double[] scales, (int First, int Count) baseline, int length)
    {
        var resistance = 1e6 * recording.Get(ConductanceSettings.SeriesResistance);
        double[][] current = [.. parts.Select((p, k) => p.Mean.Take(length).Select(i => i * scales[k]).ToArray())];
        double[][] potential = [.. current.Select((c, k) => c.Select(i => (1e-3 * levels[k]) - (resistance * i)).ToArray())];
        return (current, potential, [.. current.Select((c, k) => Noise(c, parts[k].Error, scales[k], baseline))]);
    }

    private static (double[][] Current, double[][] Potential, double[][] Noise) HeldCurrents(RecordingAnalysis recording,
        IReadOnlyList<MembraneSweep> parts, double[] levels, double[] scales, (int First, int Count) baseline, int length)
    {
        var (rate, capacitance) = (recording.SamplingRate, 1e-12 * recording.Get(ConductanceSettings.Capacitance));
        var resistance = 1e6 * recording.Get(ConductanceSettings.SeriesResistance);
        var side = Math.Max(1, (int)Math.Round(recording.Get(ConductanceSettings.Smoothing) * rate / 2));
        var (current, potential, noise) = (new double[levels.Length][], new double[levels.Length][], new double[levels.Length][]);
        for (var k = 0; k < levels.Length; k++)
        {
            var injected = 1e-12 * levels[k];
            double[] measured = [.. parts[k].Mean.Take(length).Select(v => (v * scales[k]) - (resistance * injected))];
            var (level, slope) = SlopeFilter.Fit(measured, side, rate);
            potential[k] = level;
            current[k] = [.. slope.Select(s => injected - (capacitance * s))];
            noise[k] = Noise(current[k], null, 1, baseline);
        }

        return (current, potential, noise);
    }

    // The error of the mean over trials where there are several; else the deviation over time in the baseline.
    private static double[] Noise(double[] current, double[]? error, double scale, (int First, int Count) baseline) => error is not null
        ? [.. error.Take(current.Length).Select(e => e * scale)]
        : [.. Enumerable.Repeat(Descriptive.StandardDeviation(current.AsSpan(baseline.First, baseline.Count), 1), current.Length)];

    private static MembraneSweep Nothing(string why) => new([], null, 0, why);
}
