using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Isonomia.Numerics.Elementary.Kernels;
using Isonomia.Numerics.Elementary.Kernels.Lanes;

namespace Isonomia.Numerics.Elementary;

public static partial class VectorFunctions
{
    /// <summary>
    /// What is left of x after a whole number of y, with the sign of y, as numpy's <c>mod</c> and Python's <c>%</c>:
    /// zero has the sign of y too, and division by zero gives NaN. Rounded once (0.5 ulp).
    /// </summary>
    [MethodImpl(CompiledOnce)]
    public static Vector512<float> Mod(Vector512<float> x, Vector512<float> y) =>
        Divisions<Lanes512<float>>.Mod(new() { Vector = x }, new() { Vector = y }).Vector;

    /// <inheritdoc cref="Mod(Vector512{float}, Vector512{float})"/>
    [MethodImpl(CompiledOnce)]
    public static Vector256<float> Mod(Vector256<float> x, Vector256<float> y) =>
        Divisions<Lanes256<float>>.Mod(new() { Vector = x }, new() { Vector = y }).Vector;

    /// <inheritdoc cref="Mod(Vector512{float}, Vector512{float})"/>
    [MethodImpl(CompiledOnce)]
    public static Vector128<float> Mod(Vector128<float> x, Vector128<float> y) =>
        Divisions<Lanes128<float>>.Mod(new() { Vector = x }, new() { Vector = y }).Vector;

    /// <inheritdoc cref="Mod(Vector512{float}, Vector512{float})"/>
    [MethodImpl(CompiledOnce)]
    public static float Mod(float x, float y) =>
        Divisions<Lanes128<float>>.Mod(
            new() { Vector = Vector128.Create(x) }, new() { Vector = Vector128.Create(y) }).Vector.ToScalar();

    /// <inheritdoc cref="Mod(Vector512{float}, Vector512{float})"/>
    [MethodImpl(CompiledOnce)]
    public static Vector512<double> Mod(Vector512<double> x, Vector512<double> y) =>
        Divisions<Lanes512<double>>.Mod(new() { Vector = x }, new() { Vector = y }).Vector;

    /// <inheritdoc cref="Mod(Vector512{float}, Vector512{float})"/>
    [MethodImpl(CompiledOnce)]
    public static Vector256<double> Mod(Vector256<double> x, Vector256<double> y) =>
        Divisions<Lanes256<double>>.Mod(new() { Vector = x }, new() { Vector = y }).Vector;

    /// <inheritdoc cref="Mod(Vector512{float}, Vector512{float})"/>
    [MethodImpl(CompiledOnce)]
    public static Vector128<double> Mod(Vector128<double> x, Vector128<double> y) =>
        Divisions<Lanes128<double>>.Mod(new() { Vector = x }, new() { Vector = y }).Vector;

    /// <inheritdoc cref="Mod(Vector512{float}, Vector512{float})"/>
    [MethodImpl(CompiledOnce)]
    public static double Mod(double x, double y) =>
        Divisions<Lanes128<double>>.Mod(
            new() { Vector = Vector128.Create(x) }, new() { Vector = Vector128.Create(y) }).Vector.ToScalar();

    /// <summary>
    /// The greatest whole number not above x/y, as numpy's <c>floor_divide</c> and Python's <c>//</c>; x/y of y zero.
    /// </summary>
    [MethodImpl(CompiledOnce)]
    public static Vector512<float> FloorDivide(Vector512<float> x, Vector512<float> y) =>
        Divisions<Lanes512<float>>.FloorDivide(new() { Vector = x }, new() { Vector = y }).Vector;

    /// <inheritdoc cref="FloorDivide(Vector512{float}, Vector512{float})"/>
    [MethodImpl(CompiledOnce)]
    public static Vector256<float> FloorDivide(Vector256<float> x, Vector256<float> y) =>
        Divisions<Lanes256<float>>.FloorDivide(new() { Vector = x }, new() { Vector = y }).Vector;

    /// <inheritdoc cref="FloorDivide(Vector512{float}, Vector512{float})"/>
    [MethodImpl(CompiledOnce)]
    public static Vector128<float> FloorDivide(Vector128<float> x, Vector128<float> y) =>
        Divisions<Lanes128<float>>.FloorDivide(new() { Vector = x }, new() { Vector = y }).Vector;

