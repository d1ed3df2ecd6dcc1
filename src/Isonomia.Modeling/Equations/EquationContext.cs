namespace Isonomia.Modeling.Equations;

/// <summary>What equations are of: it decides which names are built in and which flags have a meaning.</summary>
public enum EquationContext
{
    /// <summary>A cell.</summary>
    Cell,

    /// <summary>A synapse: a receptor or a plasticity rule.</summary>
    Synapse,

    /// <summary>A region of a field.</summary>
    Field,
}
