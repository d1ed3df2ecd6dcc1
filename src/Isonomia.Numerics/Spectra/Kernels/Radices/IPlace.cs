using Isonomia.Numerics.Spectra.Kernels.Lanes;

namespace Isonomia.Numerics.Spectra.Kernels.Radices;

/// <summary>Where the outputs of a step go and what turns them.</summary>
internal interface IPlace<TLanes>
    where TLanes : unmanaged, ILanes<TLanes>
{
    /// <summary>The factor of output j, j &gt; 0.</summary>
    ComplexLanes<TLanes> Twiddle(int j);

    void Put(int j, ComplexLanes<TLanes> output);

    /// <summary>All four outputs of radix 4 at once.</summary>
    void Put(ComplexLanes<TLanes> a, ComplexLanes<TLanes> b, ComplexLanes<TLanes> c, ComplexLanes<TLanes> d);
}
