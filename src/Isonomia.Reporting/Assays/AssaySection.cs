using Isonomia.Measurement.Assays;
using Isonomia.Measurement.Results;
using Isonomia.Reporting.Figures;
using Isonomia.Reporting.Findings;
using Isonomia.Reporting.Markup;
using Isonomia.Reporting.Sections;
using Isonomia.Reporting.Tables;

namespace Isonomia.Reporting.Assays;

/// <summary>What a file that holds no recording says: its curves, a table of numbers, what they mean.</summary>
internal static class AssaySection
{
    private const double Height = 260;
    private const int MostParticipants = 40;

    public static void Write(MarkupWriter page, AssayMeasurement assay, string id)
    {
        Section.Open(page, id, $"{Path.GetFileName(assay.Path)} ({assay.Format})");
        foreach (var curve in assay.Curves)
            Draw(page, curve);
        var notes = new Reasons();
        foreach (var finding in assay.Findings.Take(MostParticipants))
        {
            if (finding.Participant.Length > 0)
                page.Add($"<h3>{finding.Participant}</h3>");
            WriteTable(page, finding, notes);
            if (finding.Warnings.Count == 0)
                continue;
            page.AddRaw("<ul class=\"warnings\">");
            foreach (var warning in finding.Warnings)
                page.Add($"<li>{warning}.</li>");
            page.AddRaw("</ul>");
        }

        TableSection.WriteNotes(page, notes);
        if (assay.Findings.Count > MostParticipants)
            page.Add($"<p class=\"small\">{assay.Findings.Count - MostParticipants} more participants are in the tables and the JSON.</p>");
        foreach (var definition in assay.Findings.Select(f => f.Definition).Distinct())
        {
            page.Add($"<article><h3>{definition.Title}</h3><p class=\"formula\">{definition.Formula}</p>");
            page.Add($"<p>More excitation: {definition.MoreExcitation.InWords()}. Evidence: {definition.Evidence.InWords()}.</p>");
            page.Add($"<p>{definition.Caution}</p><p class=\"source\">{definition.Source}</p></article>");
        }

        Section.Close(page);
    }

    private static void WriteTable(MarkupWriter page, AssayFinding finding, Reasons notes)
    {
        page.AddRaw("<table class=\"numbers whole\"><thead><tr><th scope=\"col\">Number</th><th scope=\"col\">value</th>"
            + "<th scope=\"col\">95 % interval</th><th scope=\"col\">unit</th><th scope=\"col\">meaning</th></tr></thead><tbody>");
        foreach (var row in MeasuredRow.Of(finding.Reading))
        {
            page.Add($"<tr><th scope=\"row\">{(row.Part.Length > 0 ? row.Part.Replace("/", ", ") + ", " : "")}{row.Quantity}</th>");
            var decimals = row.Value.IsDefined && row.Value.Value % 1 != 0 ? NumberText.DecimalsFor(Math.Abs(row.Value.Value)) : 0;
            TableSection.WriteCell(page, row.Value, decimals, notes);
            var interval = row.Value.Confidence95 is var (low, high)
                ? $"{NumberText.Fixed(low, decimals)} to {NumberText.Fixed(high, decimals)}" : "";
            page.Add($"<td>{interval}</td><td>{Units.InWords(row.Unit)}</td>");
            page.Add($"<td class=\"words\">{finding.Definition.Quantities.GetValueOrDefault(row.Quantity, "")}</td></tr>\n");
        }

        page.AddRaw("</tbody></table>");
    }

    private static void Draw(MarkupWriter page, AssayCurve curve)
    {
        if (curve.X.Length < 2)
            return;
        page.AddRaw("<figure>");
        Figure.Open(page, Figure.PageWidth, Height + Plot.BottomRoom, curve.Title);
        var frame = new Frame(Plot.LeftRoom, 10, Figure.PageWidth - Plot.LeftRoom - 10, Height - 10);
        var (left, right) = curve.RightToLeft ? (frame.Right, frame.Left) : (frame.Left, frame.Right);
        var high = Math.Max(curve.Y.Max(), 1e-12);
        var plot = new Plot(page, frame, new LinearScale(curve.X.Min(), curve.X.Max(), left, right),
            new LinearScale(Math.Min(0, curve.Y.Min()), high * 1.15, frame.Bottom, frame.Top));
        plot.Axes(curve.XTitle, curve.YTitle).Line(curve.X, curve.Y, "data");
        foreach (var (name, x) in curve.Marks.Where(m => double.IsFinite(m.X)))
            plot.Note(x, curve.Y[Nearest(curve.X, x)], name, "tick mid", 0, -6);
        Figure.Close(page);
        Section.Caption(page, $"{curve.Title}.", "Names stand over the highest point of each window.");
        page.AddRaw("</figure>");
    }

    private static int Nearest(double[] xs, double x) =>
        Enumerable.Range(0, xs.Length).MinBy(i => Math.Abs(xs[i] - x));
}
