using Isonomia.Validation.Climbing;
using Isonomia.Validation.Rungs;
using Isonomia.Validation.Rungs.Fields;

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
        new AuditorySteadyState(), new PerceptualDecision(), new DecisionField(), new SpatialWorkingMemory(), new WilsonCowanRhythm(),
        new JansenRitAlpha(), new SeizureOnset(), new EpileptorSeizures(), new QuadraticMeanField(),
        new FeedbackInhibition(), new SpectroscopyField(), new AmyloidSlowing(), new MagneticPlasticity(), new SameBits(),
    ];
}
