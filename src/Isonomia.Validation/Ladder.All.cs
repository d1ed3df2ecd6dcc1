using Isonomia.Validation.Climbing;
using Isonomia.Validation.Rungs;

namespace Isonomia.Validation;

public static partial class Ladder
{
    /// <summary>All rungs, in the order of climbing.</summary>
    public static IReadOnlyList<Rung> All { get; } =
    [
        new SiegertRates(), new PhaseDiagram(), new BalancedState(), new ShortTermPlasticity(), new ShotNoiseSlope(),
        new MultidimensionalImbalance(), new CorticalColumn(), new BalancedAmplification(),
        new ImbalancedAmplification(), new InhibitoryPlasticity(), new SubsampledBranching(),
        new CriticalOscillations(), new InterneuronGamma(), new PyramidalInterneuronGamma(),
        new AuditorySteadyState(), new PerceptualDecision(), new SpatialWorkingMemory(), new SameBits(),
    ];
}
