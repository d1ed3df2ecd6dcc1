using System.Globalization;
using Isonomia.Measurement.Bids;
using Isonomia.Measurement.Biomarkers;
using Isonomia.Measurement.Cohorts;
using Isonomia.Reporting.Findings;

namespace Isonomia.Reporting.Cohorts.Comparing;

/// <summary>
/// The main numbers of all recordings of a data set, for groups to be compared by: those of which the report of one
/// recording shows maps, and the first of every other biomarker.
/// </summary>
public sealed class CohortObservations
{
    private readonly Dictionary<CohortQuantity, Marker> markers = [];
    private readonly Dictionary<string, string> firstQuantities = new(StringComparer.Ordinal);
    private readonly List<Observation> all = [];

    private CohortObservations()
    {
    }

    /// <summary>The numbers.</summary>
    public IReadOnlyList<Observation> All => all;

    /// <summary>Reads them from the results of recordings.</summary>
    /// <param name="results">Where the results are.</param>
    /// <param name="outcomes">What became of the recordings; those that failed are passed over.</param>
    /// <param name="occasion">The entity that tells occasions apart, as <c>ses</c>; null for none. Recordings without it are
    /// passed over.</param>
    public static CohortObservations Read(DerivativeFolder results, IEnumerable<FileOutcome> outcomes, string? occasion)
    {
        ArgumentNullException.ThrowIfNull(results);
        ArgumentNullException.ThrowIfNull(outcomes);
        var observations = new CohortObservations();
        foreach (var (file, measured, _, _) in outcomes)
        {
            var when = occasion is null ? "" : file.Name[occasion];
            if (measured is not null && when is not null)
                observations.Add(file.Participant, when, BidsTable.Read(results.PathOf(file, "biomarkers.tsv")));
        }

        return observations;
    }

    /// <summary>How a quantity is shown.</summary>
    internal Marker MarkerOf(CohortQuantity quantity) => markers[quantity];

    private void Add(string participant, string occasion, BidsTable table)
    {
        for (var row = 0; row < table.Count; row++)
        {
            if (table[row, "biomarker"] is not { } biomarker || table[row, "quantity"] is not { } name
                || (table[row, "part"] ?? "") is not { } part || part.Contains('/', StringComparison.Ordinal)
                || table[row, "type"] is not { } type)
            {
                continue;
            }

            firstQuantities.TryAdd(biomarker, name);
            var quantity = new CohortQuantity(biomarker, part, name, type, table[row, "unit"] ?? "1");
            if (IsShown(quantity) && double.TryParse(table[row, "value"], NumberStyles.Float, CultureInfo.InvariantCulture,
                out var value) && double.IsFinite(value))
            {
                all.Add(new Observation(participant, occasion, table[row, "channel"] ?? "", quantity, value));
            }
        }
    }

    private bool IsShown(CohortQuantity quantity)
    {
        if (markers.ContainsKey(quantity))
            return true;
        var title = BiomarkerLibrary.Descriptions.FirstOrDefault(d => d.Name == quantity.Biomarker)?.Definition.Title
            ?? quantity.Biomarker;
        var kind = MarkerKinds.Of(quantity.Biomarker, firstQuantities[quantity.Biomarker], title)
            .FirstOrDefault(k => k.IsMain && k.Quantity == quantity.Name);
        if (kind is not null)
            markers[quantity] = new Marker(kind, quantity.Part, quantity.Unit, []);
        return kind is not null;
    }
}
