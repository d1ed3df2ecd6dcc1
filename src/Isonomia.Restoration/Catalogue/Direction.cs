namespace Isonomia.Restoration.Catalogue;

/// <summary>Where a biomarker goes.</summary>
public enum Direction
{
    /// <summary>It rises.</summary>
    Up,

    /// <summary>It falls.</summary>
    Down,

    /// <summary>It stays as it is.</summary>
    None,

    /// <summary>Studies contradict each other: no direction may be claimed.</summary>
    Disputed,
}
