namespace Isonomia.Modeling.Models;

/// <summary>Where the state of a receptor lives.</summary>
public enum StateLocation
{
    /// <summary>Once for each target cell, shared by all its synapses ("target").</summary>
    Target,

    /// <summary>Once for each source cell, read by all its targets ("source"): saturating gates.</summary>
    Source,

    /// <summary>Once for each synapse ("synapse"): plastic synapses.</summary>
    Synapse,
}
