using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Isonomia.Numerics.Elementary.Kernels.Lanes;

/// <summary>16 floats or 8 doubles.</summary>
internal struct Lanes512<T> : ILanes<Lanes512<T>>
    where T : unmanaged
{
    // Set by initialisers, not by a constructor: the compiler spends half the time and locals on inlining these.
    public Vector512<T> Vector;

    public static bool IsSingle => typeof(T) == typeof(float);

    public static int Count => Vector512<T>.Count;

    public static bool HasScale => Avx512F.IsSupported;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Of(double value)
    {
        if (typeof(T) == typeof(float))
            return new() { Vector = Vector512.Create((float)value).As<float, T>() };
        return new() { Vector = Vector512.Create(value).As<double, T>() };
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Of(float single, double full)
    {
        if (typeof(T) == typeof(float))
            return new() { Vector = Vector512.Create(single).As<float, T>() };
        return new() { Vector = Vector512.Create(full).As<double, T>() };
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> OfBits(int single, long full)
    {
        if (typeof(T) == typeof(float))
            return new() { Vector = Vector512.Create(single).As<int, T>() };
        return new() { Vector = Vector512.Create(full).As<long, T>() };
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> operator +(Lanes512<T> a, Lanes512<T> b) =>
        new() { Vector = a.Vector + b.Vector };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> operator -(Lanes512<T> a, Lanes512<T> b) =>
        new() { Vector = a.Vector - b.Vector };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> operator *(Lanes512<T> a, Lanes512<T> b) =>
        new() { Vector = a.Vector * b.Vector };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> operator /(Lanes512<T> a, Lanes512<T> b) =>
        new() { Vector = a.Vector / b.Vector };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> operator -(Lanes512<T> a) =>
        new() { Vector = -a.Vector };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> operator &(Lanes512<T> a, Lanes512<T> b) =>
        new() { Vector = a.Vector & b.Vector };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> operator |(Lanes512<T> a, Lanes512<T> b) =>
        new() { Vector = a.Vector | b.Vector };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> operator ^(Lanes512<T> a, Lanes512<T> b) =>
        new() { Vector = a.Vector ^ b.Vector };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Fma(Lanes512<T> a, Lanes512<T> b, Lanes512<T> c)
    {
        if (typeof(T) == typeof(float))
        {
            return new()
            {
                Vector = Vector512.FusedMultiplyAdd(
                    a.Vector.AsSingle(), b.Vector.AsSingle(), c.Vector.AsSingle()).As<float, T>(),
            };
        }

        return new()
        {
            Vector = Vector512.FusedMultiplyAdd(
                a.Vector.AsDouble(), b.Vector.AsDouble(), c.Vector.AsDouble()).As<double, T>(),
        };
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Sqrt(Lanes512<T> x) =>
        new() { Vector = Vector512.Sqrt(x.Vector) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Abs(Lanes512<T> x) =>
        new() { Vector = Vector512.Abs(x.Vector) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Floor(Lanes512<T> x)
    {
        if (typeof(T) == typeof(float))
            return new() { Vector = Vector512.Floor(x.Vector.AsSingle()).As<float, T>() };
        return new() { Vector = Vector512.Floor(x.Vector.AsDouble()).As<double, T>() };
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> AtMost(Lanes512<T> limit, Lanes512<T> x) =>
        new() { Vector = Vector512.MinNative(limit.Vector, x.Vector) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> AtLeast(Lanes512<T> limit, Lanes512<T> x) =>
        new() { Vector = Vector512.MaxNative(limit.Vector, x.Vector) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Less(Lanes512<T> a, Lanes512<T> b) =>
        new() { Vector = Vector512.LessThan(a.Vector, b.Vector) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Equal(Lanes512<T> a, Lanes512<T> b) =>
        new() { Vector = Vector512.Equals(a.Vector, b.Vector) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AllLessOrEqual(Lanes512<T> a, Lanes512<T> b) =>
        Vector512.LessThanOrEqualAll(a.Vector, b.Vector);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AllLessBits(Lanes512<T> a, Lanes512<T> b) => typeof(T) == typeof(float)
        ? Vector512.LessThanAll(a.Vector.AsInt32(), b.Vector.AsInt32())
        : Vector512.LessThanAll(a.Vector.AsInt64(), b.Vector.AsInt64());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Select(Lanes512<T> mask, Lanes512<T> a, Lanes512<T> b) =>
        new() { Vector = Vector512.ConditionalSelect(mask.Vector, a.Vector, b.Vector) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> AddBits(Lanes512<T> a, Lanes512<T> b)
    {
        if (typeof(T) == typeof(float))
            return new() { Vector = (a.Vector.AsInt32() + b.Vector.AsInt32()).As<int, T>() };
        return new() { Vector = (a.Vector.AsInt64() + b.Vector.AsInt64()).As<long, T>() };
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> EqualBits(Lanes512<T> a, Lanes512<T> b)
    {
        if (typeof(T) == typeof(float))
            return new() { Vector = Vector512.Equals(a.Vector.AsInt32(), b.Vector.AsInt32()).As<int, T>() };
        return new() { Vector = Vector512.Equals(a.Vector.AsInt64(), b.Vector.AsInt64()).As<long, T>() };
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> ShiftBitsLeft(Lanes512<T> a, int count)
    {
        if (typeof(T) == typeof(float))
            return new() { Vector = (a.Vector.AsInt32() << count).As<int, T>() };
        return new() { Vector = (a.Vector.AsInt64() << count).As<long, T>() };
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> ShiftBitsRight(Lanes512<T> a, int count)
    {
        if (typeof(T) == typeof(float))
            return new() { Vector = (a.Vector.AsInt32() >>> count).As<int, T>() };
        return new() { Vector = (a.Vector.AsInt64() >>> count).As<long, T>() };
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> ScaleNative(Lanes512<T> x, Lanes512<T> n)
    {
        if (typeof(T) == typeof(float))
            return new() { Vector = Avx512F.Scale(x.Vector.AsSingle(), n.Vector.AsSingle()).As<float, T>() };
        return new() { Vector = Avx512F.Scale(x.Vector.AsDouble(), n.Vector.AsDouble()).As<double, T>() };
    }

    public static double Get(Lanes512<T> x, int lane) => typeof(T) == typeof(float)
        ? x.Vector.AsSingle().GetElement(lane)
        : x.Vector.AsDouble().GetElement(lane);

    public static Lanes512<T> With(Lanes512<T> x, int lane, double value)
    {
        if (typeof(T) == typeof(float))
            return new() { Vector = x.Vector.AsSingle().WithElement(lane, (float)value).As<float, T>() };
        return new() { Vector = x.Vector.AsDouble().WithElement(lane, value).As<double, T>() };
    }
}
