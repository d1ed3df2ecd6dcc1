using System.Text;
using Isonomia.Measurement.Biomarkers;
using Isonomia.Reporting.Markup;
using Isonomia.Validation.Recovering;

namespace Isonomia.Reporting.Validation;

/// <summary>The recovery tables of the documentation.</summary>
public static class RecoveryMarkdown
{
    private static readonly string[] Head =
    [
        "signal", "truth", "mean", "bias ± s.e.", "SD", "RMSE", "own s.e.", "95 % interval holds truth", "undefined",
    ];

    /// <summary>A section for every number that was to be recovered.</summary>
    public static string Write(RecoveryReport report)
    {
        var text = new StringBuilder();
        text.Append($"{report.Replicates} signals of each kind, seed {report.Seed}.\n");
        var order = BiomarkerLibrary.All.Select(b => b.Name).ToList();
        foreach (var number in report.Rows.GroupBy(r => (r.Expected.Biomarker, r.Expected.Quantity))
            .OrderBy(n => order.IndexOf(n.Key.Biomarker)))
        {
            var unit = number.First().Unit;
            text.Append($"\n### `{number.Key.Biomarker}` {number.Key.Quantity.Replace("/", ", ")}");
            text.Append(unit is "" or "1" ? "\n\n" : $" ({unit})\n\n");
            text.Append(MarkdownText.Table(Head, number.Select(Cells)));
            foreach (var row in number.Where(r => r.Undefined > 0))
                text.Append($"\n{row.Undefined} undefined in \"{row.Condition}\", as: {row.WhyUndefined}.\n");
        }

        return text.ToString();
    }

    private static string[] Cells(RecoveryRow row)
    {
        var known = row.Expected.Side == Side.At;
        return
        [
            row.Condition,
            row.Expected.Side switch
            {
                Side.Above => "above ",
                Side.Below => "below ",
                _ => "",
            } + (row.Expected.Side == Side.Unknown ? "unknown" : NumberText.Significant(row.Expected.Truth, 4)),
            MarkdownText.Number(row.Mean, 4),
            row.Expected.Side switch
            {
                Side.At => MarkdownText.Number(row.Bias, 2) + " ± "
                    + MarkdownText.Number(row.Deviation / Math.Sqrt(row.Defined), 1),
                Side.Unknown => "–",
                _ => $"{MarkdownText.Fixed(100.0 * row.OnSide / row.Defined, 0)} % on that side",
            },
            MarkdownText.Number(row.Deviation, 2),
            known ? MarkdownText.Number(row.Rmse, 2) : "–",
            MarkdownText.Number(row.ReportedError, 2),
            known && row.Coverage is { } coverage
                ? MarkdownText.Fixed(100 * coverage, 0) + " %" + (row.Honest == false ? " (!)" : "")
                : "–",
            row.Undefined == 0 ? "" : $"{row.Undefined}",
        ];
    }
}
