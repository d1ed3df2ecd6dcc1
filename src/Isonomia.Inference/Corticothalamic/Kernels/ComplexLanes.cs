using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Isonomia.Inference.Corticothalamic.Kernels;

/// <summary>Eight complex numbers. Every lane is computed alike, so results do not depend on the processor's width.</summary>
internal readonly struct ComplexLanes(Vector512<double> re, Vector512<double> im)
{
    public readonly Vector512<double> Re = re;
    public readonly Vector512<double> Im = im;

    public Vector512<double> SquaredMagnitude
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector512.FusedMultiplyAdd(Re, Re, Im * Im);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ComplexLanes operator +(ComplexLanes a, ComplexLanes b) => new(a.Re + b.Re, a.Im + b.Im);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ComplexLanes operator -(ComplexLanes a, ComplexLanes b) => new(a.Re - b.Re, a.Im - b.Im);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ComplexLanes operator *(ComplexLanes a, ComplexLanes b) => new(
        Vector512.FusedMultiplyAdd(a.Re, b.Re, -(a.Im * b.Im)), Vector512.FusedMultiplyAdd(a.Re, b.Im, a.Im * b.Re));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ComplexLanes operator *(double a, ComplexLanes b) => new(b.Re * a, b.Im * a);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ComplexLanes operator *(Vector512<double> a, ComplexLanes b) => new(b.Re * a, b.Im * a);

    /// <summary>Adds a real number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ComplexLanes operator +(double a, ComplexLanes b) => new(b.Re + Vector512.Create(a), b.Im);

    /// <summary>1/this.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ComplexLanes Inverse()
    {
        var scale = Vector512<double>.One / SquaredMagnitude;
        return new(Re * scale, -(Im * scale));
    }

    /// <summary>The real part of conj(this) times another.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<double> Dot(ComplexLanes other) => Vector512.FusedMultiplyAdd(Re, other.Re, Im * other.Im);
}
