using Isonomia.Inference.Models;
using Isonomia.Restoration.Catalogue;

namespace Isonomia.Restoration.Search;

/// <summary>A plan in the ranking.</summary>
/// <param name="Outcome">What it is expected to do.</param>
/// <param name="Margin">The median stability margin with it, 1/s; null where most draws are unstable.</param>
/// <param name="Nearest">The instability that is nearest in the median draw.</param>
/// <param name="Evidence">The least founded step on which it hangs.</param>
public sealed record RankedPlan(Outcome Outcome, double? Margin, Stability Nearest, EvidenceLevel Evidence)
{
    /// <summary>The plan.</summary>
    public Plan Plan => Outcome.Plan;
}
