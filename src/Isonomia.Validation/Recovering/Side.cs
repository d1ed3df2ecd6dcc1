namespace Isonomia.Validation.Recovering;

/// <summary>What is known of a value.</summary>
public enum Side
{
    /// <summary>The value itself.</summary>
    At,

    /// <summary>That it lies above.</summary>
    Above,

    /// <summary>That it lies below.</summary>
    Below,

    /// <summary>Nothing; it is there for comparison.</summary>
    Unknown,
}
