namespace Isonomia.Validation.Contrasting;

/// <summary>A number that is compared between the sets of Bonn.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Unit">Its unit.</param>
public sealed record BonnQuantity(string Name, string Unit)
{
    /// <summary>Means over the first twenty segments of Z, O, N, F, S that another tool finds; null where unknown.</summary>
    public IReadOnlyList<double>? KnownMeans { get; init; }
}
