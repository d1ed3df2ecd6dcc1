using Isonomia.Numerics.Spectra;

namespace Isonomia.Numerics.Filtering;

/// <summary>
/// Changes the sampling rate by a ratio of integers through a zero-phase anti-aliasing filter, with the defaults of
/// scipy.signal.resample_poly: windowed sinc, Kaiser 5.0, 20 max(up, down) + 1 taps, zeros beyond the ends.
/// Immutable; may be used by many threads at once.
/// </summary>
public sealed class Resampler
{
    private readonly double[] taps;
    private readonly int half;

    /// <summary>Prepares a ratio; common factors are taken out.</summary>
    /// <param name="up">Samples out ...</param>
    /// <param name="down">... for each of these in.</param>
    /// <exception cref="ArgumentOutOfRangeException">One is below 1.</exception>
    public Resampler(int up, int down)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(up, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(down, 1);
        var common = (int)System.Numerics.BigInteger.GreatestCommonDivisor(up, down);
        Up = up / common;
        Down = down / common;
        var larger = Math.Max(Up, Down);
        half = 10 * larger;
        taps = larger == 1
            ? [1]
            : FirDesign.Windowed((2 * half) + 1, [1.0 / larger], passZero: true, 2, WindowFunction.Kaiser(5));
        for (var i = 0; i < taps.Length; i++)
            taps[i] *= Up;
    }

    /// <summary>Samples out, in lowest terms.</summary>
    public int Up { get; }

    /// <summary>Samples in, in lowest terms.</summary>
    public int Down { get; }

    /// <summary>The number of samples that come out: n up/down, rounded up.</summary>
    public int OutputLength(int n) => checked((int)((((long)n * Up) + Down - 1) / Down));

    /// <summary>Resamples a contiguous run.</summary>
    /// <param name="x">Samples.</param>
    /// <param name="y">OutputLength of them; other memory than x.</param>
    /// <exception cref="ArgumentException">y has another length.</exception>
    public void Apply(ReadOnlySpan<double> x, Span<double> y)
    {
        if (y.Length != OutputLength(x.Length))
            throw new ArgumentException($"{OutputLength(x.Length)} samples out, room for {y.Length}", nameof(y));
        if (Up == 1 && Down == 1)
        {
            x.CopyTo(y);
            return;
        }

        for (var m = 0; m < y.Length; m++)
        {
            var at = (long)m * Down;
            var first = Math.Max(0, (at - half + Up - 1) / Up);
            var last = Math.Min(x.Length - 1, (at + half) / Up);
            var sum = 0.0;
            for (var k = first; k <= last; k++)
                sum += taps[half + at - (k * Up)] * x[(int)k];
            y[m] = sum;
        }
    }

    /// <summary>Resamples in one call.</summary>
    /// <inheritdoc cref="Resampler(int, int)" path="/param"/>
    /// <inheritdoc cref="Resampler(int, int)" path="/exception"/>
    public static double[] ResamplePoly(ReadOnlySpan<double> x, int up, int down)
    {
        var resampler = new Resampler(up, down);
        var y = new double[resampler.OutputLength(x.Length)];
        resampler.Apply(x, y);
        return y;
    }
}
