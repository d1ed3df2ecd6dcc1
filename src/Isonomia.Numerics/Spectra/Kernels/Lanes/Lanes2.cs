using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Isonomia.Numerics.Spectra.Kernels.Lanes;

/// <summary>Two doubles: SSE2, Neon.</summary>
internal readonly unsafe struct Lanes2(Vector128<double> value) : ILanes<Lanes2>
{
    private readonly Vector128<double> value = value;

    public static int Count => 2;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes2 Load(double* from) => new(Vector128.Load(from));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes2 Broadcast(double value) => new(Vector128.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(double* to) => value.Store(to);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void StoreApart(double* to, int stride)
    {
        to[0] = value.GetElement(0);
        to[stride] = value.GetElement(1);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreInterleaved(Lanes2 a, Lanes2 b, Lanes2 c, Lanes2 d, double* to)
    {
        Vector128.Create(a.value.GetElement(0), b.value.GetElement(0)).Store(to);
        Vector128.Create(c.value.GetElement(0), d.value.GetElement(0)).Store(to + 2);
        Vector128.Create(a.value.GetElement(1), b.value.GetElement(1)).Store(to + 4);
        Vector128.Create(c.value.GetElement(1), d.value.GetElement(1)).Store(to + 6);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes2 operator +(Lanes2 a, Lanes2 b) => new(a.value + b.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes2 operator -(Lanes2 a, Lanes2 b) => new(a.value - b.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes2 operator *(Lanes2 a, Lanes2 b) => new(a.value * b.value);
}
