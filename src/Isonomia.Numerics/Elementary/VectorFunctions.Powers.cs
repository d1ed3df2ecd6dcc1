using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Isonomia.Numerics.Elementary.Kernels;
using Isonomia.Numerics.Elementary.Kernels.Lanes;

namespace Isonomia.Numerics.Elementary;

public static partial class VectorFunctions
{
    /// <summary>
    /// x to the power of y, as C99 has it: 1 where y is zero or x is one, whatever the other; of negative x a number
    /// where y is whole and NaN elsewhere. Error at most 1 ulp.
    /// </summary>
    [MethodImpl(CompiledOnce)]
    public static Vector512<float> Pow(Vector512<float> x, Vector512<float> y)
    {
        var (xLower, xUpper) = Vector512.Widen(x);
        var (yLower, yUpper) = Vector512.Widen(y);
        var lower = Powers<Lanes512<double>>.OfFloats(new() { Vector = xLower }, new() { Vector = yLower });
        var upper = Powers<Lanes512<double>>.OfFloats(new() { Vector = xUpper }, new() { Vector = yUpper });
        Lanes512<float> magnitude = new() { Vector = Vector512.Narrow(lower.Vector, upper.Vector) };
        return Powers<Lanes512<float>>.WithLimits(new() { Vector = x }, new() { Vector = y }, magnitude).Vector;
    }

    /// <inheritdoc cref="Pow(Vector512{float}, Vector512{float})"/>
    [MethodImpl(CompiledOnce)]
    public static Vector256<float> Pow(Vector256<float> x, Vector256<float> y)
    {
        var (xLower, xUpper) = Vector256.Widen(x);
        var (yLower, yUpper) = Vector256.Widen(y);
        var lower = Powers<Lanes256<double>>.OfFloats(new() { Vector = xLower }, new() { Vector = yLower });
        var upper = Powers<Lanes256<double>>.OfFloats(new() { Vector = xUpper }, new() { Vector = yUpper });
        Lanes256<float> magnitude = new() { Vector = Vector256.Narrow(lower.Vector, upper.Vector) };
        return Powers<Lanes256<float>>.WithLimits(new() { Vector = x }, new() { Vector = y }, magnitude).Vector;
    }

    /// <inheritdoc cref="Pow(Vector512{float}, Vector512{float})"/>
    [MethodImpl(CompiledOnce)]
    public static Vector128<float> Pow(Vector128<float> x, Vector128<float> y)
    {
        var (xLower, xUpper) = Vector128.Widen(x);
        var (yLower, yUpper) = Vector128.Widen(y);
        var lower = Powers<Lanes128<double>>.OfFloats(new() { Vector = xLower }, new() { Vector = yLower });
        var upper = Powers<Lanes128<double>>.OfFloats(new() { Vector = xUpper }, new() { Vector = yUpper });
        Lanes128<float> magnitude = new() { Vector = Vector128.Narrow(lower.Vector, upper.Vector) };
        return Powers<Lanes128<float>>.WithLimits(new() { Vector = x }, new() { Vector = y }, magnitude).Vector;
    }

    /// <inheritdoc cref="Pow(Vector512{float}, Vector512{float})"/>
    [MethodImpl(CompiledOnce)]
    public static float Pow(float x, float y)
    {
        Lanes128<double> wideX = new() { Vector = Vector128.Create((double)x) };
        Lanes128<double> wideY = new() { Vector = Vector128.Create((double)y) };
        var magnitude = (float)Powers<Lanes128<double>>.OfFloats(wideX, wideY).Vector.ToScalar();
        return Powers<Lanes128<float>>.WithLimits(
            new() { Vector = Vector128.Create(x) },
            new() { Vector = Vector128.Create(y) },
            new() { Vector = Vector128.Create(magnitude) }).Vector.ToScalar();
    }

    /// <inheritdoc cref="Pow(Vector512{float}, Vector512{float})"/>
    [MethodImpl(CompiledOnce)]
    public static Vector512<double> Pow(Vector512<double> x, Vector512<double> y)
    {
        Lanes512<double> a = new() { Vector = x }, b = new() { Vector = y };
        return Powers<Lanes512<double>>.WithLimits(a, b, Powers<Lanes512<double>>.OfDoubles(a, b)).Vector;
    }

    /// <inheritdoc cref="Pow(Vector512{float}, Vector512{float})"/>
    [MethodImpl(CompiledOnce)]
    public static Vector256<double> Pow(Vector256<double> x, Vector256<double> y)
    {
        Lanes256<double> a = new() { Vector = x }, b = new() { Vector = y };
        return Powers<Lanes256<double>>.WithLimits(a, b, Powers<Lanes256<double>>.OfDoubles(a, b)).Vector;
    }

    /// <inheritdoc cref="Pow(Vector512{float}, Vector512{float})"/>
    [MethodImpl(CompiledOnce)]
    public static Vector128<double> Pow(Vector128<double> x, Vector128<double> y)
    {
        Lanes128<double> a = new() { Vector = x }, b = new() { Vector = y };
        return Powers<Lanes128<double>>.WithLimits(a, b, Powers<Lanes128<double>>.OfDoubles(a, b)).Vector;
    }

    /// <inheritdoc cref="Pow(Vector512{float}, Vector512{float})"/>
    [MethodImpl(CompiledOnce)]
    public static double Pow(double x, double y)
    {
        Lanes128<double> a = new() { Vector = Vector128.Create(x) }, b = new() { Vector = Vector128.Create(y) };
        return Powers<Lanes128<double>>.WithLimits(a, b, Powers<Lanes128<double>>.OfDoubles(a, b)).Vector.ToScalar();
    }
}
