namespace Isonomia.Inference.Locating;

/// <summary>A model that cannot be located with. The message says why, and what to do.</summary>
public sealed class LocatingException(string message) : Exception(message);
