namespace Isonomia.Reporting.Runs;

/// <summary>A file of which a run was made, or a model of the library.</summary>
/// <param name="Name">Its path as it was given, or its name in the library: "cells/wang-buzsaki".</param>
/// <param name="Sha256">The hash of its bytes, in lower-case hexadecimal.</param>
/// <param name="Text">What it says, for models; null for files of numbers, which are known by their hash.</param>
public sealed record RunInput(string Name, string Sha256, string? Text)
{
    /// <summary>
    /// The name by which the model calls it, from the folder of its own file; null for the model itself.
    /// </summary>
    public string? Written { get; init; }

    /// <summary>Whether it comes from the library that travels inside the tool.</summary>
    public bool IsOfLibrary { get; init; }
}
