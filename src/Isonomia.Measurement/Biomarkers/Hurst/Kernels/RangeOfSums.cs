using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Isonomia.Measurement.Biomarkers.Hurst.Kernels;

/// <summary>
/// The range of a window's running sums about its mean, over its standard deviation.
/// </summary>
/// <remarks>
/// Running sums of a whole run are there already (its profile), so that those of a window are the profile less the
/// straight line through its ends: no sum waits for the one before. Two passes of 8 bytes a sample, about 0.3 ns a
/// sample where adding one after the other took 4. Four running sums in a fixed order: the same bits at every vector
/// width.
/// </remarks>
internal static unsafe class RangeOfSums
{
    /// <summary>Rescaled range of a window; NaN where it does not vary.</summary>
    /// <param name="window">Samples.</param>
    /// <param name="profile">Running sums, about any level, up to and including each of these samples.</param>
    /// <param name="before">The running sum before the first of them.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double Rescaled(ReadOnlySpan<double> window, ReadOnlySpan<double> profile, double before)
    {
        var count = window.Length;
        fixed (double* x = window, sums = profile)
        {
            // From the first sample, so that what is constant is exactly nought.
            var first = x[0];
            var (total, squares, level) = (Vector256<double>.Zero, Vector256<double>.Zero, Vector256.Create(first));
            var slope = (sums[count - 1] - before) / count;
            var places = Vector256.Create(1.0, 2, 3, 4);
            var (slopes, origin, four) = (Vector256.Create(slope), Vector256.Create(before), Vector256.Create(4.0));
            var (lows, highs) = (Vector256<double>.Zero, Vector256<double>.Zero);
            var i = 0;
            for (; i <= count - 4; i += 4)
            {
                var value = Vector256.Load(x + i) - level;
                total += value;
                squares += value * value;
                var sum = Vector256.Load(sums + i) - origin - (slopes * places);
                lows = Vector256.MinNative(lows, sum);
                highs = Vector256.MaxNative(highs, sum);
                places += four;
            }

            var (mean, square) = (Total(total), Total(squares));
            var (low, high) = (0.0, 0.0);
            for (var lane = 0; lane < 4; lane++)
                (low, high) = (Math.Min(low, lows.GetElement(lane)), Math.Max(high, highs.GetElement(lane)));
            for (; i < count; i++)
            {
                var value = x[i] - first;
                mean += value;
                square += value * value;
                var sum = sums[i] - before - (slope * (i + 1));
                (low, high) = (Math.Min(low, sum), Math.Max(high, sum));
            }

            square -= mean * mean / count;
            return square > 0 ? (high - low) / Math.Sqrt(square / (count - 1)) : double.NaN;
        }
    }

    private static double Total(Vector256<double> lanes) =>
        (lanes.GetElement(0) + lanes.GetElement(1)) + (lanes.GetElement(2) + lanes.GetElement(3));
}
