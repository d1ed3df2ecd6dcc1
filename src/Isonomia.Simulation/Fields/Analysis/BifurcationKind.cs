namespace Isonomia.Simulation.Fields.Analysis;

/// <summary>What happens at a special point of a branch of fixed points.</summary>
public enum BifurcationKind
{
    /// <summary>The branch turns back: two fixed points meet and vanish.</summary>
    SaddleNode,

    /// <summary>A pair of roots crosses the axis: an oscillation is born or dies.</summary>
    Hopf,

    /// <summary>A real root crosses zero though the branch goes on: another branch crosses this one.</summary>
    BranchPoint,
}
