using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Isonomia.Numerics.Spectra.Kernels;

/// <summary>Loops that treat each element alike: one load or two, one operation, one store; bound by memory.</summary>
internal static unsafe class Elementwise
{
    /// <summary>x *= factor.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Scale(Span<double> x, double factor)
    {
        fixed (double* p = x)
        {
            var i = 0;
            for (; i <= x.Length - 4; i += 4)
                (Vector256.Load(p + i) * factor).Store(p + i);
            for (; i < x.Length; i++)
                p[i] *= factor;
        }
    }

    /// <summary>z *= gain, a complex array times a real one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Scale(Span<double> re, Span<double> im, ReadOnlySpan<double> gain)
    {
        fixed (double* r = re, m = im, g = gain)
        {
            var i = 0;
            for (; i <= gain.Length - 4; i += 4)
            {
                var factor = Vector256.Load(g + i);
                (Vector256.Load(r + i) * factor).Store(r + i);
                (Vector256.Load(m + i) * factor).Store(m + i);
            }

            for (; i < gain.Length; i++)
            {
                r[i] *= g[i];
                m[i] *= g[i];
            }
        }
    }

    /// <summary>z *= w, both complex.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Multiply(
        Span<double> re, Span<double> im, ReadOnlySpan<double> byRe, ReadOnlySpan<double> byIm)
    {
        fixed (double* r = re, m = im, wr = byRe, wi = byIm)
        {
            var i = 0;
            for (; i <= re.Length - 4; i += 4)
            {
                var (a, b) = (Vector256.Load(r + i), Vector256.Load(m + i));
                var (c, d) = (Vector256.Load(wr + i), Vector256.Load(wi + i));
                ((a * c) - (b * d)).Store(r + i);
                ((a * d) + (b * c)).Store(m + i);
            }

            for (; i < re.Length; i++)
            {
                var (a, b) = (r[i], m[i]);
                r[i] = (a * wr[i]) - (b * wi[i]);
                m[i] = (a * wi[i]) + (b * wr[i]);
            }
        }
    }

    /// <summary>to = (x - (level + slope i)) window, a segment without its trend, tapered.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Taper(
        ReadOnlySpan<double> x, double level, double slope, ReadOnlySpan<double> window, Span<double> to)
    {
        fixed (double* p = x, w = window, t = to)
        {
            var i = 0;
            var index = Vector256.Create(0.0, 1, 2, 3);
            for (; i <= to.Length - 4; i += 4)
            {
                ((Vector256.Load(p + i) - (Vector256.Create(level) + (index * slope))) * Vector256.Load(w + i))
                    .Store(t + i);
                index += Vector256.Create(4.0);
            }

            for (; i < to.Length; i++)
                t[i] = (p[i] - (level + (i * slope))) * w[i];
        }
    }

    /// <summary>sum += re^2 + im^2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AddPower(ReadOnlySpan<double> re, ReadOnlySpan<double> im, Span<double> sum)
    {
        fixed (double* r = re, m = im, t = sum)
        {
            var i = 0;
            for (; i <= sum.Length - 4; i += 4)
            {
                var a = Vector256.Load(r + i);
                var b = Vector256.Load(m + i);
                (Vector256.Load(t + i) + ((a * a) + (b * b))).Store(t + i);
            }

            for (; i < sum.Length; i++)
                t[i] += (r[i] * r[i]) + (m[i] * m[i]);
        }
    }

    /// <summary>to = sqrt(a^2 + b^2).</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Magnitude(ReadOnlySpan<double> a, ReadOnlySpan<double> b, Span<double> to)
    {
        fixed (double* p = a, q = b, t = to)
        {
            var i = 0;
            for (; i <= to.Length - 4; i += 4)
            {
                var u = Vector256.Load(p + i);
                var v = Vector256.Load(q + i);
                Vector256.Sqrt((u * u) + (v * v)).Store(t + i);
            }

            for (; i < to.Length; i++)
                t[i] = Math.Sqrt((p[i] * p[i]) + (q[i] * q[i]));
        }
    }
}
