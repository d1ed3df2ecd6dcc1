using System.Runtime.CompilerServices;

namespace Isonomia.Numerics.Elementary;

/// <summary>
/// Elementary functions of vectors and of single numbers, in floats and doubles, with the limits of IEEE 754 and C99:
/// infinities, signed zeros, subnormals and NaN come out as numpy has them. An item's bits depend on the item alone,
/// not on the width, its neighbours or the processor's instruction sets (of a NaN, only that it is one). The error
/// stated is the greatest, in units in the last place (ulp) of the exact result, whose correct rounding would be 0.5;
/// tests hold it.
/// </summary>
/// <remarks>
/// A call is not inlined: it costs about 1 ns whatever the width, which callers compiled at run time, with many such
/// calls in one method, get back. The compiler gives up inlining altogether in a method of 512 locals, which some ten
/// inlined exponentials bring about; and it compiles each of these methods once, at full optimisation from the start.
/// </remarks>
public static partial class VectorFunctions
{
    private const MethodImplOptions CompiledOnce =
        MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization;
}
