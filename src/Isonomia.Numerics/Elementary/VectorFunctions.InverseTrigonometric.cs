using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Isonomia.Numerics.Elementary.Kernels;
using Isonomia.Numerics.Elementary.Kernels.Lanes;

namespace Isonomia.Numerics.Elementary;

public static partial class VectorFunctions
{
    /// <summary>Inverse sine, between -pi/2 and pi/2; NaN beyond one. Error at most 2 ulp.</summary>
    [MethodImpl(CompiledOnce)]
    public static Vector512<float> Arcsin(Vector512<float> x) =>
        InverseAngles<Lanes512<float>>.Arcsin(new() { Vector = x }).Vector;

    /// <inheritdoc cref="Arcsin(Vector512{float})"/>
    [MethodImpl(CompiledOnce)]
    public static Vector256<float> Arcsin(Vector256<float> x) =>
        InverseAngles<Lanes256<float>>.Arcsin(new() { Vector = x }).Vector;

    /// <inheritdoc cref="Arcsin(Vector512{float})"/>
    [MethodImpl(CompiledOnce)]
    public static Vector128<float> Arcsin(Vector128<float> x) =>
        InverseAngles<Lanes128<float>>.Arcsin(new() { Vector = x }).Vector;

    /// <inheritdoc cref="Arcsin(Vector512{float})"/>
    [MethodImpl(CompiledOnce)]
    public static float Arcsin(float x) =>
        InverseAngles<Lanes128<float>>.Arcsin(new() { Vector = Vector128.Create(x) }).Vector.ToScalar();

    /// <inheritdoc cref="Arcsin(Vector512{float})"/>
    [MethodImpl(CompiledOnce)]
    public static Vector512<double> Arcsin(Vector512<double> x) =>
        InverseAngles<Lanes512<double>>.Arcsin(new() { Vector = x }).Vector;

    /// <inheritdoc cref="Arcsin(Vector512{float})"/>
    [MethodImpl(CompiledOnce)]
    public static Vector256<double> Arcsin(Vector256<double> x) =>
        InverseAngles<Lanes256<double>>.Arcsin(new() { Vector = x }).Vector;

    /// <inheritdoc cref="Arcsin(Vector512{float})"/>
    [MethodImpl(CompiledOnce)]
    public static Vector128<double> Arcsin(Vector128<double> x) =>
        InverseAngles<Lanes128<double>>.Arcsin(new() { Vector = x }).Vector;

    /// <inheritdoc cref="Arcsin(Vector512{float})"/>
    [MethodImpl(CompiledOnce)]
    public static double Arcsin(double x) =>
        InverseAngles<Lanes128<double>>.Arcsin(new() { Vector = Vector128.Create(x) }).Vector.ToScalar();

    /// <summary>Inverse cosine, between 0 and pi; NaN beyond one. Error at most 2 ulp.</summary>
    [MethodImpl(CompiledOnce)]
    public static Vector512<float> Arccos(Vector512<float> x) =>
        InverseAngles<Lanes512<float>>.Arccos(new() { Vector = x }).Vector;

    /// <inheritdoc cref="Arccos(Vector512{float})"/>
    [MethodImpl(CompiledOnce)]
    public static Vector256<float> Arccos(Vector256<float> x) =>
        InverseAngles<Lanes256<float>>.Arccos(new() { Vector = x }).Vector;

    /// <inheritdoc cref="Arccos(Vector512{float})"/>
    [MethodImpl(CompiledOnce)]
    public static Vector128<float> Arccos(Vector128<float> x) =>
        InverseAngles<Lanes128<float>>.Arccos(new() { Vector = x }).Vector;

    /// <inheritdoc cref="Arccos(Vector512{float})"/>
    [MethodImpl(CompiledOnce)]
    public static float Arccos(float x) =>
        InverseAngles<Lanes128<float>>.Arccos(new() { Vector = Vector128.Create(x) }).Vector.ToScalar();

    /// <inheritdoc cref="Arccos(Vector512{float})"/>
    [MethodImpl(CompiledOnce)]
    public static Vector512<double> Arccos(Vector512<double> x) =>
        InverseAngles<Lanes512<double>>.Arccos(new() { Vector = x }).Vector;

    /// <inheritdoc cref="Arccos(Vector512{float})"/>
    [MethodImpl(CompiledOnce)]
    public static Vector256<double> Arccos(Vector256<double> x) =>
        InverseAngles<Lanes256<double>>.Arccos(new() { Vector = x }).Vector;

    /// <inheritdoc cref="Arccos(Vector512{float})"/>
    [MethodImpl(CompiledOnce)]
    public static Vector128<double> Arccos(Vector128<double> x) =>
        InverseAngles<Lanes128<double>>.Arccos(new() { Vector = x }).Vector;

    /// <inheritdoc cref="Arccos(Vector512{float})"/>
    [MethodImpl(CompiledOnce)]
    public static double Arccos(double x) =>
        InverseAngles<Lanes128<double>>.Arccos(new() { Vector = Vector128.Create(x) }).Vector.ToScalar();

    /// <summary>Inverse tangent, between -pi/2 and pi/2. Error at most 2 ulp.</summary>
    [MethodImpl(CompiledOnce)]
    public static Vector512<float> Arctan(Vector512<float> x) =>
        InverseAngles<Lanes512<float>>.Arctan(new() { Vector = x }).Vector;

    /// <inheritdoc cref="Arctan(Vector512{float})"/>
    [MethodImpl(CompiledOnce)]
    public static Vector256<float> Arctan(Vector256<float> x) =>
        InverseAngles<Lanes256<float>>.Arctan(new() { Vector = x }).Vector;

    /// <inheritdoc cref="Arctan(Vector512{float})"/>
    [MethodImpl(CompiledOnce)]
    public static Vector128<float> Arctan(Vector128<float> x) =>
        InverseAngles<Lanes128<float>>.Arctan(new() { Vector = x }).Vector;

    /// <inheritdoc cref="Arctan(Vector512{float})"/>
    [MethodImpl(CompiledOnce)]
    public static float Arctan(float x) =>
        InverseAngles<Lanes128<float>>.Arctan(new() { Vector = Vector128.Create(x) }).Vector.ToScalar();

    /// <inheritdoc cref="Arctan(Vector512{float})"/>
    [MethodImpl(CompiledOnce)]
    public static Vector512<double> Arctan(Vector512<double> x) =>
        InverseAngles<Lanes512<double>>.Arctan(new() { Vector = x }).Vector;

    /// <inheritdoc cref="Arctan(Vector512{float})"/>
    [MethodImpl(CompiledOnce)]
    public static Vector256<double> Arctan(Vector256<double> x) =>
        InverseAngles<Lanes256<double>>.Arctan(new() { Vector = x }).Vector;

    /// <inheritdoc cref="Arctan(Vector512{float})"/>
    [MethodImpl(CompiledOnce)]
    public static Vector128<double> Arctan(Vector128<double> x) =>
        InverseAngles<Lanes128<double>>.Arctan(new() { Vector = x }).Vector;

    /// <inheritdoc cref="Arctan(Vector512{float})"/>
    [MethodImpl(CompiledOnce)]
    public static double Arctan(double x) =>
        InverseAngles<Lanes128<double>>.Arctan(new() { Vector = Vector128.Create(x) }).Vector.ToScalar();
}
