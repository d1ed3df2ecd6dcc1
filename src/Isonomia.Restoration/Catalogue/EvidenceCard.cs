using System.Collections.Immutable;

namespace Isonomia.Restoration.Catalogue;

/// <summary>
/// Something that people try and for which no parameter can be defended: what is known of it, and never a number in a
/// model.
/// </summary>
public sealed record EvidenceCard : CatalogueEntry
{
    /// <summary>What is known, each with what it stands on.</summary>
    public required ImmutableArray<(string Claim, Grounds Grounds)> Known { get; init; }
}
