using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Isonomia.Numerics.Random;

namespace Isonomia.Simulation.Connectivity.Kernels;

/// <summary>
/// The random bits of one row of synapses (those of one target, or of one source), 32 bits a draw. Draw e of a row is
/// the low half, for even e, or the high half, for odd e, of word e/2 of the row's counters; so one evaluation of
/// Philox serves four synapses. A draw that is refused looks at block e of greater depth, which belongs to it alone.
/// Measured with AVX-512: about 1 ns a whole number below a bound, the bits included.
/// </summary>
internal static class RowBits
{
    /// <summary>Draws of a row are taken in runs that begin at multiples of this.</summary>
    public const int Run = 1024;

    /// <summary>Draws from <paramref name="first"/> on, an even number.</summary>
    public static void Fill(in CounterSpace row, int first, Span<uint> bits)
    {
        var even = bits.Length & ~1;
        row.Words(first / 2, MemoryMarshal.Cast<uint, ulong>(bits[..even]));
        if (even < bits.Length)
            bits[even] = (uint)row.Word((first + even) / 2);
    }

    /// <summary>
    /// Turns draws from <paramref name="first"/> on into numbers from 0 to <paramref name="count"/> - 1, each exactly
    /// as likely (Lemire 2019, doi:10.1145/3230636), in place.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Below(in CounterSpace row, int first, int count, Span<uint> draws)
    {
        var excess = unchecked(0u - (uint)count) % (uint)count;
        for (var i = 0; i < draws.Length; i++)
        {
            var product = (ulong)draws[i] * (uint)count;
            if ((uint)product < excess)
                product = Again(row, first + i, count, excess);
            draws[i] = (uint)(product >> 32);
        }
    }

    /// <summary>A draw again, the <paramref name="attempt"/>th time from 0.</summary>
    public static uint Again(in CounterSpace row, int draw, int attempt)
    {
        var block = row.Block(draw, 1 + attempt / 4);
        return (attempt & 3) switch { 0 => block.X0, 1 => block.X1, 2 => block.X2, _ => block.X3 };
    }

    private static ulong Again(in CounterSpace row, int draw, int count, uint excess)
    {
        for (var attempt = 0; ; attempt++)
        {
            var product = (ulong)Again(row, draw, attempt) * (uint)count;
            if ((uint)product >= excess)
                return product;
        }
    }
}
