using Isonomia.Measurement.Biomarkers;
using Isonomia.Measurement.Measuring;
using Isonomia.Measurement.Results;
using Isonomia.Reporting.Tables;

namespace Isonomia.Reporting.Findings;

/// <summary>
/// A measurement, arranged for reading: which channels are good, and the numbers by which they compare.
/// </summary>
internal sealed class RecordingFindings
{
    private const string NotMeasured = "not measured";

    public RecordingFindings(RecordingMeasurement measurement, IReadOnlyList<IBiomarkerDescription> definitions)
    {
        Measurement = measurement;
        Channels = measurement.Channels;
        Good = [.. Channels.Where(c => c.WhyBad is null)];
        Bad = [.. Channels.Where(c => c.WhyBad is not null)];
        var measured = Channels.SelectMany(c => c.Biomarkers.Keys).Distinct().ToArray();
        string[] others =
            [.. measurement.Whole.Biomarkers.Keys, .. measurement.Populations.SelectMany(p => p.Biomarkers.Keys)];
        Definitions = [.. definitions.Where(d => measured.Contains(d.Name) || others.Contains(d.Name))];
        Markers = [.. measured.SelectMany(MarkersOf).OrderBy(m => m.Kind.Family)];
    }

    public RecordingMeasurement Measurement { get; }

    public IReadOnlyList<ChannelMeasurement> Channels { get; }

    public IReadOnlyList<ChannelMeasurement> Good { get; }

    public IReadOnlyList<ChannelMeasurement> Bad { get; }

    /// <summary>What the biomarkers are that were measured.</summary>
    public IReadOnlyList<IBiomarkerDescription> Definitions { get; }

    /// <summary>The numbers, by family, then in the order of the library.</summary>
    public IReadOnlyList<Marker> Markers { get; }

    /// <summary>The marker of a kind, in a part; null where it was not measured.</summary>
    public Marker? Find(string biomarker, string quantity, string part = "") =>
        Markers.FirstOrDefault(m => m.Kind.Biomarker == biomarker && m.Kind.Quantity == quantity && m.Part == part);

    /// <summary>The definition of a marker's biomarker, where it is known.</summary>
    public BiomarkerDefinition? DefinitionOf(Marker marker) =>
        Definitions.FirstOrDefault(d => d.Name == marker.Kind.Biomarker)?.Definition;

    private IEnumerable<Marker> MarkersOf(string biomarker)
    {
        var rows = Channels
            .Select(c => c.Biomarkers.TryGetValue(biomarker, out var r) ? MeasuredRow.Of(r).ToArray() : [])
            .ToArray();
        var all = rows.SelectMany(r => r).Where(r => !r.Part.Contains('/')).ToArray();
        if (all.Length == 0)
            yield break;
        var title = Definitions.FirstOrDefault(d => d.Name == biomarker)?.Definition.Title ?? biomarker;
        foreach (var kind in MarkerKinds.Of(biomarker, all[0].Quantity, title))
        {
            var places = all.Where(r => r.Quantity == kind.Quantity).DistinctBy(r => r.Part).ToArray();
            foreach (var (part, quantity, _, unit) in places)
            {
                Measured[] values = [.. rows.Select(r => r.FirstOrDefault(x => x.Part == part && x.Quantity == quantity)
                    ?.Value ?? Measured.Undefined(NotMeasured))];
                if (kind.IsMain || values.Any(v => v.IsDefined))
                    yield return new Marker(kind, part, unit, values);
            }
        }
    }
}
