namespace Isonomia.Modeling.Description;

/// <summary>A key of a model file, for the reader, the documentation and the hints of errors.</summary>
/// <param name="Name">The key.</param>
/// <param name="Meaning">What it says.</param>
/// <param name="Example">A value for it, as written in a file.</param>
public sealed record ModelKey(string Name, string Meaning, string Example);
