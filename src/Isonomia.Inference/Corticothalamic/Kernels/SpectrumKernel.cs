using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Isonomia.Inference.Corticothalamic.Kernels;

/// <summary>
/// The spectrum of the corticothalamic field, eight frequencies at a time: P = |L^2/(A B)|^2 sum over modes of
/// w/|k^2 + q^2|^2 with A = 1 - G_ei L, B = 1 - G_srs L^2, q^2 = (1 - i omega/gamma)^2 - (G_ee L + Y)/A and
/// Y = (G_ese L^2 + G_esre L^3) exp(i omega t0)/B. What <see cref="SlopeKernel"/> needs is left in the workspace. Two
/// divisions and one for each mode; about 110 operations for eight frequencies; measured: 1.6 us for 177 frequencies.
/// </summary>
internal static class SpectrumKernel
{
    private static readonly double[] Squared = [.. CorticalSheet.Modes.Select(m => m.SquaredWaveNumber)];
    private static readonly double[] Weight = [.. CorticalSheet.Modes.Select(m => m.Weight)];

    public static void Run(in CorticothalamicGains gains, SpectrumWorkspace work)
    {
        var one = Vector512<double>.One;
        var (alpha, beta) = (Vector512.Create(-1 / gains.Alpha), Vector512.Create(-1 / gains.Beta));
        var wave = Vector512.Create(-1 / CorticalSheet.Damping);
        var rotation = new Rotation(Turn.By(work.FirstOmega * gains.Delay), Turn.By(work.StepOmega * gains.Delay));
        var omegas = work.Omega;
        Span<Vector512<double>> magnitudes = stackalloc Vector512<double>[Squared.Length];
        Span<Vector512<double>> before = stackalloc Vector512<double>[Squared.Length];
        for (var i = 0; i < omegas.Length; i++)
        {
            var omega = omegas[i];
            var l = (new ComplexLanes(one, omega * alpha) * new ComplexLanes(one, omega * beta)).Inverse();
            var squared = l * l;
            var a = 1 + ((-gains.Ei) * l);
            var b = 1 + ((-gains.Srs) * squared);
            var inverse = (a * b).Inverse();
            var delayed = rotation.Next() * (a * inverse);
            var loop = squared * ((gains.Ese + (gains.Esre * l)) * delayed);
            var waves = new ComplexLanes(one, omega * wave);
            var dispersion = (waves * waves) - (((gains.Ee * l) + loop) * (b * inverse));
            var (sum, pull) = OverModes(dispersion, magnitudes, before);
            var drive = (squared * inverse).SquaredMagnitude;
            work.Response[i] = l;
            work.InverseCortex[i] = b * inverse;
            work.InverseThalamus[i] = a * inverse;
            work.Delayed[i] = delayed;
            work.Loop[i] = loop;
            work.Drive[i] = drive;
            work.Sum[i] = sum;
            work.Pull[i] = pull;
            work.Power[i] = drive * sum;
        }
    }

    /// <summary>
    /// The sum over modes of w/|k^2 + q^2|^2, and of w (k^2 + q^2)/|k^2 + q^2|^4, its slope by conj(q^2). One division
    /// serves all modes: each one's inverse is that of the product, times what stands before it and after it.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector512<double> Sum, ComplexLanes Pull) OverModes(
        ComplexLanes dispersion, Span<Vector512<double>> magnitudes, Span<Vector512<double>> before)
    {
        var imaginary = dispersion.Im * dispersion.Im;
        var product = Vector512<double>.One;
        for (var m = 0; m < magnitudes.Length; m++)
        {
            var real = dispersion.Re + Vector512.Create(Squared[m]);
            magnitudes[m] = Vector512.FusedMultiplyAdd(real, real, imaginary);
            before[m] = product;
            product *= magnitudes[m];
        }

        var (sum, re, all) = (Vector512<double>.Zero, Vector512<double>.Zero, Vector512<double>.Zero);
        var after = Vector512<double>.One / product;
        for (var m = magnitudes.Length - 1; m >= 0; m--)
        {
            var inverse = after * before[m];
            after *= magnitudes[m];
            var weighted = Vector512.Create(Weight[m]) * inverse;
            sum += weighted;
            weighted *= inverse;
            re = Vector512.FusedMultiplyAdd(weighted, dispersion.Re + Vector512.Create(Squared[m]), re);
            all += weighted;
        }

        return (sum, new(re, all * dispersion.Im));
    }
}
