using System.Runtime.Intrinsics;
using Isonomia.Inference.Corticothalamic.Kernels;
using Isonomia.Numerics.Random;

namespace Isonomia.Inference.Corticothalamic;

/// <summary>
/// The linearised corticothalamic field in the time domain: what eight electrodes far from each other record of it, muscle
/// included. Each spatial mode of the sheet is driven by white noise of its own; electrodes see their sum, blurred by the
/// skull. Its spectrum is that of <see cref="CorticothalamicField.Spectrum"/>. The same seed gives the same samples.
/// </summary>
/// <param name="gains">The gains and times; the state must be stable.</param>
public sealed class FieldSimulation(CorticothalamicGains gains)
{
    /// <summary>The number of electrodes.</summary>
    public const int Electrodes = FieldModeSteps.Lanes;

    private const double LongestStep = 0.25e-3;
    private const double Settling = 5;
    private const double MuscleHz = 40;
    private static readonly RandomPurpose ModeNoise = "field-mode";
    private static readonly RandomPurpose MuscleNoise = "field-muscle";

    /// <summary>The power of muscle as a multiple of the brain's, both from 1 to 45 Hz.</summary>
    public double Muscle { get; init; }

    /// <summary>Records, in units of the input.</summary>
    /// <param name="seconds">How long.</param>
    /// <param name="samplingRate">Samples per second.</param>
    /// <param name="seed">The seed of the noise.</param>
    /// <param name="cancel">Stops it.</param>
    /// <returns>Electrodes x samples.</returns>
    public double[][] Record(double seconds, double samplingRate, long seed, CancellationToken cancel = default)
    {
        var substeps = (int)Math.Ceiling(1 / (samplingRate * LongestStep));
        var dt = 1 / (samplingRate * substeps);
        var (samples, settling) = ((int)Math.Round(seconds * samplingRate), (int)Math.Round(Settling * samplingRate));
        var recorded = Enumerable.Range(0, Electrodes).Select(_ => new double[samples]).ToArray();
        for (var m = 0; m < CorticalSheet.Modes.Count; m++)
        {
            var (squared, weight) = CorticalSheet.Modes[m];
            var mode = new FieldModeSteps(gains, squared, dt);
            Add(recorded, settling, substeps, new RandomStream(seed, ModeNoise, m),
                noise => mode.Step(noise) * Math.Sqrt(weight), cancel);
        }

        if (Muscle > 0)
            AddMuscle(recorded, settling, substeps, dt, seed, cancel);
        return recorded;
    }

    // Muscle: white noise through s w/(s + w)^2, w = 2 pi 40 Hz, of the spectrum that locating takes it to have.
    private void AddMuscle(double[][] recorded, int settling, int substeps, double dt, long seed, CancellationToken cancel)
    {
        var level = Math.Sqrt(Muscle * MeanPower(new CorticothalamicField(gains).Spectrum) / MeanPower(MuscleShape));
        var keep = Math.Exp(-2 * Math.PI * MuscleHz * dt);
        Vector512<double> first = default, second = default;
        Vector512<double> Next(Vector512<double> noise)
        {
            first = (first * keep) + (noise * ((1 - keep) / Math.Sqrt(dt)));
            second = (second * keep) + (first * (1 - keep));
            return (first - second) * level;
        }

        Add(recorded, settling, substeps, new RandomStream(seed, MuscleNoise), Next, cancel);
    }

    private static void Add(double[][] recorded, int settling, int substeps, RandomStream random,
        Func<Vector512<double>, Vector512<double>> step, CancellationToken cancel)
    {
        var noise = new double[substeps * Electrodes];
        for (var s = -settling; s < recorded[0].Length; s++)
        {
            if (s % 1000 == 0)
                cancel.ThrowIfCancellationRequested();
            random.FillNormal(noise);
            Vector512<double> seen = default;
            for (var k = 0; k < noise.Length; k += Electrodes)
                seen = step(Vector512.Create<double>(noise.AsSpan(k, Electrodes)));
            for (var e = 0; s >= 0 && e < Electrodes; e++)
                recorded[e][s] += seen[e];
        }
    }

    private static double MuscleShape(double hertz)
    {
        var squared = hertz * hertz / (MuscleHz * MuscleHz);
        return squared / ((1 + squared) * (1 + squared));
    }

    private static double MeanPower(Func<double, double> spectrum) => Enumerable.Range(2, 89).Average(k => spectrum(k / 2.0));
}
