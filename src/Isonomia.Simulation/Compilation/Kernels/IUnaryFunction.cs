using Isonomia.Numerics.Elementary.Kernels.Lanes;

namespace Isonomia.Simulation.Compilation.Kernels;

/// <summary>A function of one number, over vectors of any width.</summary>
internal interface IUnaryFunction
{
    static abstract V Of<V>(V x)
        where V : struct, ILanes<V>;
}
