using Isonomia.Modeling.Models;

namespace Isonomia.Modeling.Description;

/// <summary>A receptor model as written.</summary>
public sealed record ReceptorDescription : ModelDescription
{
    /// <summary>What a presynaptic spike does.</summary>
    public ModelText? OnPre { get; init; }

    /// <summary>What a postsynaptic spike does.</summary>
    public ModelText? OnPost { get; init; }

    /// <summary>Where its state lives.</summary>
    public StateLocation State { get; init; }

    /// <inheritdoc/>
    public bool Equals(ReceptorDescription? other) => base.Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => base.GetHashCode();
}
