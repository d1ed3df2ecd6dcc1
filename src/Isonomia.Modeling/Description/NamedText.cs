namespace Isonomia.Modeling.Description;

/// <summary>A name and what is written for it: an initial value, a changed parameter.</summary>
/// <param name="Name">The name.</param>
/// <param name="Value">What is written for it.</param>
public sealed record NamedText(ModelText Name, ModelText Value);
