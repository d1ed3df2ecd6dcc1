using System.Collections.Immutable;
using Isonomia.Modeling.Description;

namespace Isonomia.Restoration.Catalogue;

/// <summary>The keys of catalogue files: what the reader accepts and what the documentation lists.</summary>
public static class CatalogueKeys
{
    private static readonly ModelKey[] Common =
    [
        new("title", "what people call it", "Less NMDA drive of inhibitory cells"),
        new("summary", "what it is, and what is disputed about it", "Fewer NMDA currents in ..."),
        new("evidence", "strong, moderate, weak or speculative: of the entry as a whole", "moderate"),
        new("source", "where it is from: a paper with its DOI, PMID or PMC number; in words where there is none",
            "Murray et al. 2014, doi:10.1093/cercor/bhs370"),
        new("rivals", "names of entries that hold the contrary", "[nmda-hypofunction-ee]"),
        new("mechanism", "changes of the tissue, each with 'change', 'factor' or 'shift', 'evidence', 'source'",
            "[{change: GAD67, factor: {median: 0.7, sd_log: 0.15}, evidence: weak, source: ...}]"),
        new("models", "what it is in each model: 'assumption', 'evidence', 'source', 'changes' of its parameters",
            "{murray2014: {assumption: ..., changes: [{parameter: EI, factor: {median: 0.97, sd_log: 0.01}}]}}"),
        new("signatures", "what it does to biomarkers: 'biomarker', 'direction' (up, down, none, disputed), 'size', "
            + "'model' (where it must show), 'evidence', 'source'",
            "[{biomarker: alpha-frequency, direction: down, model: corticothalamic, evidence: weak, source: ...}]"),
    ];

    /// <summary>The keys of a condition.</summary>
    public static ImmutableArray<ModelKey> Condition { get; } =
    [
        new("condition", "its name", "nmda-hypofunction-ei"),
        .. Common,
        new("disorder", "the disorder or state that it may explain", "schizophrenia"),
        new("timing", "when in life it begins and how it goes on", "late adolescence, then lasting"),
    ];

    /// <summary>The keys of an intervention.</summary>
    public static ImmutableArray<ModelKey> Intervention { get; } =
    [
        new("intervention", "its name", "benzodiazepine"),
        .. Common,
        new("kind", "drug, stimulation, diet or lifestyle", "drug"),
        new("dose", "'unit', 'typical', 'most', 'every' (for what is repeated), 'half' (dose of half the effect), 'hill', "
            + "'evidence', 'source'; the changes are those at the typical dose",
            "{unit: mg, typical: 1, most: 4, every: 12 h, half: {median: 1, sd_log: 0.3}, hill: 1, ...}"),
        new("pharmacokinetics", "'route', 'absorption_half_life', 'half_life', 'evidence', 'source'",
            "{route: oral, absorption_half_life: 15 min, half_life: {median: 12 h, sd_log: 0.25}, ...}"),
        new("course", "'onset' (time constant), 'tolerance' (share lost in the long run), 'tolerance_time', 'evidence', "
            + "'source'", "{onset: 14 d, tolerance: 0.5, tolerance_time: 21 d, ...}"),
        new("burden", "'value' from 0 to 1 at the typical dose, 'why', 'evidence', 'source'",
            "{value: 0.5, why: sedation, evidence: moderate, source: ...}"),
        new("only_for", "conditions that it undoes and beyond which it does nothing", "[sleep-deprivation]"),
        new("contraindications", "who must not have it", "[pregnancy]"),
    ];

    /// <summary>The keys of an evidence card.</summary>
    public static ImmutableArray<ModelKey> Card { get; } =
    [
        new("card", "its name", "omega-3"),
        .. Common[..4],
        new("known", "what is known: 'claim', 'evidence', 'source'", "[{claim: ..., evidence: moderate, source: ...}]"),
    ];

    internal static ImmutableArray<ModelKey> Of(params string[] names) =>
        [.. names.Select(n => new ModelKey(n, "", ""))];
}