    /// <inheritdoc cref="FloorDivide(Vector512{float}, Vector512{float})"/>
    [MethodImpl(CompiledOnce)]
    public static float FloorDivide(float x, float y) =>
        Divisions<Lanes128<float>>.FloorDivide(
            new() { Vector = Vector128.Create(x) }, new() { Vector = Vector128.Create(y) }).Vector.ToScalar();

    /// <inheritdoc cref="FloorDivide(Vector512{float}, Vector512{float})"/>
    [MethodImpl(CompiledOnce)]
    public static Vector512<double> FloorDivide(Vector512<double> x, Vector512<double> y) =>
        Divisions<Lanes512<double>>.FloorDivide(new() { Vector = x }, new() { Vector = y }).Vector;

    /// <inheritdoc cref="FloorDivide(Vector512{float}, Vector512{float})"/>
    [MethodImpl(CompiledOnce)]
    public static Vector256<double> FloorDivide(Vector256<double> x, Vector256<double> y) =>
        Divisions<Lanes256<double>>.FloorDivide(new() { Vector = x }, new() { Vector = y }).Vector;

    /// <inheritdoc cref="FloorDivide(Vector512{float}, Vector512{float})"/>
    [MethodImpl(CompiledOnce)]
    public static Vector128<double> FloorDivide(Vector128<double> x, Vector128<double> y) =>
        Divisions<Lanes128<double>>.FloorDivide(new() { Vector = x }, new() { Vector = y }).Vector;

    /// <inheritdoc cref="FloorDivide(Vector512{float}, Vector512{float})"/>
    [MethodImpl(CompiledOnce)]
    public static double FloorDivide(double x, double y) =>
        Divisions<Lanes128<double>>.FloorDivide(
            new() { Vector = Vector128.Create(x) }, new() { Vector = Vector128.Create(y) }).Vector.ToScalar();

    /// <summary>-1, 0 or 1; NaN of NaN.</summary>
    [MethodImpl(CompiledOnce)]
    public static Vector512<float> Sign(Vector512<float> x) =>
        Divisions<Lanes512<float>>.Sign(new() { Vector = x }).Vector;

    /// <inheritdoc cref="Sign(Vector512{float})"/>
    [MethodImpl(CompiledOnce)]
    public static Vector256<float> Sign(Vector256<float> x) =>
        Divisions<Lanes256<float>>.Sign(new() { Vector = x }).Vector;

    /// <inheritdoc cref="Sign(Vector512{float})"/>
    [MethodImpl(CompiledOnce)]
    public static Vector128<float> Sign(Vector128<float> x) =>
        Divisions<Lanes128<float>>.Sign(new() { Vector = x }).Vector;

    /// <inheritdoc cref="Sign(Vector512{float})"/>
    [MethodImpl(CompiledOnce)]
    public static float Sign(float x) =>
        Divisions<Lanes128<float>>.Sign(new() { Vector = Vector128.Create(x) }).Vector.ToScalar();

    /// <inheritdoc cref="Sign(Vector512{float})"/>
    [MethodImpl(CompiledOnce)]
    public static Vector512<double> Sign(Vector512<double> x) =>
        Divisions<Lanes512<double>>.Sign(new() { Vector = x }).Vector;

    /// <inheritdoc cref="Sign(Vector512{float})"/>
    [MethodImpl(CompiledOnce)]
    public static Vector256<double> Sign(Vector256<double> x) =>
        Divisions<Lanes256<double>>.Sign(new() { Vector = x }).Vector;

    /// <inheritdoc cref="Sign(Vector512{float})"/>
    [MethodImpl(CompiledOnce)]
    public static Vector128<double> Sign(Vector128<double> x) =>
        Divisions<Lanes128<double>>.Sign(new() { Vector = x }).Vector;

    /// <inheritdoc cref="Sign(Vector512{float})"/>
    [MethodImpl(CompiledOnce)]
    public static double Sign(double x) =>
        Divisions<Lanes128<double>>.Sign(new() { Vector = Vector128.Create(x) }).Vector.ToScalar();
}
