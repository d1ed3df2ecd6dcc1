using Isonomia.Measurement.Biomarkers;

namespace Isonomia.Reporting.Tests.Making;

/// <summary>Definitions of the biomarkers of <see cref="RestingRecording"/>.</summary>
internal static class Definitions
{
    public static IReadOnlyList<IBiomarker> All { get; } =
    [
        new Defined("aperiodic", new BiomarkerDefinition(
            "Aperiodic component", "log P(f) = b - log(f^chi)", Direction.Falls, Evidence.Moderate,
            "Donoghue et al. 2020, doi:10.1038/s41593-020-00744-x", "Depends on the range of the fit.")),
        new Defined("fei", new BiomarkerDefinition(
            "Functional E/I ratio", "1 - corr(wAmp, wDNF)", Direction.Rises, Evidence.Weak,
            "Bruining et al. 2020, doi:10.1038/s41598-020-65500-4.", "Undefined where DFA is 0.6 or less.")),
        new Defined("unmeasured", new BiomarkerDefinition(
            "Not here", "0", Direction.Undecided, Evidence.Weak, "none", "none")),
    ];
}
