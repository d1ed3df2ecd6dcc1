using System.Text;
using Isonomia.Measurement.Assays;
using Isonomia.Numerics.Files;

namespace Isonomia.Reporting.Tables;

/// <summary>What files without a recording say, as a tidy table: a number a row.</summary>
public static class AssayTsv
{
    /// <summary>Writes the table at once: a reader sees all of it or none.</summary>
    /// <exception cref="IOException">The place cannot be written to.</exception>
    public static void Write(string path, IReadOnlyList<AssayMeasurement> assays) => AtomicFile.Write(path, stream =>
    {
        using var text = new StreamWriter(stream, new UTF8Encoding(false), 1 << 16, leaveOpen: true) { NewLine = "\n" };
        text.WriteLine("file\tparticipant_id\tbiomarker\tpart\tquantity\tvalue\tci_low\tci_high\tunit\twhy");
        foreach (var assay in assays)
        {
            foreach (var finding in assay.Findings)
            {
                foreach (var row in MeasuredRow.Of(finding.Reading))
                {
                    MeasureTsv.Line(text, Path.GetFileName(assay.Path), finding.Participant, finding.Name, row.Part, row.Quantity,
                        MeasureTsv.Number(row.Value.Value), MeasureTsv.Number(row.Value.Confidence95?.Low),
                        MeasureTsv.Number(row.Value.Confidence95?.High), row.Unit, row.Value.Why);
                }
            }
        }
    });
}
