namespace Isonomia.Modeling.Circuits;

/// <summary>The shape of a space.</summary>
public enum SpaceKind
{
    /// <summary>One dimension, closed.</summary>
    Ring,

    /// <summary>Two dimensions.</summary>
    Sheet,
}
