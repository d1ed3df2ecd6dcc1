namespace Isonomia.Simulation.Fields.Analysis;

/// <summary>What happens where a fixed point loses its stability.</summary>
public enum InstabilityKind
{
    /// <summary>A real root crosses zero: the point meets another and both vanish, or exchange stability.</summary>
    SaddleNode,

    /// <summary>A pair of complex roots crosses the axis: an oscillation is born.</summary>
    Hopf,
}
