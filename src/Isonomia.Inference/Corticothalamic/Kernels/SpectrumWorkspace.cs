using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Isonomia.Inference.Corticothalamic.Kernels;

/// <summary>
/// What an evaluation of the spectrum leaves for its derivatives: blocks of eight frequencies, the last one filled up by
/// going on beyond the grid. 1 KB for eight frequencies, 24 KB for 177: it stays in the first cache.
/// </summary>
internal sealed class SpectrumWorkspace
{
    public SpectrumWorkspace(double firstHz, double stepHz, int count)
    {
        Count = count;
        FirstOmega = 2 * Math.PI * firstHz;
        StepOmega = 2 * Math.PI * stepHz;
        var blocks = (count + 7) / 8;
        var omega = Enumerable.Range(0, blocks * 8).Select(i => FirstOmega + (i * StepOmega)).ToArray();
        Omega = MemoryMarshal.Cast<double, Vector512<double>>(omega).ToArray();
        Response = new ComplexLanes[blocks];
        InverseCortex = new ComplexLanes[blocks];
        InverseThalamus = new ComplexLanes[blocks];
        Delayed = new ComplexLanes[blocks];
        Loop = new ComplexLanes[blocks];
        Pull = new ComplexLanes[blocks];
        Drive = new Vector512<double>[blocks];
        Sum = new Vector512<double>[blocks];
        Power = new Vector512<double>[blocks];
        Weights = new Vector512<double>[blocks];
    }

    public int Count { get; }

    public double FirstOmega { get; }

    public double StepOmega { get; }

    public Vector512<double>[] Omega { get; }

    /// <summary>L.</summary>
    public ComplexLanes[] Response { get; }

    /// <summary>1/(1 - G_ei L).</summary>
    public ComplexLanes[] InverseCortex { get; }

    /// <summary>1/(1 - G_srs L^2).</summary>
    public ComplexLanes[] InverseThalamus { get; }

    /// <summary>exp(i omega t0)/(1 - G_srs L^2).</summary>
    public ComplexLanes[] Delayed { get; }

    /// <summary>(G_ese L^2 + G_esre L^3) times that.</summary>
    public ComplexLanes[] Loop { get; }

    /// <summary>The slope of the sum over modes by the dispersion, halved, sign turned, conjugate.</summary>
    public ComplexLanes[] Pull { get; }

    /// <summary>|L^2/(A B)|^2.</summary>
    public Vector512<double>[] Drive { get; }

    /// <summary>The sum over modes.</summary>
    public Vector512<double>[] Sum { get; }

    /// <summary>The spectrum.</summary>
    public Vector512<double>[] Power { get; }

    /// <summary>What each frequency's slope counts; zero beyond the grid.</summary>
    public Vector512<double>[] Weights { get; }
}
