using Isonomia.Inference.Cohorts;
using Isonomia.Inference.Models;
using Isonomia.Measurement.Cohorts;

namespace Isonomia.Reporting.Locating;

/// <summary>A data set that was located, and how groups in it compare.</summary>
/// <param name="Dataset">The data set's name.</param>
/// <param name="Model">The model.</param>
/// <param name="Files">Each recording: what it is called, whose it is, what was found (null where it failed), why it failed.</param>
/// <param name="Design">Who was compared with whom; null for no comparison.</param>
/// <param name="Effects">What came of it.</param>
/// <param name="Command">The command line.</param>
public sealed record LocatedCohort(string Dataset, SpectralModel Model,
    IReadOnlyList<(string Recording, string Participant, LocatedFile? Found, string? Failure)> Files,
    CohortDesign? Design, IReadOnlyList<GroupEffect> Effects, string Command)
{
    /// <summary>Coordinates and margin: what is looked at first, and counted as findings.</summary>
    public static IReadOnlyCollection<string> Main(SpectralModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return [.. model.Coordinates.Select(c => c.Name), "margin"];
    }
}
