using System.Collections.Immutable;
using Isonomia.Modeling.Equations;
using Isonomia.Modeling.Expressions;
using Isonomia.Modeling.Models;

namespace Isonomia.Modeling.Fields;

/// <summary>
/// A field, resolved and checked: the equations of a region's neural masses, what they read of other regions and of the
/// past, and what is observed of them.
/// </summary>
/// <param name="Region">
/// The equations, parameters and initial values of a region. Delayed values and couplings are inputs of it; for all
/// that steps cells a region is a cell that never spikes.
/// </param>
public sealed record FieldModel(CellModel Region)
{
    /// <summary>Its name: "jansen-rit".</summary>
    public string Name => Region.Name;

    /// <summary>The delayed values that the equations read, in the order of their names.</summary>
    public ImmutableArray<DelayedValue> Delays { get; init; } = [];

    /// <summary>What reaches a region from the others.</summary>
    public ImmutableArray<RegionCoupling> Couplings { get; init; } = [];

    /// <summary>What is observed: an expression of states, subexpressions and parameters; null where not said.</summary>
    public Expression? Output { get; init; }

    /// <summary>The spatial modes that add to the observed spectrum; null for a field without extent.</summary>
    public SpatialModes? Modes { get; init; }
}
