using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Isonomia.Numerics.Elementary.Kernels.Lanes;
using Isonomia.Numerics.Random;
using Isonomia.Numerics.Random.Kernels;
using Isonomia.Numerics.Random.Sampling;

namespace Isonomia.Simulation.Compilation.Kernels;

/// <summary>
/// Draws of cells: pure functions of (seed, purpose, cell, step), where the purpose names population and site.
/// Layout: a uniform or normal draw takes 32 bits, whatever its precision: of the <see cref="RandomStream"/> of (seed,
/// purpose, entity = step mod 2^32), position cell/2 + 2^33 floor(step/2^32), an even cell the low half and an odd one
/// the high half. So one evaluation of Philox serves four cells. A Poisson draw is the stream of (seed, purpose, entity
/// = cell) at position = step. Draws that all cells share stand at position 2^32.
/// Measured with AVX-512, in single precision: 0.5 ns a uniform, 1.1 a normal, 25 to 45 a Poisson draw.
/// </summary>
internal static unsafe class CellDraws
{
    private const long SharedPosition = 1L << 32;

    /// <summary>Uniform on [0, 1): a multiple of 2^-24.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void UniformSingle(nint frame, int site, int firstCell, int count, nint destination)
    {
        var words = new Span<uint>((void*)destination, count);
        Bits((StepFrame*)frame, site, firstCell, words);
        var draws = MemoryMarshal.Cast<uint, float>(words);
        var done = 0;
        for (; done + Vector<uint>.Count <= count; done += Vector<uint>.Count)
        {
            // 24 bits are exact as signed numbers, and converting those is one instruction.
            var high = Vector.AsVectorInt32(new Vector<uint>(words[done..]) >>> 8);
            (Vector.ConvertToSingle(high) * (1f / (1 << 24))).CopyTo(draws[done..]);
        }

        for (; done < count; done++)
            draws[done] = (words[done] >> 8) * (1f / (1 << 24));
    }

    /// <summary>Uniform on [0, 1): a multiple of 2^-32.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void UniformDouble(nint frame, int site, int firstCell, int count, nint destination)
    {
        Span<uint> words = stackalloc uint[count];
        Bits((StepFrame*)frame, site, firstCell, words);
        for (var i = 0; i < count; i++)
            ((double*)destination)[i] = words[i] * (1.0 / (1L << 32));
    }

    /// <summary>Standard normal, at most 6.3 in size, to 8e-7 of its size (2e-7 near 0).</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void NormalSingle(nint frame, int site, int firstCell, int count, nint destination)
    {
        var words = new Span<uint>((void*)destination, count);
        Bits((StepFrame*)frame, site, firstCell, words);
        Tails(words, (float*)destination);
        FunctionLoops.Unary<FromTail, float>(destination, count);
    }

    /// <summary>
    /// Turns 32-bit words into standard normals of single precision in place, at most 6.3 in size, to 8e-7 of their
    /// size (2e-7 near 0).
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Normals(Span<uint> words)
    {
        const int Run = 256, Line = 64;
        var memory = stackalloc byte[Run * sizeof(uint) + Line];
        var place = ((nint)memory + Line - 1) & -Line;
        for (var done = 0; done < words.Length; done += Run)
        {
            var run = words[done..Math.Min(done + Run, words.Length)];
            var copy = new Span<uint>((void*)place, run.Length);
            run.CopyTo(copy);
            Tails(copy, (float*)place);
            FunctionLoops.Unary<FromTail, float>(place, run.Length);
            copy.CopyTo(run);
        }
    }

    /// <summary>Standard normal, at most 6.3 in size: the quantile of the middle of one of 2^32 equal parts.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void NormalDouble(nint frame, int site, int firstCell, int count, nint destination)
    {
        Span<uint> words = stackalloc uint[count];
        Bits((StepFrame*)frame, site, firstCell, words);
        var draws = new Span<double>((void*)destination, count);
        for (var i = 0; i < count; i++)
            draws[i] = Tail(words[i]);
        NormalQuantile.InPlace(draws);
        for (var i = 0; i < count; i++)
            draws[i] = (int)words[i] < 0 ? draws[i] : -draws[i];
    }

