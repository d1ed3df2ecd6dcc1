using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Isonomia.Numerics.Elementary.Kernels;
using Isonomia.Numerics.Elementary.Kernels.Lanes;

namespace Isonomia.Numerics.Elementary;

public static partial class VectorFunctions
{
    /// <summary>Sine of an angle in radians. Error at most 1 ulp for any angle.</summary>
    [MethodImpl(CompiledOnce)]
    public static Vector512<float> Sin(Vector512<float> x) =>
        Angles<Lanes512<float>>.Sin(new() { Vector = x }).Vector;

    /// <inheritdoc cref="Sin(Vector512{float})"/>
    [MethodImpl(CompiledOnce)]
    public static Vector256<float> Sin(Vector256<float> x) =>
        Angles<Lanes256<float>>.Sin(new() { Vector = x }).Vector;

    /// <inheritdoc cref="Sin(Vector512{float})"/>
    [MethodImpl(CompiledOnce)]
    public static Vector128<float> Sin(Vector128<float> x) =>
        Angles<Lanes128<float>>.Sin(new() { Vector = x }).Vector;

    /// <inheritdoc cref="Sin(Vector512{float})"/>
    [MethodImpl(CompiledOnce)]
    public static float Sin(float x) =>
        Angles<Lanes128<float>>.Sin(new() { Vector = Vector128.Create(x) }).Vector.ToScalar();

    /// <inheritdoc cref="Sin(Vector512{float})"/>
    [MethodImpl(CompiledOnce)]
    public static Vector512<double> Sin(Vector512<double> x) =>
        Angles<Lanes512<double>>.Sin(new() { Vector = x }).Vector;

    /// <inheritdoc cref="Sin(Vector512{float})"/>
    [MethodImpl(CompiledOnce)]
    public static Vector256<double> Sin(Vector256<double> x) =>
        Angles<Lanes256<double>>.Sin(new() { Vector = x }).Vector;

    /// <inheritdoc cref="Sin(Vector512{float})"/>
    [MethodImpl(CompiledOnce)]
    public static Vector128<double> Sin(Vector128<double> x) =>
        Angles<Lanes128<double>>.Sin(new() { Vector = x }).Vector;

    /// <inheritdoc cref="Sin(Vector512{float})"/>
    [MethodImpl(CompiledOnce)]
    public static double Sin(double x) =>
        Angles<Lanes128<double>>.Sin(new() { Vector = Vector128.Create(x) }).Vector.ToScalar();

    /// <summary>Cosine of an angle in radians. Error at most 1 ulp for any angle.</summary>
    [MethodImpl(CompiledOnce)]
    public static Vector512<float> Cos(Vector512<float> x) =>
        Angles<Lanes512<float>>.Cos(new() { Vector = x }).Vector;

    /// <inheritdoc cref="Cos(Vector512{float})"/>
    [MethodImpl(CompiledOnce)]
    public static Vector256<float> Cos(Vector256<float> x) =>
        Angles<Lanes256<float>>.Cos(new() { Vector = x }).Vector;

    /// <inheritdoc cref="Cos(Vector512{float})"/>
    [MethodImpl(CompiledOnce)]
    public static Vector128<float> Cos(Vector128<float> x) =>
        Angles<Lanes128<float>>.Cos(new() { Vector = x }).Vector;

    /// <inheritdoc cref="Cos(Vector512{float})"/>
    [MethodImpl(CompiledOnce)]
    public static float Cos(float x) =>
        Angles<Lanes128<float>>.Cos(new() { Vector = Vector128.Create(x) }).Vector.ToScalar();

    /// <inheritdoc cref="Cos(Vector512{float})"/>
    [MethodImpl(CompiledOnce)]
    public static Vector512<double> Cos(Vector512<double> x) =>
        Angles<Lanes512<double>>.Cos(new() { Vector = x }).Vector;

    /// <inheritdoc cref="Cos(Vector512{float})"/>
    [MethodImpl(CompiledOnce)]
    public static Vector256<double> Cos(Vector256<double> x) =>
        Angles<Lanes256<double>>.Cos(new() { Vector = x }).Vector;

    /// <inheritdoc cref="Cos(Vector512{float})"/>
    [MethodImpl(CompiledOnce)]
    public static Vector128<double> Cos(Vector128<double> x) =>
        Angles<Lanes128<double>>.Cos(new() { Vector = x }).Vector;

    /// <inheritdoc cref="Cos(Vector512{float})"/>
    [MethodImpl(CompiledOnce)]
    public static double Cos(double x) =>
        Angles<Lanes128<double>>.Cos(new() { Vector = Vector128.Create(x) }).Vector.ToScalar();

    /// <summary>Tangent of an angle in radians. Error at most 1 ulp for any angle.</summary>
    [MethodImpl(CompiledOnce)]
    public static Vector512<float> Tan(Vector512<float> x) =>
        Angles<Lanes512<float>>.Tan(new() { Vector = x }).Vector;

    /// <inheritdoc cref="Tan(Vector512{float})"/>
    [MethodImpl(CompiledOnce)]
    public static Vector256<float> Tan(Vector256<float> x) =>
        Angles<Lanes256<float>>.Tan(new() { Vector = x }).Vector;

    /// <inheritdoc cref="Tan(Vector512{float})"/>
    [MethodImpl(CompiledOnce)]
    public static Vector128<float> Tan(Vector128<float> x) =>
        Angles<Lanes128<float>>.Tan(new() { Vector = x }).Vector;

    /// <inheritdoc cref="Tan(Vector512{float})"/>
    [MethodImpl(CompiledOnce)]
    public static float Tan(float x) =>
        Angles<Lanes128<float>>.Tan(new() { Vector = Vector128.Create(x) }).Vector.ToScalar();

    /// <inheritdoc cref="Tan(Vector512{float})"/>
    [MethodImpl(CompiledOnce)]
    public static Vector512<double> Tan(Vector512<double> x) =>
        Angles<Lanes512<double>>.Tan(new() { Vector = x }).Vector;

    /// <inheritdoc cref="Tan(Vector512{float})"/>
    [MethodImpl(CompiledOnce)]
    public static Vector256<double> Tan(Vector256<double> x) =>
        Angles<Lanes256<double>>.Tan(new() { Vector = x }).Vector;

    /// <inheritdoc cref="Tan(Vector512{float})"/>
    [MethodImpl(CompiledOnce)]
    public static Vector128<double> Tan(Vector128<double> x) =>
        Angles<Lanes128<double>>.Tan(new() { Vector = x }).Vector;

    /// <inheritdoc cref="Tan(Vector512{float})"/>
    [MethodImpl(CompiledOnce)]
    public static double Tan(double x) =>
        Angles<Lanes128<double>>.Tan(new() { Vector = Vector128.Create(x) }).Vector.ToScalar();
}
