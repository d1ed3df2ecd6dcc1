using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Isonomia.Numerics.Spectra.Kernels.Lanes;

namespace Isonomia.Numerics.Filtering.Kernels;

/// <summary>
/// The inner loop of resampling by up/down. Input sample q down + r lies in plane r at q, output sample q up + p in
/// plane p at q; so an output plane is a sum of input planes, shifted and weighted, and every load and store is
/// contiguous. A tap costs one load, one product and one sum for each output; 0.1 ns a tap with AVX-512, all included.
/// </summary>
internal static unsafe class Polyphase
{
    /// <summary>Outputs of a plane that are summed at once: four vectors of the widest kind.</summary>
    public const int Together = 32;

    /// <summary>to[q] = sum over i of taps[i] planes[offsets[i] + q].</summary>
    /// <param name="planes">Input planes.</param>
    /// <param name="offsets">Where each tap begins in them.</param>
    /// <param name="taps">Weights; summed in this order at every vector width.</param>
    /// <param name="to">One output plane, a multiple of <see cref="Together"/> long.</param>
    public static void Sum(
        ReadOnlySpan<double> planes, ReadOnlySpan<int> offsets, ReadOnlySpan<double> taps, Span<double> to)
    {
        if (Vector512.IsHardwareAccelerated)
            Sum<Lanes8>(planes, offsets, taps, to);
        else if (Vector256.IsHardwareAccelerated)
            Sum<Lanes4>(planes, offsets, taps, to);
        else
            Sum<Lanes2>(planes, offsets, taps, to);
    }

    /// <inheritdoc cref="Sum"/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Sum<TLanes>(
        ReadOnlySpan<double> planes, ReadOnlySpan<int> offsets, ReadOnlySpan<double> taps, Span<double> to)
        where TLanes : unmanaged, ILanes<TLanes>
    {
        fixed (double* x = planes, w = taps, y = to)
        fixed (int* offset = offsets)
        {
            for (var q = 0; q < to.Length; q += 4 * TLanes.Count)
            {
                var a = TLanes.Broadcast(0);
                var b = a;
                var c = a;
                var d = a;
                for (var i = 0; i < taps.Length; i++)
                {
                    var from = x + offset[i] + q;
                    var tap = TLanes.Broadcast(w[i]);
                    a += tap * TLanes.Load(from);
                    b += tap * TLanes.Load(from + TLanes.Count);
                    c += tap * TLanes.Load(from + (2 * TLanes.Count));
                    d += tap * TLanes.Load(from + (3 * TLanes.Count));
                }

                a.Store(y + q);
                b.Store(y + q + TLanes.Count);
                c.Store(y + q + (2 * TLanes.Count));
                d.Store(y + q + (3 * TLanes.Count));
            }
        }
    }

    /// <summary>Lays samples into planes: planes[r stride + i] = x[from + i down + r], 0 outside x, i &lt; count.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Split(
        ReadOnlySpan<double> x, long from, int down, int stride, int count, Span<double> planes)
    {
        fixed (double* source = x, to = planes)
        {
            // Periods that lie within x are moved in squares; the few others one by one.
            var begin = (int)Math.Clamp((-from + down - 1) / down, 0, count);
            var end = (int)Math.Clamp((x.Length - from) / down, begin, count);
            end = begin + ((end - begin) / Transposed.Side * Transposed.Side);
            Transposed.Rows(source + from + ((long)begin * down), end - begin, down, to + begin, stride);
            for (var i = 0; i < count; i++)
            {
                if (i == begin)
                    i = end;
                for (var r = 0; r < down && i < count; r++)
                {
                    var at = from + ((long)i * down) + r;
                    to[((long)r * stride) + i] = (ulong)at < (ulong)x.Length ? source[at] : 0;
                }
            }
        }
    }

    /// <summary>
    /// Takes planes apart again: y[i up + p] = planes[p stride + i], i &lt; count, as far as y reaches.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Join(ReadOnlySpan<double> planes, int up, int stride, int count, Span<double> y)
    {
        fixed (double* source = planes, to = y)
        {
            var end = Math.Min(count, y.Length / up) / Transposed.Side * Transposed.Side;
            Transposed.Columns(source, up, stride, to, end);
            for (var rest = end * up; rest < y.Length && rest < count * up; rest++)
                to[rest] = source[((long)(rest % up) * stride) + (rest / up)];
        }
    }
}
