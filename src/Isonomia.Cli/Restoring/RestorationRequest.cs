using Isonomia.Measurement.Formats;
using Isonomia.Restoration.Search;

namespace Isonomia.Cli.Restoring;

/// <summary>What <c>restore</c> was asked for.</summary>
internal sealed record RestorationRequest
{
    public string? Recording { get; init; }

    public string? Condition { get; init; }

    public string? Channel { get; init; }

    public IReadOnlyList<string> Interventions { get; init; } = [];

    public IReadOnlyList<string> Excluded { get; init; } = [];

    public string? Norms { get; init; }

    public double? Over { get; init; }

    public SearchOptions Search { get; init; } = new();

    public ReadingOptions Reading { get; init; } = new();

    public required string Command { get; init; }
}
