using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Isonomia.Inference.Corticothalamic.Kernels;
using Isonomia.Inference.Models;

namespace Isonomia.Inference.Corticothalamic;

/// <summary>The corticothalamic spectrum on a grid, vectorised, with analytic derivatives.</summary>
internal sealed class CorticothalamicEvaluation(FrequencyGrid grid) : SpectralEvaluation
{
    private readonly SpectrumWorkspace work = new(grid.FirstHz, grid.StepHz, grid.Count);
    private CorticothalamicGains gains;

    public override bool TryEvaluate(ReadOnlySpan<double> parameters, Span<double> spectrum, bool withGradient)
    {
        gains = CorticothalamicGains.From(parameters);
        if (!StabilityKernel.IsStable(gains))
            return false;
        SpectrumKernel.Run(gains, work);
        MemoryMarshal.Cast<Vector512<double>, double>(work.Power.AsSpan())[..work.Count].CopyTo(spectrum);
        return true;
    }

    public override void Pull(ReadOnlySpan<double> weights, Span<double> gradient)
    {
        var lanes = MemoryMarshal.Cast<Vector512<double>, double>(work.Weights.AsSpan());
        weights.CopyTo(lanes);
        lanes[weights.Length..].Clear();
        SlopeKernel.Run(gains, work, gradient);
    }
}
