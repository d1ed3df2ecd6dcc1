namespace Isonomia.Restoration.Catalogue;

/// <summary>What a statement stands on.</summary>
/// <param name="Evidence">How well it is founded.</param>
/// <param name="Source">A paper with its DOI, PMID or PMC number, or in words where there is none.</param>
public sealed record Grounds(EvidenceLevel Evidence, string Source);
