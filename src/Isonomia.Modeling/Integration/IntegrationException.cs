namespace Isonomia.Modeling.Integration;

/// <summary>
/// Equations that cannot be integrated as asked: a named method that does not fit an equation, or a solution that runs
/// away. The message is one sentence for people: what was found, why it does not fit, what to do.
/// </summary>
public sealed class IntegrationException : Exception
{
    /// <summary>An exception with its message for people.</summary>
    /// <param name="message">What was found, why it does not fit, what to do.</param>
    public IntegrationException(string message)
        : base(message)
    {
    }
}
