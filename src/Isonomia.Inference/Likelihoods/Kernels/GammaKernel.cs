using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Isonomia.Inference.Likelihoods.Kernels;

/// <summary>
/// The sums of the gamma likelihood, eight frequencies at a time and the last few one by one. Logarithms are the dearest
/// part: they are taken of products of many values, lane by lane, which stay within range. A division for eight
/// frequencies; measured: 0.15 us for 177.
/// </summary>
internal static class GammaKernel
{
    private const int Lanes = 8;
    private const double Least = 1e-100;
    private const double Greatest = 1e100;

    /// <summary>Sums of density/prediction and of ln prediction over what counts.</summary>
    /// <param name="density">What was observed; zero where it does not count.</param>
    /// <param name="counts">One where it counts, zero elsewhere.</param>
    /// <param name="predicted">The prediction, above zero.</param>
    public static (double Ratio, double Logs) Sums(
        ReadOnlySpan<double> density, ReadOnlySpan<double> counts, ReadOnlySpan<double> predicted)
    {
        density = density[..predicted.Length];
        counts = counts[..predicted.Length];
        ref var firstDensity = ref MemoryMarshal.GetReference(density);
        ref var firstCounts = ref MemoryMarshal.GetReference(counts);
        ref var first = ref MemoryMarshal.GetReference(predicted);
        var (least, greatest) = (Vector512.Create(Least), Vector512.Create(Greatest));
        var (ratios, products, logs) = (Vector512<double>.Zero, Vector512<double>.One, 0.0);
        var i = 0;
        for (; i + Lanes <= predicted.Length; i += Lanes)
        {
            var prediction = Vector512.LoadUnsafe(ref first, (nuint)i);
            ratios += Vector512.LoadUnsafe(ref firstDensity, (nuint)i) / prediction;
            var counted = Vector512.Equals(Vector512.LoadUnsafe(ref firstCounts, (nuint)i), Vector512<double>.One);
            products *= Vector512.ConditionalSelect(counted, prediction, Vector512<double>.One);
            if (Vector512.GreaterThanAll(products, least) && Vector512.LessThanAll(products, greatest))
                continue;
            logs += Log(products);
            products = Vector512<double>.One;
        }

        var ratio = Vector512.Sum(ratios);
        for (; i < predicted.Length; i++)
        {
            ratio += density[i] / predicted[i];
            if (counts[i] > 0)
                logs += Math.Log(predicted[i]);
        }

        return (ratio, logs + Log(products));
    }

    /// <summary>slopes = counts (perRatio density/predicted - perLog)/predicted.</summary>
    public static void Slopes(ReadOnlySpan<double> density, ReadOnlySpan<double> counts, ReadOnlySpan<double> predicted,
        double perRatio, double perLog, Span<double> slopes)
    {
        density = density[..predicted.Length];
        counts = counts[..predicted.Length];
        slopes = slopes[..predicted.Length];
        ref var firstDensity = ref MemoryMarshal.GetReference(density);
        ref var firstCounts = ref MemoryMarshal.GetReference(counts);
        ref var first = ref MemoryMarshal.GetReference(predicted);
        ref var firstSlope = ref MemoryMarshal.GetReference(slopes);
        var (ratio, log) = (Vector512.Create(perRatio), Vector512.Create(-perLog));
        var i = 0;
        for (; i + Lanes <= predicted.Length; i += Lanes)
        {
            var inverse = Vector512<double>.One / Vector512.LoadUnsafe(ref first, (nuint)i);
            var each = Vector512.FusedMultiplyAdd(ratio * Vector512.LoadUnsafe(ref firstDensity, (nuint)i), inverse, log);
            (Vector512.LoadUnsafe(ref firstCounts, (nuint)i) * (each * inverse)).StoreUnsafe(ref firstSlope, (nuint)i);
        }

        for (; i < predicted.Length; i++)
        {
            var inverse = 1 / predicted[i];
            slopes[i] = counts[i] * (Math.FusedMultiplyAdd(perRatio * density[i], inverse, -perLog) * inverse);
        }
    }

    // Lanes are within 1e-100 to 1e100, or one value beyond: the product of two is still a number.
    private static double Log(Vector512<double> products)
    {
        var pairs = products.GetLower() * products.GetUpper();
        var log = 0.0;
        for (var lane = 0; lane < 4; lane++)
            log += Math.Log(pairs[lane]);
        return log;
    }
}
