using System.Numerics;
using Isonomia.Numerics.Fitting;
using Isonomia.Numerics.Random;
using Isonomia.Numerics.Spectra;
using Isonomia.Numerics.Statistics;
using Isonomia.Validation.Climbing;

namespace Isonomia.Validation.Rungs;

/// <summary>
/// A local field potential made of Poisson spikes through excitatory and inhibitory conductances: its spectrum falls
/// more steeply between 30 and 50 Hz the more inhibition there is.
/// </summary>
public sealed class ShotNoiseSlope : Rung
{
    private const int Samples = 120_000, Rate = 1000;
    private const double ExcitatorySpikes = 8000 * 2.0 / Rate, InhibitorySpikes = 2000 * 5.0 / Rate;
    private const double ExcitatoryDrive = 65, InhibitoryDrive = -15;
    private const string Monotone = "rank correlation of simulated slope and g_I:g_E";

    private static readonly Kernel Ampa = new(0.1, 2), Gaba = new(0.5, 10);
    private static readonly double[] Ratios = [2, 2.4, 2.8, 3.2, 3.6, 4, 4.4, 4.8, 5.2, 5.6, 6];

    private static readonly double[] Slopes =
        [-.459, -.490, -.524, -.562, -.601, -.642, -.685, -.727, -.769, -.811, -.852];

    private static readonly double[] Frequencies = [.. Enumerable.Range(30, 21).Select(f => (double)f)];

    /// <inheritdoc/>
    public override string Id => "L05";

    /// <inheritdoc/>
    public override string Title => "The slope of a field potential's spectrum follows its E:I ratio";

    /// <inheritdoc/>
    public override IReadOnlyList<Paper> Papers { get; } =
        [new("Gao, Peterson & Voytek 2017", "10.1016/j.neuroimage.2017.06.078")];

    /// <inheritdoc/>
    public override string Method => "8,000 excitatory sources at 2 Hz and 2,000 inhibitory at 5 Hz, AMPA (0.1 and "
        + "2 ms) and GABA (0.5 and 10 ms) conductances in steps of 1 ms, at −65 mV with reversal at 0 and −80 mV. "
        + "Theory: Campbell's theorem for the same steps, a line through log power at 30 to 50 Hz. Simulated: 120 s "
        + "a trial, Welch's windows of 1 s that overlap by half, a robust line; 20 trials at each ratio in the "
        + "quick form, 100 in the full.";

    /// <inheritdoc/>
    public override IReadOnlyList<RungQuantity> Quantities { get; } =
    [
        .. Ratios.Zip(Slopes, (ratio, slope) => new RungQuantity(
            $"slope in theory at g_I:g_E = {ratio}", "1", slope, Origin.Calculated,
            "the authors' parameters, computed independently", Criterion.Within(slope, 6e-4),
            "the same formula: three decimals are given")),
        .. Ratios.Zip(Slopes, (ratio, slope) => new RungQuantity(
            $"slope, simulated, at g_I:g_E = {ratio}", "1", slope, Origin.Calculated,
            "the authors' parameters, computed independently", Criterion.Within(slope, 0.06),
            "single trials scatter by about 0.1, and log power is biased by the number of windows")),
        new(Monotone, "1", -1, Origin.Seen, "the paper's figure 1: steeper with more inhibition",
            Criterion.AtMost(-0.95), "eleven ratios in order, or nearly so"),
    ];

    /// <inheritdoc/>
    protected internal override void Climb(RungRun run)
    {
        foreach (var ratio in Ratios)
            run.Found($"slope in theory at g_I:g_E = {ratio}", SlopeInTheory(ratio));
        var trials = run.Full ? 100 : 20;
        var found = Ratios.Select(_ => new double[trials]).ToArray();
        var done = 0;
        Parallel.For(0, Ratios.Length * trials, run.Parallel, i =>
        {
            found[i / trials][i % trials] = SimulatedSlope(Ratios[i / trials], run.Seed, i);
            run.Done((double)Interlocked.Increment(ref done) / (Ratios.Length * trials));
        });
        for (var r = 0; r < Ratios.Length; r++)
            run.Found($"slope, simulated, at g_I:g_E = {Ratios[r]}", found[r]);
        run.Found(Monotone, Correlation.Spearman(Ratios, [.. found.Select(f => f.Average())]));
    }

    // The inhibitory conductance over the excitatory, on average, is the ratio.
    private static double Boost(double ratio) => ratio * ExcitatorySpikes * Ampa.Sum / (InhibitorySpikes * Gaba.Sum);

    private static double SlopeInTheory(double ratio)
    {
        var power = Frequencies.Select(f =>
        {
            var excitatory = ExcitatoryDrive * ExcitatoryDrive * ExcitatorySpikes * Ampa.Power(f / Rate);
            var inhibitory = InhibitoryDrive * Boost(ratio);
            return Math.Log10(excitatory + inhibitory * inhibitory * InhibitorySpikes * Gaba.Power(f / Rate));
        });
        return LeastSquares.Line([.. Frequencies.Select(Math.Log10)], [.. power]).Slope;
    }

    private static double SimulatedSlope(double ratio, long seed, int trial)
    {
        var potential = new double[Samples];
        AddConductance(
            potential, Ampa, ExcitatorySpikes, ExcitatoryDrive, new RandomStream(seed, "excitatory spikes", trial));
        AddConductance(
            potential, Gaba, InhibitorySpikes, InhibitoryDrive * Boost(ratio),
            new RandomStream(seed, "inhibitory spikes", trial));
        var spectrum = Welch.Estimate(potential, Rate, new WelchOptions(Rate, Rate / 2));
        var power = Frequencies.Select(f => Math.Log10(spectrum.Density[(int)f]));
        return RobustRegression.Line([.. Frequencies.Select(Math.Log10)], [.. power]).Slope;
    }

    private static void AddConductance(double[] to, Kernel kernel, double spikes, double drive, RandomStream random)
    {
        // The difference of two decays is two running sums; a second before the start lets them settle.
        var (slow, fast) = (0.0, 0.0);
        for (var t = -Rate; t < to.Length; t++)
        {
            var count = random.Poisson(spikes);
            (slow, fast) = (slow * kernel.SlowFactor + count, fast * kernel.FastFactor + count);
            if (t >= 0)
                to[t] += drive * (slow - fast);
        }
    }

    /// <summary>exp(-t/decay) - exp(-t/rise) at whole milliseconds. Its height is of no account: both conductances
    /// are scaled by it alike.</summary>
    private sealed record Kernel(double Rise, double Decay)
    {
        public double SlowFactor { get; } = Math.Exp(-1 / Decay);

        public double FastFactor { get; } = Math.Exp(-1 / Rise);

        public double Sum => 1 / (1 - SlowFactor) - 1 / (1 - FastFactor);

        /// <summary>The squared size of its Fourier sum, at cycles a step.</summary>
        public double Power(double frequency)
        {
            var turn = Complex.FromPolarCoordinates(1, -2 * Math.PI * frequency);
            var transform = 1 / (1 - SlowFactor * turn) - 1 / (1 - FastFactor * turn);
            return transform.Real * transform.Real + transform.Imaginary * transform.Imaginary;
        }
    }
}
