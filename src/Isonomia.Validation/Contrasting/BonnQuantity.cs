namespace Isonomia.Validation.Contrasting;

/// <summary>A number that is compared between the sets of Bonn.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="KnownMeans">Means over the first ten segments of Z, O, N, F, S that another tool finds.</param>
public sealed record BonnQuantity(string Name, string Unit, IReadOnlyList<double> KnownMeans);
