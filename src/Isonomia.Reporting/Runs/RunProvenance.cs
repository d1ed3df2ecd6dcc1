using System.Collections.Immutable;

namespace Isonomia.Reporting.Runs;

/// <summary>What is needed to repeat a run.</summary>
/// <param name="Command">The command that made it.</param>
public sealed record RunProvenance(string Command)
{
    /// <summary>What was asked for, option by option, as it was written: "for" is "1s".</summary>
    public ImmutableSortedDictionary<string, ImmutableArray<string>> Options { get; init; } =
        ImmutableSortedDictionary.Create<string, ImmutableArray<string>>(StringComparer.Ordinal);

    /// <summary>The files it was made of, the model itself first.</summary>
    public ImmutableArray<RunInput> Inputs { get; init; } = [];

    /// <summary>The version of the tool that made it.</summary>
    public static string Version { get; } = typeof(RunProvenance).Assembly.GetName().Version!.ToString(3);
}
