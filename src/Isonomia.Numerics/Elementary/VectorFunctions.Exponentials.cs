using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Isonomia.Numerics.Elementary.Kernels;
using Isonomia.Numerics.Elementary.Kernels.Lanes;

namespace Isonomia.Numerics.Elementary;

public static partial class VectorFunctions
{
    /// <summary>e^x. Error at most 1 ulp.</summary>
    [MethodImpl(CompiledOnce)]
    public static Vector512<float> Exp(Vector512<float> x) =>
        Exponentials<Lanes512<float>>.Exp(new() { Vector = x }).Vector;

    /// <inheritdoc cref="Exp(Vector512{float})"/>
    [MethodImpl(CompiledOnce)]
    public static Vector256<float> Exp(Vector256<float> x) =>
        Exponentials<Lanes256<float>>.Exp(new() { Vector = x }).Vector;

    /// <inheritdoc cref="Exp(Vector512{float})"/>
    [MethodImpl(CompiledOnce)]
    public static Vector128<float> Exp(Vector128<float> x) =>
        Exponentials<Lanes128<float>>.Exp(new() { Vector = x }).Vector;

    /// <inheritdoc cref="Exp(Vector512{float})"/>
    [MethodImpl(CompiledOnce)]
    public static float Exp(float x) =>
        Exponentials<Lanes128<float>>.Exp(new() { Vector = Vector128.Create(x) }).Vector.ToScalar();

    /// <inheritdoc cref="Exp(Vector512{float})"/>
    [MethodImpl(CompiledOnce)]
    public static Vector512<double> Exp(Vector512<double> x) =>
        Exponentials<Lanes512<double>>.Exp(new() { Vector = x }).Vector;

    /// <inheritdoc cref="Exp(Vector512{float})"/>
    [MethodImpl(CompiledOnce)]
    public static Vector256<double> Exp(Vector256<double> x) =>
        Exponentials<Lanes256<double>>.Exp(new() { Vector = x }).Vector;

    /// <inheritdoc cref="Exp(Vector512{float})"/>
    [MethodImpl(CompiledOnce)]
    public static Vector128<double> Exp(Vector128<double> x) =>
        Exponentials<Lanes128<double>>.Exp(new() { Vector = x }).Vector;

    /// <inheritdoc cref="Exp(Vector512{float})"/>
    [MethodImpl(CompiledOnce)]
    public static double Exp(double x) =>
        Exponentials<Lanes128<double>>.Exp(new() { Vector = Vector128.Create(x) }).Vector.ToScalar();

    /// <summary>e^x - 1, precise also near zero. Error at most 1 ulp.</summary>
    [MethodImpl(CompiledOnce)]
    public static Vector512<float> Expm1(Vector512<float> x) =>
        Exponentials<Lanes512<float>>.Expm1(new() { Vector = x }).Vector;

    /// <inheritdoc cref="Expm1(Vector512{float})"/>
    [MethodImpl(CompiledOnce)]
    public static Vector256<float> Expm1(Vector256<float> x) =>
        Exponentials<Lanes256<float>>.Expm1(new() { Vector = x }).Vector;

    /// <inheritdoc cref="Expm1(Vector512{float})"/>
    [MethodImpl(CompiledOnce)]
    public static Vector128<float> Expm1(Vector128<float> x) =>
        Exponentials<Lanes128<float>>.Expm1(new() { Vector = x }).Vector;

    /// <inheritdoc cref="Expm1(Vector512{float})"/>
    [MethodImpl(CompiledOnce)]
    public static float Expm1(float x) =>
        Exponentials<Lanes128<float>>.Expm1(new() { Vector = Vector128.Create(x) }).Vector.ToScalar();

    /// <inheritdoc cref="Expm1(Vector512{float})"/>
    [MethodImpl(CompiledOnce)]
    public static Vector512<double> Expm1(Vector512<double> x) =>
        Exponentials<Lanes512<double>>.Expm1(new() { Vector = x }).Vector;

    /// <inheritdoc cref="Expm1(Vector512{float})"/>
    [MethodImpl(CompiledOnce)]
    public static Vector256<double> Expm1(Vector256<double> x) =>
        Exponentials<Lanes256<double>>.Expm1(new() { Vector = x }).Vector;

    /// <inheritdoc cref="Expm1(Vector512{float})"/>
    [MethodImpl(CompiledOnce)]
    public static Vector128<double> Expm1(Vector128<double> x) =>
        Exponentials<Lanes128<double>>.Expm1(new() { Vector = x }).Vector;

    /// <inheritdoc cref="Expm1(Vector512{float})"/>
    [MethodImpl(CompiledOnce)]
    public static double Expm1(double x) =>
        Exponentials<Lanes128<double>>.Expm1(new() { Vector = Vector128.Create(x) }).Vector.ToScalar();

    /// <summary>(e^x - 1)/x, and 1 at zero. Error at most 1 ulp, of floats 2 ulp.</summary>
    [MethodImpl(CompiledOnce)]
    public static Vector512<float> Exprel(Vector512<float> x) =>
        Exponentials<Lanes512<float>>.Exprel(new() { Vector = x }).Vector;

    /// <inheritdoc cref="Exprel(Vector512{float})"/>
    [MethodImpl(CompiledOnce)]
    public static Vector256<float> Exprel(Vector256<float> x) =>
        Exponentials<Lanes256<float>>.Exprel(new() { Vector = x }).Vector;

    /// <inheritdoc cref="Exprel(Vector512{float})"/>
    [MethodImpl(CompiledOnce)]
    public static Vector128<float> Exprel(Vector128<float> x) =>
        Exponentials<Lanes128<float>>.Exprel(new() { Vector = x }).Vector;

    /// <inheritdoc cref="Exprel(Vector512{float})"/>
    [MethodImpl(CompiledOnce)]
    public static float Exprel(float x) =>
        Exponentials<Lanes128<float>>.Exprel(new() { Vector = Vector128.Create(x) }).Vector.ToScalar();

    /// <inheritdoc cref="Exprel(Vector512{float})"/>
    [MethodImpl(CompiledOnce)]
    public static Vector512<double> Exprel(Vector512<double> x) =>
        Exponentials<Lanes512<double>>.Exprel(new() { Vector = x }).Vector;

    /// <inheritdoc cref="Exprel(Vector512{float})"/>
    [MethodImpl(CompiledOnce)]
    public static Vector256<double> Exprel(Vector256<double> x) =>
        Exponentials<Lanes256<double>>.Exprel(new() { Vector = x }).Vector;

    /// <inheritdoc cref="Exprel(Vector512{float})"/>
    [MethodImpl(CompiledOnce)]
    public static Vector128<double> Exprel(Vector128<double> x) =>
        Exponentials<Lanes128<double>>.Exprel(new() { Vector = x }).Vector;

    /// <inheritdoc cref="Exprel(Vector512{float})"/>
    [MethodImpl(CompiledOnce)]
    public static double Exprel(double x) =>
        Exponentials<Lanes128<double>>.Exprel(new() { Vector = Vector128.Create(x) }).Vector.ToScalar();
}
