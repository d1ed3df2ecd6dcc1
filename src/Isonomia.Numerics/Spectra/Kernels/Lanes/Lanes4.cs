using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Isonomia.Numerics.Spectra.Kernels.Lanes;

/// <summary>Four doubles: AVX.</summary>
internal readonly unsafe struct Lanes4(Vector256<double> value) : ILanes<Lanes4>
{
    private readonly Vector256<double> value = value;

    public static int Count => 4;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes4 Load(double* from) => new(Vector256.Load(from));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes4 Broadcast(double value) => new(Vector256.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(double* to) => value.Store(to);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void StoreApart(double* to, int stride)
    {
        new Lanes2(value.GetLower()).StoreApart(to, stride);
        new Lanes2(value.GetUpper()).StoreApart(to + (2 * stride), stride);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreInterleaved(Lanes4 a, Lanes4 b, Lanes4 c, Lanes4 d, double* to)
    {
        if (!Avx.IsSupported)
        {
            Lanes2.StoreInterleaved(
                new(a.value.GetLower()), new(b.value.GetLower()), new(c.value.GetLower()), new(d.value.GetLower()), to);
            Lanes2.StoreInterleaved(
                new(a.value.GetUpper()), new(b.value.GetUpper()), new(c.value.GetUpper()), new(d.value.GetUpper()),
                to + 8);
            return;
        }

        var ab02 = Avx.UnpackLow(a.value, b.value);
        var ab13 = Avx.UnpackHigh(a.value, b.value);
        var cd02 = Avx.UnpackLow(c.value, d.value);
        var cd13 = Avx.UnpackHigh(c.value, d.value);
        Avx.Permute2x128(ab02, cd02, 0x20).Store(to);
        Avx.Permute2x128(ab13, cd13, 0x20).Store(to + 4);
        Avx.Permute2x128(ab02, cd02, 0x31).Store(to + 8);
        Avx.Permute2x128(ab13, cd13, 0x31).Store(to + 12);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes4 operator +(Lanes4 a, Lanes4 b) => new(a.value + b.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes4 operator -(Lanes4 a, Lanes4 b) => new(a.value - b.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes4 operator *(Lanes4 a, Lanes4 b) => new(a.value * b.value);
}
