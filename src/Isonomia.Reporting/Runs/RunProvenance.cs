using System.Collections.Immutable;

namespace Isonomia.Reporting.Runs;

/// <summary>What is needed to repeat a run.</summary>
/// <param name="Command">The command that made it, as a shell reads it.</param>
public sealed record RunProvenance(string Command)
{
    /// <summary>
    /// What followed <c>isonomia simulate</c>, word by word, without what says only where results go and how many
    /// threads make them; the first is the model.
    /// </summary>
    public ImmutableArray<string> Arguments { get; init; } = [];

    /// <summary>The files and models of the library that it was made of, the model itself first.</summary>
    public ImmutableArray<RunInput> Inputs { get; init; } = [];

    /// <summary>The version of the tool.</summary>
    public static string Version { get; } = typeof(RunProvenance).Assembly.GetName().Version!.ToString(3);
}
