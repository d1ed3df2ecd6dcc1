using System.Runtime.CompilerServices;

namespace Isonomia.Numerics.Spectra.Kernels.Lanes;

/// <summary>As many complex numbers as a vector has lanes; their parts come from arrays of their own.</summary>
internal readonly unsafe struct ComplexLanes<TLanes>(TLanes re, TLanes im)
    where TLanes : unmanaged, ILanes<TLanes>
{
    private readonly TLanes re = re;
    private readonly TLanes im = im;

    /// <summary>This plus i times another.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ComplexLanes<TLanes> PlusI(ComplexLanes<TLanes> other) => new(re - other.im, im + other.re);

    /// <summary>This minus i times another.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ComplexLanes<TLanes> MinusI(ComplexLanes<TLanes> other) => new(re + other.im, im - other.re);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ComplexLanes<TLanes> Load(double* re, double* im) => new(TLanes.Load(re), TLanes.Load(im));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ComplexLanes<TLanes> Broadcast(double* number) =>
        new(TLanes.Broadcast(number[0]), TLanes.Broadcast(number[1]));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(double* toRe, double* toIm)
    {
        re.Store(toRe);
        im.Store(toIm);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void StoreApart(double* toRe, double* toIm, int stride)
    {
        re.StoreApart(toRe, stride);
        im.StoreApart(toIm, stride);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreInterleaved(
        ComplexLanes<TLanes> a,
        ComplexLanes<TLanes> b,
        ComplexLanes<TLanes> c,
        ComplexLanes<TLanes> d,
        double* toRe,
        double* toIm)
    {
        TLanes.StoreInterleaved(a.re, b.re, c.re, d.re, toRe);
        TLanes.StoreInterleaved(a.im, b.im, c.im, d.im, toIm);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ComplexLanes<TLanes> operator +(ComplexLanes<TLanes> a, ComplexLanes<TLanes> b) =>
        new(a.re + b.re, a.im + b.im);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ComplexLanes<TLanes> operator -(ComplexLanes<TLanes> a, ComplexLanes<TLanes> b) =>
        new(a.re - b.re, a.im - b.im);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ComplexLanes<TLanes> operator *(ComplexLanes<TLanes> a, ComplexLanes<TLanes> b) =>
        new((a.re * b.re) - (a.im * b.im), (a.re * b.im) + (a.im * b.re));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ComplexLanes<TLanes> operator *(ComplexLanes<TLanes> a, TLanes b) => new(a.re * b, a.im * b);
}