    /// <summary>Replaces means by counts; by NaN what is no mean.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void PoissonSingle(nint frame, int site, int firstCell, int count, nint destination)
    {
        var counts = (float*)destination;
        for (var i = 0; i < count; i++)
            counts[i] = (float)Poisson((StepFrame*)frame, site, (uint)(firstCell + i), counts[i]);
    }

    /// <inheritdoc cref="PoissonSingle"/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void PoissonDouble(nint frame, int site, int firstCell, int count, nint destination)
    {
        var counts = (double*)destination;
        for (var i = 0; i < count; i++)
            counts[i] = Poisson((StepFrame*)frame, site, (uint)(firstCell + i), counts[i]);
    }

    /// <summary>A uniform draw that all cells share.</summary>
    public static double SharedUniform(nint frame, int site) =>
        (uint)Space((StepFrame*)frame, site).Word(SharedPosition + High((StepFrame*)frame)) * (1.0 / (1L << 32));

    /// <summary>A normal draw that all cells share.</summary>
    public static double SharedNormal(nint frame, int site)
    {
        var word = (uint)Space((StepFrame*)frame, site).Word(SharedPosition + High((StepFrame*)frame));
        var size = NormalQuantile.At(Tail(word));
        return (int)word < 0 ? size : -size;
    }

    /// <summary>A Poisson draw that all cells share.</summary>
    public static double SharedPoisson(double mean, nint frame, int site) =>
        Poisson((StepFrame*)frame, site, uint.MaxValue, mean);

    private static double Poisson(StepFrame* frame, int site, uint cell, double mean)
    {
        if (!(mean is >= 0 and <= 1e15))
            return double.NaN;
        var space = new CounterSpace(frame->Seed, ((uint*)frame->Purposes)[site], cell);
        return mean < 10
            ? PoissonDraw.ByInversion(DrawKernel.Uniform(space.Word(frame->Step)), mean)
            : PoissonDraw.ByRejection(space, frame->Step, mean);
    }

    private static CounterSpace Space(StepFrame* frame, int site) =>
        new(frame->Seed, ((uint*)frame->Purposes)[site], (uint)frame->Step);

    private static long High(StepFrame* frame) => (long)((ulong)frame->Step >> 32) << 33;

    private static void Bits(StepFrame* frame, int site, int firstCell, Span<uint> words) =>
        Space(frame, site).Words(High(frame) + firstCell / 2, MemoryMarshal.Cast<uint, ulong>(words));

    // The probability of the tail that a word stands for, the middle of one of 2^31 parts of (0, 1/2).
    private static double Tail(uint word) =>
        ((int.MaxValue - ((int)word ^ ((int)word >> 31))) + 0.5) * (1.0 / (1L << 32));

    // The same in single precision, with the word's sign; in place of the words.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tails(Span<uint> words, float* tails)
    {
        var done = 0;
        for (; done + Vector<int>.Count <= words.Length; done += Vector<int>.Count)
        {
            var word = Vector.AsVectorInt32(new Vector<uint>(words[done..]));
            var rest = new Vector<int>(int.MaxValue) - (word ^ (word >> 31));
            var tail = (Vector.ConvertToSingle(rest) + new Vector<float>(0.5f)) * (1f / (1L << 32));
            var sign = word & new Vector<int>(int.MinValue);
            Vector.Store(Vector.BitwiseOr(tail, Vector.AsVectorSingle(sign)), tails + done);
        }

        for (; done < words.Length; done++)
        {
            var word = (int)words[done];
            var tail = ((float)(int.MaxValue - (word ^ (word >> 31))) + 0.5f) * (1f / (1L << 32));
            tails[done] = word < 0 ? -tail : tail;
        }
    }

    private readonly struct FromTail : IUnaryFunction
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static V Of<V>(V x)
            where V : struct, ILanes<V> => NormalTail<V>.Of(x);
    }
}
