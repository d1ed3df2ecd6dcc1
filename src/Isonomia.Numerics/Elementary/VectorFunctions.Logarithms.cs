using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Isonomia.Numerics.Elementary.Kernels;
using Isonomia.Numerics.Elementary.Kernels.Lanes;

namespace Isonomia.Numerics.Elementary;

public static partial class VectorFunctions
{
    /// <summary>Natural logarithm; -inf at zero, NaN below. Error at most 1 ulp.</summary>
    [MethodImpl(CompiledOnce)]
    public static Vector512<float> Log(Vector512<float> x) =>
        Logarithms<Lanes512<float>>.Log(new() { Vector = x }).Vector;

    /// <inheritdoc cref="Log(Vector512{float})"/>
    [MethodImpl(CompiledOnce)]
    public static Vector256<float> Log(Vector256<float> x) =>
        Logarithms<Lanes256<float>>.Log(new() { Vector = x }).Vector;

    /// <inheritdoc cref="Log(Vector512{float})"/>
    [MethodImpl(CompiledOnce)]
    public static Vector128<float> Log(Vector128<float> x) =>
        Logarithms<Lanes128<float>>.Log(new() { Vector = x }).Vector;

    /// <inheritdoc cref="Log(Vector512{float})"/>
    [MethodImpl(CompiledOnce)]
    public static float Log(float x) =>
        Logarithms<Lanes128<float>>.Log(new() { Vector = Vector128.Create(x) }).Vector.ToScalar();

    /// <inheritdoc cref="Log(Vector512{float})"/>
    [MethodImpl(CompiledOnce)]
    public static Vector512<double> Log(Vector512<double> x) =>
        Logarithms<Lanes512<double>>.Log(new() { Vector = x }).Vector;

    /// <inheritdoc cref="Log(Vector512{float})"/>
    [MethodImpl(CompiledOnce)]
    public static Vector256<double> Log(Vector256<double> x) =>
        Logarithms<Lanes256<double>>.Log(new() { Vector = x }).Vector;

    /// <inheritdoc cref="Log(Vector512{float})"/>
    [MethodImpl(CompiledOnce)]
    public static Vector128<double> Log(Vector128<double> x) =>
        Logarithms<Lanes128<double>>.Log(new() { Vector = x }).Vector;

    /// <inheritdoc cref="Log(Vector512{float})"/>
    [MethodImpl(CompiledOnce)]
    public static double Log(double x) =>
        Logarithms<Lanes128<double>>.Log(new() { Vector = Vector128.Create(x) }).Vector.ToScalar();

    /// <summary>log(1 + x), precise also near zero. Error at most 1 ulp.</summary>
    [MethodImpl(CompiledOnce)]
    public static Vector512<float> Log1p(Vector512<float> x) =>
        Logarithms<Lanes512<float>>.Log1p(new() { Vector = x }).Vector;

    /// <inheritdoc cref="Log1p(Vector512{float})"/>
    [MethodImpl(CompiledOnce)]
    public static Vector256<float> Log1p(Vector256<float> x) =>
        Logarithms<Lanes256<float>>.Log1p(new() { Vector = x }).Vector;

    /// <inheritdoc cref="Log1p(Vector512{float})"/>
    [MethodImpl(CompiledOnce)]
    public static Vector128<float> Log1p(Vector128<float> x) =>
        Logarithms<Lanes128<float>>.Log1p(new() { Vector = x }).Vector;

    /// <inheritdoc cref="Log1p(Vector512{float})"/>
    [MethodImpl(CompiledOnce)]
    public static float Log1p(float x) =>
        Logarithms<Lanes128<float>>.Log1p(new() { Vector = Vector128.Create(x) }).Vector.ToScalar();

    /// <inheritdoc cref="Log1p(Vector512{float})"/>
    [MethodImpl(CompiledOnce)]
    public static Vector512<double> Log1p(Vector512<double> x) =>
        Logarithms<Lanes512<double>>.Log1p(new() { Vector = x }).Vector;

    /// <inheritdoc cref="Log1p(Vector512{float})"/>
    [MethodImpl(CompiledOnce)]
    public static Vector256<double> Log1p(Vector256<double> x) =>
        Logarithms<Lanes256<double>>.Log1p(new() { Vector = x }).Vector;

    /// <inheritdoc cref="Log1p(Vector512{float})"/>
    [MethodImpl(CompiledOnce)]
    public static Vector128<double> Log1p(Vector128<double> x) =>
        Logarithms<Lanes128<double>>.Log1p(new() { Vector = x }).Vector;

    /// <inheritdoc cref="Log1p(Vector512{float})"/>
    [MethodImpl(CompiledOnce)]
    public static double Log1p(double x) =>
        Logarithms<Lanes128<double>>.Log1p(new() { Vector = Vector128.Create(x) }).Vector.ToScalar();

    /// <summary>Logarithm to base ten; -inf at zero, NaN below. Error at most 1 ulp.</summary>
    [MethodImpl(CompiledOnce)]
    public static Vector512<float> Log10(Vector512<float> x) =>
        Logarithms<Lanes512<float>>.Log10(new() { Vector = x }).Vector;

    /// <inheritdoc cref="Log10(Vector512{float})"/>
    [MethodImpl(CompiledOnce)]
    public static Vector256<float> Log10(Vector256<float> x) =>
        Logarithms<Lanes256<float>>.Log10(new() { Vector = x }).Vector;

    /// <inheritdoc cref="Log10(Vector512{float})"/>
    [MethodImpl(CompiledOnce)]
    public static Vector128<float> Log10(Vector128<float> x) =>
        Logarithms<Lanes128<float>>.Log10(new() { Vector = x }).Vector;

    /// <inheritdoc cref="Log10(Vector512{float})"/>
    [MethodImpl(CompiledOnce)]
    public static float Log10(float x) =>
        Logarithms<Lanes128<float>>.Log10(new() { Vector = Vector128.Create(x) }).Vector.ToScalar();

    /// <inheritdoc cref="Log10(Vector512{float})"/>
    [MethodImpl(CompiledOnce)]
    public static Vector512<double> Log10(Vector512<double> x) =>
        Logarithms<Lanes512<double>>.Log10(new() { Vector = x }).Vector;

    /// <inheritdoc cref="Log10(Vector512{float})"/>
    [MethodImpl(CompiledOnce)]
    public static Vector256<double> Log10(Vector256<double> x) =>
        Logarithms<Lanes256<double>>.Log10(new() { Vector = x }).Vector;

    /// <inheritdoc cref="Log10(Vector512{float})"/>
    [MethodImpl(CompiledOnce)]
    public static Vector128<double> Log10(Vector128<double> x) =>
        Logarithms<Lanes128<double>>.Log10(new() { Vector = x }).Vector;

    /// <inheritdoc cref="Log10(Vector512{float})"/>
    [MethodImpl(CompiledOnce)]
    public static double Log10(double x) =>
        Logarithms<Lanes128<double>>.Log10(new() { Vector = Vector128.Create(x) }).Vector.ToScalar();
}
