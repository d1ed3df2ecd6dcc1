using Isonomia.Numerics.Elementary.Kernels.Lanes;

namespace Isonomia.Simulation.Compilation.Kernels;

/// <summary>A function of two numbers, over vectors of any width.</summary>
internal interface IBinaryFunction
{
    static abstract V Of<V>(V x, V y)
        where V : struct, ILanes<V>;
}
