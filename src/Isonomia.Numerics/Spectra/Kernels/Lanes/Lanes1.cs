using System.Runtime.CompilerServices;

namespace Isonomia.Numerics.Spectra.Kernels.Lanes;

/// <summary>One double: the scalar reference, and the path for strides too short for a vector.</summary>
internal readonly unsafe struct Lanes1(double value) : ILanes<Lanes1>
{
    private readonly double value = value;

    public static int Count => 1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1 Load(double* from) => new(*from);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1 Broadcast(double value) => new(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(double* to) => *to = value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void StoreApart(double* to, int stride) => *to = value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreInterleaved(Lanes1 a, Lanes1 b, Lanes1 c, Lanes1 d, double* to)
    {
        to[0] = a.value;
        to[1] = b.value;
        to[2] = c.value;
        to[3] = d.value;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1 operator +(Lanes1 a, Lanes1 b) => new(a.value + b.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1 operator -(Lanes1 a, Lanes1 b) => new(a.value - b.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1 operator *(Lanes1 a, Lanes1 b) => new(a.value * b.value);
}
