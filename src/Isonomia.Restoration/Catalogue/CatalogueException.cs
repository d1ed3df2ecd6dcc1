namespace Isonomia.Restoration.Catalogue;

/// <summary>Something was asked for that the catalogue does not hold or cannot give.</summary>
/// <param name="message">For people: what was found, what was expected, what to do.</param>
public sealed class CatalogueException(string message) : Exception(message);
