namespace Isonomia.Modeling.Description;

/// <summary>A key of a circuit's file and what belongs to it.</summary>
/// <param name="Key">The key with its place.</param>
/// <param name="Value">What belongs to it.</param>
public sealed record WrittenEntry(ModelText Key, WrittenValue Value);
