using Isonomia.Restoration.Circuits;

namespace Isonomia.Cli.Restoring;

/// <summary>What <c>restore --circuit</c> was asked for.</summary>
internal sealed record CircuitRestorationRequest
{
    public required string Circuit { get; init; }

    public required string Condition { get; init; }

    public IReadOnlyList<string> Tuned { get; init; } = [];

    public IReadOnlyList<KeyValuePair<string, string>> Settings { get; init; } = [];

    public CircuitSearchOptions Search { get; init; } = new();

    public required string Command { get; init; }
}
