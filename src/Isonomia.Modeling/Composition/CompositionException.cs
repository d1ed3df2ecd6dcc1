namespace Isonomia.Modeling.Composition;

/// <summary>Two models that cannot be put together; the message says why, for people.</summary>
/// <param name="message">What does not fit.</param>
public sealed class CompositionException(string message) : Exception(message);
