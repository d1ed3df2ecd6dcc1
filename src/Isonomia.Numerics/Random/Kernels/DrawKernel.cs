using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Isonomia.Numerics.Random.Kernels;

/// <summary>
/// Turns random words into draws, in place: each word is overwritten by the double it gives (8 bytes in, 8 out).
/// The scalar faces and the four-lane faces give the same bits.
/// </summary>
internal static class DrawKernel
{
    /// <summary>The 53 high bits as a multiple of 2^-53 in [0, 1).</summary>
    public static double Uniform(ulong word) => (word >> 11) * (1.0 / (1L << 53));

    /// <summary>The middle of one of 2^52 equal cells: in (0, 1), symmetric about 1/2.</summary>
    public static double Open(ulong word) => ((word >> 12) + 0.5) * (1.0 / (1L << 52));

    public static double Normal(ulong word) => NormalQuantile.At(Open(word));

    public static double Exponential(ulong word) => -PortableLog.Of(Open(word));

    public static Span<double> Uniform(Span<ulong> words)
    {
        var draws = MemoryMarshal.Cast<ulong, double>(words);
        var done = 0;
        for (; done <= words.Length - 4; done += 4)
        {
            var high = (Vector256.Create<ulong>(words[done..]) >>> 11).AsInt64();
            (Vector256.ConvertToDouble(high) * Vector256.Create(1.0 / (1L << 53))).CopyTo(draws[done..]);
        }

        for (; done < words.Length; done++)
            draws[done] = Uniform(words[done]);
        return draws;
    }

    public static Span<double> Open(Span<ulong> words)
    {
        var draws = MemoryMarshal.Cast<ulong, double>(words);
        var done = 0;
        for (; done <= words.Length - 4; done += 4)
        {
            var high = (Vector256.Create<ulong>(words[done..]) >>> 12).AsInt64();
            var middle = Vector256.ConvertToDouble(high) + Vector256.Create(0.5);
            (middle * Vector256.Create(1.0 / (1L << 52))).CopyTo(draws[done..]);
        }

        for (; done < words.Length; done++)
            draws[done] = Open(words[done]);
        return draws;
    }

    public static Span<double> Normal(Span<ulong> words)
    {
        var draws = Open(words);
        NormalQuantile.InPlace(draws);
        return draws;
    }

    public static Span<double> Exponential(Span<ulong> words)
    {
        var draws = Open(words);
        var done = 0;
        for (; done <= draws.Length - 4; done += 4)
            (-PortableLog.Of(Vector256.Create<double>(draws[done..]))).CopyTo(draws[done..]);
        for (; done < draws.Length; done++)
            draws[done] = -PortableLog.Of(draws[done]);
        return draws;
    }
}
