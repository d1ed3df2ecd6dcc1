using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Isonomia.Inference.Likelihoods.Kernels;

/// <summary>
/// Passes over spectra of some 180 frequencies, eight at a time and the last few one by one, always in the same order, so
/// that results do not depend on the processor. Each reads and writes a few KB that lie in the first cache; measured:
/// 0.1 us for what an electrode sees.
/// </summary>
internal static class ElectrodeKernel
{
    private const int Lanes = 8;

    /// <summary>The sum.</summary>
    public static double Sum(ReadOnlySpan<double> values)
    {
        var sums = Vector512<double>.Zero;
        ref var first = ref MemoryMarshal.GetReference(values);
        var i = 0;
        for (; i + Lanes <= values.Length; i += Lanes)
            sums += Vector512.LoadUnsafe(ref first, (nuint)i);
        var sum = Vector512.Sum(sums);
        for (; i < values.Length; i++)
            sum += values[i];
        return sum;
    }

    /// <summary>The sum of products.</summary>
    public static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        b = b[..a.Length];
        var sums = Vector512<double>.Zero;
        ref var firstA = ref MemoryMarshal.GetReference(a);
        ref var firstB = ref MemoryMarshal.GetReference(b);
        var i = 0;
        for (; i + Lanes <= a.Length; i += Lanes)
            sums = Vector512.FusedMultiplyAdd(Vector512.LoadUnsafe(ref firstA, (nuint)i), Vector512.LoadUnsafe(ref firstB, (nuint)i), sums);
        var sum = Vector512.Sum(sums);
        for (; i < a.Length; i++)
            sum = Math.FusedMultiplyAdd(a[i], b[i], sum);
        return sum;
    }

    /// <summary>whole = brain + level muscle.</summary>
    public static void Mix(ReadOnlySpan<double> brain, ReadOnlySpan<double> muscle, double level, Span<double> whole)
    {
        muscle = muscle[..brain.Length];
        whole = whole[..brain.Length];
        ref var firstBrain = ref MemoryMarshal.GetReference(brain);
        ref var firstMuscle = ref MemoryMarshal.GetReference(muscle);
        ref var firstWhole = ref MemoryMarshal.GetReference(whole);
        var levels = Vector512.Create(level);
        var i = 0;
        for (; i + Lanes <= brain.Length; i += Lanes)
        {
            Vector512.FusedMultiplyAdd(levels, Vector512.LoadUnsafe(ref firstMuscle, (nuint)i), Vector512.LoadUnsafe(ref firstBrain, (nuint)i))
                .StoreUnsafe(ref firstWhole, (nuint)i);
        }

        for (; i < brain.Length; i++)
            whole[i] = Math.FusedMultiplyAdd(level, muscle[i], brain[i]);
    }

    /// <summary>smeared[i] = own values[i + 1] + side (values[i] + values[i + 2]); two fewer than the values.</summary>
    public static void Smear(ReadOnlySpan<double> values, double own, double side, Span<double> smeared)
    {
        values = values[..(smeared.Length + 2)];
        ref var first = ref MemoryMarshal.GetReference(values);
        ref var firstSmeared = ref MemoryMarshal.GetReference(smeared);
        var (owns, sides) = (Vector512.Create(own), Vector512.Create(side));
        var i = 0;
        for (; i + Lanes <= smeared.Length; i += Lanes)
        {
            var around = Vector512.LoadUnsafe(ref first, (nuint)i) + Vector512.LoadUnsafe(ref first, (nuint)i + 2);
            Vector512.FusedMultiplyAdd(owns, Vector512.LoadUnsafe(ref first, (nuint)i + 1), sides * around)
                .StoreUnsafe(ref firstSmeared, (nuint)i);
        }

        for (; i < smeared.Length; i++)
            smeared[i] = Math.FusedMultiplyAdd(own, values[i + 1], side * (values[i] + values[i + 2]));
    }
}
