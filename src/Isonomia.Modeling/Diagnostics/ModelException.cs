namespace Isonomia.Modeling.Diagnostics;

/// <summary>A model that cannot run, and everything that is wrong with it.</summary>
public sealed class ModelException : Exception
{
    /// <summary>An exception that carries findings.</summary>
    /// <param name="diagnostics">What was found; at least one error.</param>
    public ModelException(IReadOnlyList<Diagnostic> diagnostics)
        : base(string.Join('\n', diagnostics.Select(d => d.Render()))) => Diagnostics = diagnostics;

    /// <summary>What was found, in the order in which it was found.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; }
}
