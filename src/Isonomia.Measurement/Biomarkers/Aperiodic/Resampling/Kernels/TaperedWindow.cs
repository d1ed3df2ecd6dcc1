using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Isonomia.Measurement.Biomarkers.Aperiodic.Resampling.Kernels;

/// <summary>What is done to each window before and after its transform.</summary>
/// <remarks>
/// Layout: contiguous samples in, contiguous samples out; four lanes at a time, sums in the same order on every
/// machine. Cost: 0.15 ns a sample to taper (in cache), 0.5 ns a bin to add power.
/// </remarks>
internal static class TaperedWindow
{
    private const int Lanes = 4;

    /// <summary>Takes the mean from a window and multiplies it by a taper.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Fill(ReadOnlySpan<double> samples, ReadOnlySpan<double> taper, Span<double> tapered)
    {
        var n = samples.Length;
        ref var x = ref MemoryMarshal.GetReference(samples);
        ref var w = ref MemoryMarshal.GetReference(taper[..n]);
        ref var y = ref MemoryMarshal.GetReference(tapered[..n]);
        var (even, odd) = (Vector256<double>.Zero, Vector256<double>.Zero);
        var i = 0;
        for (; i <= n - 2 * Lanes; i += 2 * Lanes)
        {
            even += Vector256.LoadUnsafe(ref x, (nuint)i);
            odd += Vector256.LoadUnsafe(ref x, (nuint)(i + Lanes));
        }

        var sum = Vector256.Sum(even + odd);
        for (; i < n; i++)
            sum += samples[i];
        var mean = sum / n;
        var level = Vector256.Create(mean);
        for (i = 0; i <= n - Lanes; i += Lanes)
        {
            ((Vector256.LoadUnsafe(ref x, (nuint)i) - level) * Vector256.LoadUnsafe(ref w, (nuint)i))
                .StoreUnsafe(ref y, (nuint)i);
        }

        for (; i < n; i++)
            tapered[i] = (samples[i] - mean) * taper[i];
    }

    /// <summary>
    /// Adds the power of two real windows that were transformed as one complex one, z = a + ib:
    /// <c>|A_k|^2 + |B_k|^2 = (|Z_k|^2 + |Z_(n-k)|^2) / 2</c>.
    /// </summary>
    /// <param name="re">Real parts of Z.</param>
    /// <param name="im">Imaginary parts of Z.</param>
    /// <param name="first">The bin that belongs to the first item of <paramref name="power"/>, at least 1.</param>
    /// <param name="power">What is added to.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void AddPower(ReadOnlySpan<double> re, ReadOnlySpan<double> im, int first, Span<double> power)
    {
        var n = re.Length;
        for (var i = 0; i < power.Length; i++)
        {
            var k = first + i;
            power[i] += 0.5 * (re[k] * re[k] + im[k] * im[k] + re[n - k] * re[n - k] + im[n - k] * im[n - k]);
        }
    }
}
