using System.Runtime.CompilerServices;

namespace Isonomia.Simulation.Compilation.Kernels;

/// <summary>Which lanes of a vector hold cells and which fill up the last block.</summary>
internal static class Padding
{
    /// <summary>
    /// As many low bits as there are cells left; all where they fill any vector. Inlined, because a call would make the
    /// loop around it keep its sums in memory.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Below(int cells) => cells >= 64 ? ulong.MaxValue : cells <= 0 ? 0 : (1UL << cells) - 1;
}
