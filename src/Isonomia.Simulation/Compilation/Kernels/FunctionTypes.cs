using System.Runtime.CompilerServices;
using Isonomia.Modeling.Expressions;
using Isonomia.Numerics.Elementary.Kernels;
using Isonomia.Numerics.Elementary.Kernels.Lanes;

namespace Isonomia.Simulation.Compilation.Kernels;

/// <summary>The elementary functions as types, for <see cref="FunctionLoops"/>.</summary>
internal static class FunctionTypes
{
    /// <summary>The type of an operator's function.</summary>
    public static Type Of(Operator op) => op switch
    {
        Operator.Exp => typeof(Exp),
        Operator.Expm1 => typeof(Expm1),
        Operator.Exprel => typeof(Exprel),
        Operator.Log => typeof(Log),
        Operator.Log1p => typeof(Log1p),
        Operator.Log10 => typeof(Log10),
        Operator.Sin => typeof(Sin),
        Operator.Cos => typeof(Cos),
        Operator.Tan => typeof(Tan),
        Operator.Sinh => typeof(Sinh),
        Operator.Cosh => typeof(Cosh),
        Operator.Tanh => typeof(Tanh),
        Operator.Arcsin => typeof(Arcsin),
        Operator.Arccos => typeof(Arccos),
        Operator.Arctan => typeof(Arctan),
        Operator.Sign => typeof(Sign),
        Operator.Modulo => typeof(Modulo),
        Operator.FloorDivide => typeof(FloorDivide),
        _ => throw new ArgumentOutOfRangeException(nameof(op), op, "It is no function."),
    };

    private readonly struct Exp : IUnaryFunction
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static V Of<V>(V x)
            where V : struct, ILanes<V> => Exponentials<V>.Exp(x);
    }

    private readonly struct Expm1 : IUnaryFunction
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static V Of<V>(V x)
            where V : struct, ILanes<V> => Exponentials<V>.Expm1(x);
    }

    private readonly struct Exprel : IUnaryFunction
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static V Of<V>(V x)
            where V : struct, ILanes<V> => Exponentials<V>.Exprel(x);
    }

    private readonly struct Log : IUnaryFunction
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static V Of<V>(V x)
            where V : struct, ILanes<V> => Logarithms<V>.Log(x);
    }

    private readonly struct Log1p : IUnaryFunction
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static V Of<V>(V x)
            where V : struct, ILanes<V> => Logarithms<V>.Log1p(x);
    }

    private readonly struct Log10 : IUnaryFunction
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static V Of<V>(V x)
            where V : struct, ILanes<V> => Logarithms<V>.Log10(x);
    }

    private readonly struct Sin : IUnaryFunction
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static V Of<V>(V x)
            where V : struct, ILanes<V> => Angles<V>.Sin(x);
    }

    private readonly struct Cos : IUnaryFunction
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static V Of<V>(V x)
            where V : struct, ILanes<V> => Angles<V>.Cos(x);
    }

    private readonly struct Tan : IUnaryFunction
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static V Of<V>(V x)
            where V : struct, ILanes<V> => Angles<V>.Tan(x);
    }

    private readonly struct Sinh : IUnaryFunction
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static V Of<V>(V x)
            where V : struct, ILanes<V> => Exponentials<V>.Sinh(x);
    }

    private readonly struct Cosh : IUnaryFunction
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static V Of<V>(V x)
            where V : struct, ILanes<V> => Exponentials<V>.Cosh(x);
    }

    private readonly struct Tanh : IUnaryFunction
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static V Of<V>(V x)
            where V : struct, ILanes<V> => Exponentials<V>.Tanh(x);
    }

    private readonly struct Arcsin : IUnaryFunction
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static V Of<V>(V x)
            where V : struct, ILanes<V> => InverseAngles<V>.Arcsin(x);
    }

    private readonly struct Arccos : IUnaryFunction
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static V Of<V>(V x)
            where V : struct, ILanes<V> => InverseAngles<V>.Arccos(x);
    }

    private readonly struct Arctan : IUnaryFunction
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static V Of<V>(V x)
            where V : struct, ILanes<V> => InverseAngles<V>.Arctan(x);
    }

    private readonly struct Sign : IUnaryFunction
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static V Of<V>(V x)
            where V : struct, ILanes<V> => Divisions<V>.Sign(x);
    }

    private readonly struct Modulo : IBinaryFunction
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static V Of<V>(V x, V y)
            where V : struct, ILanes<V> => Divisions<V>.Mod(x, y);
    }

    private readonly struct FloorDivide : IBinaryFunction
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static V Of<V>(V x, V y)
            where V : struct, ILanes<V> => Divisions<V>.FloorDivide(x, y);
    }
}
