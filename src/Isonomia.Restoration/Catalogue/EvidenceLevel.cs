namespace Isonomia.Restoration.Catalogue;

/// <summary>How well a statement is founded; it travels with every number derived from it.</summary>
public enum EvidenceLevel
{
    /// <summary>Proposed; nothing measured stands behind it.</summary>
    Speculative,

    /// <summary>Single studies, conflicting ones, or from memory and unverified.</summary>
    Weak,

    /// <summary>A consistent direction with some quantitative anchor.</summary>
    Moderate,

    /// <summary>Replicated in humans, or a model's defining result.</summary>
    Strong,
}
