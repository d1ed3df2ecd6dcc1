namespace Isonomia.Modeling.Circuits;

/// <summary>A file or model of the library that a circuit's description names, and of which it is made.</summary>
/// <param name="Name">Its name as written, without a variant; for a model of the library its full name.</param>
/// <param name="File">The path of the file; null for a model of the library.</param>
public sealed record CircuitReference(string Name, string? File);
