using System.Text.Json;
using Isonomia.Measurement.Biomarkers;
using Isonomia.Measurement.Measuring;
using Isonomia.Measurement.Results;

namespace Isonomia.Reporting.Tables;

/// <summary>Units by themselves: <c>units.tsv</c>, one unit a row, and what its columns mean.</summary>
internal static class UnitsTsv
{
    private static readonly (string Column, string LongName, string Description)[] Columns =
    [
        ("population", "Population", "Population the unit belongs to; all where the recording does not divide them"),
        ("name", "Unit", "Name of the unit, as in the recording; number of the cell in a simulation"),
        ("spikes", "Spikes", "Spikes within the time that was measured"),
    ];

    private static readonly (string Column, string LongName, string Description) Why =
        ("why", "Reason", "Why values are undefined; n/a where all are defined");

    public static void Write(TextWriter text, RecordingMeasurement measurement)
    {
        var quantities = Quantities(measurement);
        text.Write("population\tname\tspikes");
        foreach (var (_, member) in quantities)
            text.Write("\t" + member.Name);
        text.WriteLine("\twhy");
        foreach (var population in measurement.Populations)
        {
            foreach (var unit in population.Listed)
            {
                Measured[] values = [.. quantities.Select(q =>
                    unit.Biomarkers.GetValueOrDefault(q.Biomarker)?.Find(q.Member.Name)
                    ?? Measured.Undefined("not measured"))];
                var reasons = values.Where(v => !v.IsDefined).Select(v => v.Why).Distinct();
                MeasureTsv.Line(text, [population.Name, unit.Name, $"{unit.Spikes}",
                    .. values.Select(v => MeasureTsv.Number(v.Value)), string.Join("; ", reasons)]);
            }
        }
    }

    public static void WriteSidecar(
        Utf8JsonWriter json, RecordingMeasurement measurement, IReadOnlyList<IBiomarkerDescription> definitions)
    {
        TsvSidecar.WriteColumns(json, Columns);
        foreach (var (biomarker, member) in Quantities(measurement))
        {
            json.WriteStartObject(member.Name);
            json.WriteString("LongName", definitions.FirstOrDefault(d => d.Name == biomarker)?.Definition.Title);
            json.WriteString("Biomarker", biomarker);
            json.WriteString("Units", member.Unit);
            json.WriteEndObject();
        }

        TsvSidecar.WriteColumns(json, [Why]);
    }

    // Every unit has the same quantities: those of its population's biomarkers.
    private static (string Biomarker, ReadingMember Member)[] Quantities(RecordingMeasurement measurement) =>
        measurement.Populations.SelectMany(p => p.Listed).FirstOrDefault()?.Biomarkers
            .SelectMany(b => b.Value.Members.Select(m => (b.Key, m))).ToArray() ?? [];
}
