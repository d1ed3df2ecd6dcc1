using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Isonomia.Numerics.Elementary.Kernels;
using Isonomia.Numerics.Elementary.Kernels.Lanes;

namespace Isonomia.Numerics.Elementary;

public static partial class VectorFunctions
{
    /// <summary>Hyperbolic sine. Error at most 2 ulp.</summary>
    [MethodImpl(CompiledOnce)]
    public static Vector512<float> Sinh(Vector512<float> x) =>
        Exponentials<Lanes512<float>>.Sinh(new() { Vector = x }).Vector;

    /// <inheritdoc cref="Sinh(Vector512{float})"/>
    [MethodImpl(CompiledOnce)]
    public static Vector256<float> Sinh(Vector256<float> x) =>
        Exponentials<Lanes256<float>>.Sinh(new() { Vector = x }).Vector;

    /// <inheritdoc cref="Sinh(Vector512{float})"/>
    [MethodImpl(CompiledOnce)]
    public static Vector128<float> Sinh(Vector128<float> x) =>
        Exponentials<Lanes128<float>>.Sinh(new() { Vector = x }).Vector;

    /// <inheritdoc cref="Sinh(Vector512{float})"/>
    [MethodImpl(CompiledOnce)]
    public static float Sinh(float x) =>
        Exponentials<Lanes128<float>>.Sinh(new() { Vector = Vector128.Create(x) }).Vector.ToScalar();

    /// <inheritdoc cref="Sinh(Vector512{float})"/>
    [MethodImpl(CompiledOnce)]
    public static Vector512<double> Sinh(Vector512<double> x) =>
        Exponentials<Lanes512<double>>.Sinh(new() { Vector = x }).Vector;

    /// <inheritdoc cref="Sinh(Vector512{float})"/>
    [MethodImpl(CompiledOnce)]
    public static Vector256<double> Sinh(Vector256<double> x) =>
        Exponentials<Lanes256<double>>.Sinh(new() { Vector = x }).Vector;

    /// <inheritdoc cref="Sinh(Vector512{float})"/>
    [MethodImpl(CompiledOnce)]
    public static Vector128<double> Sinh(Vector128<double> x) =>
        Exponentials<Lanes128<double>>.Sinh(new() { Vector = x }).Vector;

    /// <inheritdoc cref="Sinh(Vector512{float})"/>
    [MethodImpl(CompiledOnce)]
    public static double Sinh(double x) =>
        Exponentials<Lanes128<double>>.Sinh(new() { Vector = Vector128.Create(x) }).Vector.ToScalar();

    /// <summary>Hyperbolic cosine. Error at most 2 ulp.</summary>
    [MethodImpl(CompiledOnce)]
    public static Vector512<float> Cosh(Vector512<float> x) =>
        Exponentials<Lanes512<float>>.Cosh(new() { Vector = x }).Vector;

    /// <inheritdoc cref="Cosh(Vector512{float})"/>
    [MethodImpl(CompiledOnce)]
    public static Vector256<float> Cosh(Vector256<float> x) =>
        Exponentials<Lanes256<float>>.Cosh(new() { Vector = x }).Vector;

    /// <inheritdoc cref="Cosh(Vector512{float})"/>
    [MethodImpl(CompiledOnce)]
    public static Vector128<float> Cosh(Vector128<float> x) =>
        Exponentials<Lanes128<float>>.Cosh(new() { Vector = x }).Vector;

    /// <inheritdoc cref="Cosh(Vector512{float})"/>
    [MethodImpl(CompiledOnce)]
    public static float Cosh(float x) =>
        Exponentials<Lanes128<float>>.Cosh(new() { Vector = Vector128.Create(x) }).Vector.ToScalar();

    /// <inheritdoc cref="Cosh(Vector512{float})"/>
    [MethodImpl(CompiledOnce)]
    public static Vector512<double> Cosh(Vector512<double> x) =>
        Exponentials<Lanes512<double>>.Cosh(new() { Vector = x }).Vector;

    /// <inheritdoc cref="Cosh(Vector512{float})"/>
    [MethodImpl(CompiledOnce)]
    public static Vector256<double> Cosh(Vector256<double> x) =>
        Exponentials<Lanes256<double>>.Cosh(new() { Vector = x }).Vector;

    /// <inheritdoc cref="Cosh(Vector512{float})"/>
    [MethodImpl(CompiledOnce)]
    public static Vector128<double> Cosh(Vector128<double> x) =>
        Exponentials<Lanes128<double>>.Cosh(new() { Vector = x }).Vector;

    /// <inheritdoc cref="Cosh(Vector512{float})"/>
    [MethodImpl(CompiledOnce)]
    public static double Cosh(double x) =>
        Exponentials<Lanes128<double>>.Cosh(new() { Vector = Vector128.Create(x) }).Vector.ToScalar();

    /// <summary>Hyperbolic tangent. Error at most 1 ulp.</summary>
    [MethodImpl(CompiledOnce)]
    public static Vector512<float> Tanh(Vector512<float> x) =>
        Exponentials<Lanes512<float>>.Tanh(new() { Vector = x }).Vector;

    /// <inheritdoc cref="Tanh(Vector512{float})"/>
    [MethodImpl(CompiledOnce)]
    public static Vector256<float> Tanh(Vector256<float> x) =>
        Exponentials<Lanes256<float>>.Tanh(new() { Vector = x }).Vector;

    /// <inheritdoc cref="Tanh(Vector512{float})"/>
    [MethodImpl(CompiledOnce)]
    public static Vector128<float> Tanh(Vector128<float> x) =>
        Exponentials<Lanes128<float>>.Tanh(new() { Vector = x }).Vector;

    /// <inheritdoc cref="Tanh(Vector512{float})"/>
    [MethodImpl(CompiledOnce)]
    public static float Tanh(float x) =>
        Exponentials<Lanes128<float>>.Tanh(new() { Vector = Vector128.Create(x) }).Vector.ToScalar();

    /// <inheritdoc cref="Tanh(Vector512{float})"/>
    [MethodImpl(CompiledOnce)]
    public static Vector512<double> Tanh(Vector512<double> x) =>
        Exponentials<Lanes512<double>>.Tanh(new() { Vector = x }).Vector;

    /// <inheritdoc cref="Tanh(Vector512{float})"/>
    [MethodImpl(CompiledOnce)]
    public static Vector256<double> Tanh(Vector256<double> x) =>
        Exponentials<Lanes256<double>>.Tanh(new() { Vector = x }).Vector;

    /// <inheritdoc cref="Tanh(Vector512{float})"/>
    [MethodImpl(CompiledOnce)]
    public static Vector128<double> Tanh(Vector128<double> x) =>
        Exponentials<Lanes128<double>>.Tanh(new() { Vector = x }).Vector;

    /// <inheritdoc cref="Tanh(Vector512{float})"/>
    [MethodImpl(CompiledOnce)]
    public static double Tanh(double x) =>
        Exponentials<Lanes128<double>>.Tanh(new() { Vector = Vector128.Create(x) }).Vector.ToScalar();
}
