using Isonomia.Numerics.Spectra.Kernels.Lanes;

namespace Isonomia.Numerics.Spectra.Kernels.Radices;

/// <summary>The transform of a few points, one such transform in each lane.</summary>
internal unsafe interface IRadix
{
    /// <summary>How many points.</summary>
    int Points { get; }

    /// <summary>
    /// Reads points k at x + k jump, transforms them, turns outputs j &gt; 0 by the place's twiddles and puts them
    /// there. All points are read before the first is put.
    /// </summary>
    void Step<TLanes, TPlace>(double* xr, double* xi, long jump, TPlace place)
        where TLanes : unmanaged, ILanes<TLanes>
        where TPlace : struct, IPlace<TLanes>;
}
