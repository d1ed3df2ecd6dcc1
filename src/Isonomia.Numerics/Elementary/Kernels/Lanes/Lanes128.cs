using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Isonomia.Numerics.Elementary.Kernels.Lanes;

/// <summary>4 floats or 2 doubles; a single item is worked out here too, in every lane.</summary>
internal struct Lanes128<T> : ILanes<Lanes128<T>>
    where T : unmanaged
{
    // Set by initialisers, not by a constructor: the compiler spends half the time and locals on inlining these.
    public Vector128<T> Vector;

    public static bool IsSingle => typeof(T) == typeof(float);

    public static int Count => Vector128<T>.Count;

    public static bool HasScale => Avx512F.VL.IsSupported;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Of(double value)
    {
        if (typeof(T) == typeof(float))
            return new() { Vector = Vector128.Create((float)value).As<float, T>() };
        return new() { Vector = Vector128.Create(value).As<double, T>() };
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Of(float single, double full)
    {
        if (typeof(T) == typeof(float))
            return new() { Vector = Vector128.Create(single).As<float, T>() };
        return new() { Vector = Vector128.Create(full).As<double, T>() };
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> OfBits(int single, long full)
    {
        if (typeof(T) == typeof(float))
            return new() { Vector = Vector128.Create(single).As<int, T>() };
        return new() { Vector = Vector128.Create(full).As<long, T>() };
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> operator +(Lanes128<T> a, Lanes128<T> b) =>
        new() { Vector = a.Vector + b.Vector };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> operator -(Lanes128<T> a, Lanes128<T> b) =>
        new() { Vector = a.Vector - b.Vector };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> operator *(Lanes128<T> a, Lanes128<T> b) =>
        new() { Vector = a.Vector * b.Vector };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> operator /(Lanes128<T> a, Lanes128<T> b) =>
        new() { Vector = a.Vector / b.Vector };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> operator -(Lanes128<T> a) =>
        new() { Vector = -a.Vector };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> operator &(Lanes128<T> a, Lanes128<T> b) =>
        new() { Vector = a.Vector & b.Vector };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> operator |(Lanes128<T> a, Lanes128<T> b) =>
        new() { Vector = a.Vector | b.Vector };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> operator ^(Lanes128<T> a, Lanes128<T> b) =>
        new() { Vector = a.Vector ^ b.Vector };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Fma(Lanes128<T> a, Lanes128<T> b, Lanes128<T> c)
    {
        if (typeof(T) == typeof(float))
        {
            return new()
            {
                Vector = Vector128.FusedMultiplyAdd(
                    a.Vector.AsSingle(), b.Vector.AsSingle(), c.Vector.AsSingle()).As<float, T>(),
            };
        }

        return new()
        {
            Vector = Vector128.FusedMultiplyAdd(
                a.Vector.AsDouble(), b.Vector.AsDouble(), c.Vector.AsDouble()).As<double, T>(),
        };
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Sqrt(Lanes128<T> x) =>
        new() { Vector = Vector128.Sqrt(x.Vector) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Abs(Lanes128<T> x) =>
        new() { Vector = Vector128.Abs(x.Vector) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Floor(Lanes128<T> x)
    {
        if (typeof(T) == typeof(float))
            return new() { Vector = Vector128.Floor(x.Vector.AsSingle()).As<float, T>() };
        return new() { Vector = Vector128.Floor(x.Vector.AsDouble()).As<double, T>() };
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> AtMost(Lanes128<T> limit, Lanes128<T> x) =>
        new() { Vector = Vector128.MinNative(limit.Vector, x.Vector) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> AtLeast(Lanes128<T> limit, Lanes128<T> x) =>
        new() { Vector = Vector128.MaxNative(limit.Vector, x.Vector) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Less(Lanes128<T> a, Lanes128<T> b) =>
        new() { Vector = Vector128.LessThan(a.Vector, b.Vector) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Equal(Lanes128<T> a, Lanes128<T> b) =>
        new() { Vector = Vector128.Equals(a.Vector, b.Vector) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AllLessOrEqual(Lanes128<T> a, Lanes128<T> b) =>
        Vector128.LessThanOrEqualAll(a.Vector, b.Vector);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AllLessBits(Lanes128<T> a, Lanes128<T> b) => typeof(T) == typeof(float)
        ? Vector128.LessThanAll(a.Vector.AsInt32(), b.Vector.AsInt32())
        : Vector128.LessThanAll(a.Vector.AsInt64(), b.Vector.AsInt64());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Select(Lanes128<T> mask, Lanes128<T> a, Lanes128<T> b) =>
        new() { Vector = Vector128.ConditionalSelect(mask.Vector, a.Vector, b.Vector) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> AddBits(Lanes128<T> a, Lanes128<T> b)
    {
        if (typeof(T) == typeof(float))
            return new() { Vector = (a.Vector.AsInt32() + b.Vector.AsInt32()).As<int, T>() };
        return new() { Vector = (a.Vector.AsInt64() + b.Vector.AsInt64()).As<long, T>() };
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> EqualBits(Lanes128<T> a, Lanes128<T> b)
    {
        if (typeof(T) == typeof(float))
            return new() { Vector = Vector128.Equals(a.Vector.AsInt32(), b.Vector.AsInt32()).As<int, T>() };
        return new() { Vector = Vector128.Equals(a.Vector.AsInt64(), b.Vector.AsInt64()).As<long, T>() };
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> ShiftBitsLeft(Lanes128<T> a, int count)
    {
        if (typeof(T) == typeof(float))
            return new() { Vector = (a.Vector.AsInt32() << count).As<int, T>() };
        return new() { Vector = (a.Vector.AsInt64() << count).As<long, T>() };
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> ShiftBitsRight(Lanes128<T> a, int count)
    {
        if (typeof(T) == typeof(float))
            return new() { Vector = (a.Vector.AsInt32() >>> count).As<int, T>() };
        return new() { Vector = (a.Vector.AsInt64() >>> count).As<long, T>() };
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> ScaleNative(Lanes128<T> x, Lanes128<T> n)
    {
        if (typeof(T) == typeof(float))
            return new() { Vector = Avx512F.VL.Scale(x.Vector.AsSingle(), n.Vector.AsSingle()).As<float, T>() };
        return new() { Vector = Avx512F.VL.Scale(x.Vector.AsDouble(), n.Vector.AsDouble()).As<double, T>() };
    }

    public static double Get(Lanes128<T> x, int lane) => typeof(T) == typeof(float)
        ? x.Vector.AsSingle().GetElement(lane)
        : x.Vector.AsDouble().GetElement(lane);

    public static Lanes128<T> With(Lanes128<T> x, int lane, double value)
    {
        if (typeof(T) == typeof(float))
            return new() { Vector = x.Vector.AsSingle().WithElement(lane, (float)value).As<float, T>() };
        return new() { Vector = x.Vector.AsDouble().WithElement(lane, value).As<double, T>() };
    }
}
