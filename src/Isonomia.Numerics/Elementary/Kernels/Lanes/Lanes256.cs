using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Isonomia.Numerics.Elementary.Kernels.Lanes;

/// <summary>8 floats or 4 doubles.</summary>
internal struct Lanes256<T> : ILanes<Lanes256<T>>
    where T : unmanaged
{
    // Set by initialisers, not by a constructor: the compiler spends half the time and locals on inlining these.
    public Vector256<T> Vector;

    public static bool IsSingle => typeof(T) == typeof(float);

    public static int Count => Vector256<T>.Count;

    public static bool HasScale => Avx512F.VL.IsSupported;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Of(double value)
    {
        if (typeof(T) == typeof(float))
            return new() { Vector = Vector256.Create((float)value).As<float, T>() };
        return new() { Vector = Vector256.Create(value).As<double, T>() };
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Of(float single, double full)
    {
        if (typeof(T) == typeof(float))
            return new() { Vector = Vector256.Create(single).As<float, T>() };
        return new() { Vector = Vector256.Create(full).As<double, T>() };
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> OfBits(int single, long full)
    {
        if (typeof(T) == typeof(float))
            return new() { Vector = Vector256.Create(single).As<int, T>() };
        return new() { Vector = Vector256.Create(full).As<long, T>() };
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> operator +(Lanes256<T> a, Lanes256<T> b) =>
        new() { Vector = a.Vector + b.Vector };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> operator -(Lanes256<T> a, Lanes256<T> b) =>
        new() { Vector = a.Vector - b.Vector };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> operator *(Lanes256<T> a, Lanes256<T> b) =>
        new() { Vector = a.Vector * b.Vector };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> operator /(Lanes256<T> a, Lanes256<T> b) =>
        new() { Vector = a.Vector / b.Vector };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> operator -(Lanes256<T> a) =>
        new() { Vector = -a.Vector };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> operator &(Lanes256<T> a, Lanes256<T> b) =>
        new() { Vector = a.Vector & b.Vector };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> operator |(Lanes256<T> a, Lanes256<T> b) =>
        new() { Vector = a.Vector | b.Vector };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> operator ^(Lanes256<T> a, Lanes256<T> b) =>
        new() { Vector = a.Vector ^ b.Vector };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Fma(Lanes256<T> a, Lanes256<T> b, Lanes256<T> c)
    {
        if (typeof(T) == typeof(float))
        {
            return new()
            {
                Vector = Vector256.FusedMultiplyAdd(
                    a.Vector.AsSingle(), b.Vector.AsSingle(), c.Vector.AsSingle()).As<float, T>(),
            };
        }

        return new()
        {
            Vector = Vector256.FusedMultiplyAdd(
                a.Vector.AsDouble(), b.Vector.AsDouble(), c.Vector.AsDouble()).As<double, T>(),
        };
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Sqrt(Lanes256<T> x) =>
        new() { Vector = Vector256.Sqrt(x.Vector) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Abs(Lanes256<T> x) =>
        new() { Vector = Vector256.Abs(x.Vector) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Floor(Lanes256<T> x)
    {
        if (typeof(T) == typeof(float))
            return new() { Vector = Vector256.Floor(x.Vector.AsSingle()).As<float, T>() };
        return new() { Vector = Vector256.Floor(x.Vector.AsDouble()).As<double, T>() };
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> AtMost(Lanes256<T> limit, Lanes256<T> x) =>
        new() { Vector = Vector256.MinNative(limit.Vector, x.Vector) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> AtLeast(Lanes256<T> limit, Lanes256<T> x) =>
        new() { Vector = Vector256.MaxNative(limit.Vector, x.Vector) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Less(Lanes256<T> a, Lanes256<T> b) =>
        new() { Vector = Vector256.LessThan(a.Vector, b.Vector) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Equal(Lanes256<T> a, Lanes256<T> b) =>
        new() { Vector = Vector256.Equals(a.Vector, b.Vector) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AllLessOrEqual(Lanes256<T> a, Lanes256<T> b) =>
        Vector256.LessThanOrEqualAll(a.Vector, b.Vector);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AllLessBits(Lanes256<T> a, Lanes256<T> b) => typeof(T) == typeof(float)
        ? Vector256.LessThanAll(a.Vector.AsInt32(), b.Vector.AsInt32())
        : Vector256.LessThanAll(a.Vector.AsInt64(), b.Vector.AsInt64());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Select(Lanes256<T> mask, Lanes256<T> a, Lanes256<T> b) =>
        new() { Vector = Vector256.ConditionalSelect(mask.Vector, a.Vector, b.Vector) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> AddBits(Lanes256<T> a, Lanes256<T> b)
    {
        if (typeof(T) == typeof(float))
            return new() { Vector = (a.Vector.AsInt32() + b.Vector.AsInt32()).As<int, T>() };
        return new() { Vector = (a.Vector.AsInt64() + b.Vector.AsInt64()).As<long, T>() };
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> EqualBits(Lanes256<T> a, Lanes256<T> b)
    {
        if (typeof(T) == typeof(float))
            return new() { Vector = Vector256.Equals(a.Vector.AsInt32(), b.Vector.AsInt32()).As<int, T>() };
        return new() { Vector = Vector256.Equals(a.Vector.AsInt64(), b.Vector.AsInt64()).As<long, T>() };
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> ShiftBitsLeft(Lanes256<T> a, int count)
    {
        if (typeof(T) == typeof(float))
            return new() { Vector = (a.Vector.AsInt32() << count).As<int, T>() };
        return new() { Vector = (a.Vector.AsInt64() << count).As<long, T>() };
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> ShiftBitsRight(Lanes256<T> a, int count)
    {
        if (typeof(T) == typeof(float))
            return new() { Vector = (a.Vector.AsInt32() >>> count).As<int, T>() };
        return new() { Vector = (a.Vector.AsInt64() >>> count).As<long, T>() };
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> ScaleNative(Lanes256<T> x, Lanes256<T> n)
    {
        if (typeof(T) == typeof(float))
            return new() { Vector = Avx512F.VL.Scale(x.Vector.AsSingle(), n.Vector.AsSingle()).As<float, T>() };
        return new() { Vector = Avx512F.VL.Scale(x.Vector.AsDouble(), n.Vector.AsDouble()).As<double, T>() };
    }

    public static double Get(Lanes256<T> x, int lane) => typeof(T) == typeof(float)
        ? x.Vector.AsSingle().GetElement(lane)
        : x.Vector.AsDouble().GetElement(lane);

    public static Lanes256<T> With(Lanes256<T> x, int lane, double value)
    {
        if (typeof(T) == typeof(float))
            return new() { Vector = x.Vector.AsSingle().WithElement(lane, (float)value).As<float, T>() };
        return new() { Vector = x.Vector.AsDouble().WithElement(lane, value).As<double, T>() };
    }
}
