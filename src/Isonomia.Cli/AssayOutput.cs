using Isonomia.Measurement.Assays;
using Isonomia.Reporting.Assays;
using Isonomia.Reporting.Tables;

namespace Isonomia.Cli;

/// <summary>Where the numbers of a file without a recording go: the terminal, JSON, a folder.</summary>
internal static class AssayOutput
{
    public static void Write(AssayMeasurement assay, string? output, string? json)
    {
        if (json is not null)
            JsonOutput.Write(json, stream => AssayJson.Write(stream, assay));
        if (output is not null)
        {
            AssayTsv.Write(Path.Combine(output, "assay.tsv"), [assay]);
            JsonOutput.Write(Path.Combine(output, "assay.json"), stream => AssayJson.Write(stream, assay));
            AssayReport.Write(Path.Combine(output, MeasurementFolder.ReportName), assay);
        }

        if (json != "-")
            Print(Console.Out, assay);
        if (output is not null)
            Terminal.Say($"report: {Path.Combine(output, MeasurementFolder.ReportName)}");
    }

    private static void Print(TextWriter to, AssayMeasurement assay)
    {
        var table = new TextTable(["participant", "number", "value", "95 %", "unit"]);
        foreach (var finding in assay.Findings)
        {
            foreach (var row in MeasuredRow.Of(finding.Reading))
            {
                table.Add([finding.Participant, row.Part.Length > 0 ? $"{row.Part}/{row.Quantity}" : row.Quantity,
                    row.Value.IsDefined ? $"{row.Value.Value:0.####}" : "-",
                    row.Value.Confidence95 is var (low, high) ? $"{low:0.####} to {high:0.####}" : "", row.Unit]);
            }
        }

        table.Print(to);
        foreach (var finding in assay.Findings)
        {
            foreach (var warning in finding.Warnings)
                to.WriteLine($"warning{(finding.Participant.Length > 0 ? $" ({finding.Participant})" : "")}: {warning}");
        }
    }
}
