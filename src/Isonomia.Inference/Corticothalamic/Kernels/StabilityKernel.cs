using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Isonomia.Inference.Corticothalamic.Kernels;

/// <summary>
/// Nyquist's test of the uniform mode: how often d(omega)/(1 - i omega/gamma_e)^2 winds around zero from omega = 0 to
/// infinity, counted where its chords between neighbouring frequencies cross the negative real axis. Numerator and
/// denominator are polynomials in p = 1/L, and d is compared as numerator times conjugate denominator: no division.
/// 304 frequencies to 1 kHz, finest (0.25 Hz) where the delay turns d fastest; beyond, no loop is as great as 1. A chord
/// errs by (step t0 2 pi)^2/8 of the loop, at most 0.6 % below 32 Hz. About 45 operations for eight frequencies, 5 KB
/// touched; measured: 0.9 us.
/// </summary>
internal static class StabilityKernel
{
    private static readonly (double First, double Step, int Blocks)[] Segments =
        [(0, 0.25, 16), (32, 0.5, 8), (64, 2, 8), (192, 8, 4), (448, 32, 2)];

    // Hz; and up to which power of two of it segments begin.
    private const double Finest = 0.25;
    private const int Doublings = 11;

    private static readonly Vector512<double>[] Omega = MakeOmega();

    /// <summary>Whether the state is stable.</summary>
    [SkipLocalsInit]
    public static bool IsStable(in CorticothalamicGains gains)
    {
        // At omega = 0 the curve begins on the real axis, and on its negative half only if X + Y > 1.
        if (gains.X + gains.Y >= 1)
            return false;
        Span<double> re = stackalloc double[Omega.Length * 8];
        Span<double> im = stackalloc double[Omega.Length * 8];
        Trace(gains, MemoryMarshal.Cast<double, Vector512<double>>(re), MemoryMarshal.Cast<double, Vector512<double>>(im));
        return Winding(re, im) == 0;
    }

    private static void Trace(in CorticothalamicGains gains, Span<Vector512<double>> re, Span<Vector512<double>> im)
    {
        var (one, alpha, beta) = (Vector512<double>.One, Vector512.Create(-1 / gains.Alpha), Vector512.Create(-1 / gains.Beta));
        var wave = Vector512.Create(-1 / CorticalSheet.Damping);
        // Every segment begins at a sum of doubled steps of the finest, and has one of them for its own step.
        Span<Turn> doubled = stackalloc Turn[Doublings];
        doubled[0] = Turn.By(2 * Math.PI * Finest * gains.Delay);
        for (var i = 1; i < Doublings; i++)
            doubled[i] = doubled[i - 1].Twice;
        var block = 0;
        foreach (var (first, step, blocks) in Segments)
        {
            var rotation = new Rotation(Multiple(doubled, first), Multiple(doubled, step));
            for (var end = block + blocks; block < end; block++)
            {
                var omega = Omega[block];
                var p = new ComplexLanes(one, omega * alpha) * new ComplexLanes(one, omega * beta);
                var waves = new ComplexLanes(one, omega * wave);
                waves *= waves;
                var squared = p * p;
                var value = (-gains.Ee + (waves * (-gains.Ei + p))) * (-gains.Srs + squared)
                    - rotation.Next() * (gains.Esre + (gains.Ese * p));
                var reference = waves * (squared * p);
                re[block] = reference.Dot(value);
                im[block] = (reference.Re * value.Im) - (reference.Im * value.Re);
            }
        }
    }

    private static Turn Multiple(ReadOnlySpan<Turn> doubled, double hertz)
    {
        var turn = Turn.None;
        var steps = (int)(hertz / Finest);
        for (var i = 0; steps > 0; i++, steps >>= 1)
        {
            if ((steps & 1) != 0)
                turn *= doubled[i];
        }

        return turn;
    }

    private static int Winding(ReadOnlySpan<double> re, ReadOnlySpan<double> im)
    {
        var sum = Vector512<double>.Zero;
        ref var reals = ref MemoryMarshal.GetReference(re);
        ref var imaginaries = ref MemoryMarshal.GetReference(im);
        // The last chord is left to the scalar end.
        var i = 0;
        for (; i + 9 <= re.Length; i += 8)
        {
            var (re0, re1) = (Vector512.LoadUnsafe(ref reals, (nuint)i), Vector512.LoadUnsafe(ref reals, (nuint)i + 1));
            var (im0, im1) = (
                Vector512.LoadUnsafe(ref imaginaries, (nuint)i), Vector512.LoadUnsafe(ref imaginaries, (nuint)i + 1));
            var up = Vector512.GreaterThanOrEqual(im1, Vector512<double>.Zero);
            var crosses = up ^ Vector512.GreaterThanOrEqual(im0, Vector512<double>.Zero);
            // The chord meets the real axis at (re0 im1 - re1 im0)/(im1 - im0).
            var left = Vector512.LessThan((re0 * im1) - (re1 * im0), Vector512<double>.Zero) ^ ~up;
            var direction = Vector512.ConditionalSelect(up, Vector512<double>.One, -Vector512<double>.One);
            sum += crosses & left & direction;
        }

        var winding = (int)Vector512.Sum(sum);
        for (; i + 1 < re.Length; i++)
        {
            var up = im[i + 1] >= 0;
            if (up != im[i] >= 0 && ((re[i] * im[i + 1]) - (re[i + 1] * im[i]) < 0) == up)
                winding += up ? 1 : -1;
        }

        return winding;
    }

    private static Vector512<double>[] MakeOmega()
    {
        var all = Segments.SelectMany(s => Enumerable.Range(0, s.Blocks * 8).Select(i => 2 * Math.PI * (s.First + (i * s.Step))))
            .ToArray();
        return MemoryMarshal.Cast<double, Vector512<double>>(all).ToArray();
    }
}
