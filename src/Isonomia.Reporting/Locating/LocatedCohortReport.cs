using Isonomia.Inference.Cohorts;
using Isonomia.Measurement.Cohorts.Contrasts;
using Isonomia.Numerics.Files;
using Isonomia.Reporting.Figures;
using Isonomia.Reporting.Markup;
using Isonomia.Reporting.Sections;

namespace Isonomia.Reporting.Locating;

/// <summary>A located data set as one self-contained HTML page: effects between groups, every participant, what failed.</summary>
public static class LocatedCohortReport
{
    private const double RowHeight = 13;

    /// <summary>Writes the page; a reader sees the whole of it or none.</summary>
    /// <exception cref="IOException">The place cannot be written to.</exception>
    public static void Write(string path, LocatedCohort cohort)
    {
        ArgumentNullException.ThrowIfNull(cohort);
        var page = new MarkupWriter();
        var located = cohort.Files.Count(f => f.Found?.Quantities.Count > 0);
        LocatedPage.Open(page, cohort.Dataset, $"Where circuits stand that would have made these recordings, by the {cohort.Model.Name} "
            + $"model: {located} of {cohort.Files.Count} recordings were located.");
        if (cohort.Design is not null)
            WriteEffects(page, cohort);
        WriteParticipants(page, cohort);
        WriteFailures(page, cohort);
        LocatedPage.Conclude(page, cohort.Model);
        Section.Open(page, "provenance", "How it was made");
        page.Add($"<p><code>{cohort.Command}</code></p>");
        Section.Close(page);
        page.AddRaw("</main></body></html>\n");
        AtomicFile.Write(path, page.CopyTo);
    }

    private static void WriteEffects(MarkupWriter page, LocatedCohort cohort)
    {
        Section.Open(page, "effects", cohort.Design!.Title);
        page.AddRaw("<table class=\"glance\"><thead><tr><th>Quantity</th><th class=\"n\">effect (95 % interval)</th><th class=\"n\">p</th>"
            + "<th class=\"n\">q</th><th class=\"n\">SD between participants</th><th class=\"n\">participants</th></tr></thead><tbody>");
        foreach (var effect in cohort.Effects)
        {
            page.Add($"<tr><th scope=\"row\">{effect.Quantity}</th>");
            if (effect.Fit is { Slope: { } slope } fit)
            {
                page.Add($"<td class=\"n\">{NumberText.Significant(slope.Estimate)} ({NumberText.Significant(slope.Lower)} to ");
                page.Add($"{NumberText.Significant(slope.Upper)}) {effect.Unit}</td><td class=\"n\">{NumberText.Significant(fit.P, 2)}</td>");
                page.Add($"<td class=\"n\">{(double.IsFinite(effect.Q) ? NumberText.Significant(effect.Q, 2) : "")}</td>");
                page.Add($"<td class=\"n\">{NumberText.Significant(Math.Sqrt(fit.TauSquared), 2)}</td>");
            }
            else
            {
                page.AddRaw("<td colspan=\"4\">too few participants</td>");
            }

            page.Add($"<td class=\"n\">{effect.Participants.Count.ToString()}</td></tr>");
        }

        page.AddRaw("</tbody></table><p class=\"small\">Effect: ");
        page.AddText(cohort.Design.Contrast is AlongNumber ? "change with one unit of the number" : cohort.Design.Contrast.Direction);
        page.AddRaw(". Every participant counts by how well it is located: the variance of its posterior is added to that between"
            + " participants (random effects, restricted maximum likelihood; intervals by Knapp and Hartung). q: the false discovery"
            + " rate over coordinates and margin; parameters are shown, not counted.</p>");
        foreach (var remark in cohort.Design.Remarks)
            page.Add($"<p class=\"small\">{remark}</p>");
        Section.Close(page);
    }

    private static void WriteParticipants(MarkupWriter page, LocatedCohort cohort)
    {
        Section.Open(page, "participants", "Every recording");
        foreach (var quantity in LocatedCohort.Main(cohort.Model))
        {
            var rows = cohort.Files.SelectMany(f => (f.Found?.Quantities ?? []).Where(q => q.Quantity == quantity)
                .Select(q => (Name: Path.GetFileName(f.Recording), q))).ToArray();
            if (rows.Length > 0)
                Draw(page, quantity, rows);
        }

        page.AddRaw("<p class=\"small\">Median of the posterior and 90 % interval. All numbers are in located.tsv.</p>");
        Section.Close(page);
    }

    private static void Draw(MarkupWriter page, string quantity, (string Name, LocatedQuantity Found)[] rows)
    {
        const double Left = 230;
        var height = rows.Length * RowHeight;
        page.AddRaw("<figure>");
        Figure.Open(page, Figure.PageWidth, height + Plot.BottomRoom + 8, quantity + " of every recording");
        var frame = new Frame(Left, 4, Figure.PageWidth - Left - 10, height);
        var plot = new Plot(page, frame, LinearScale.Over(rows.Min(r => r.Found.Q05), rows.Max(r => r.Found.Q95), frame.Left, frame.Right),
            new LinearScale(0, rows.Length, frame.Top, frame.Bottom));
        var unit = rows[0].Found.Unit;
        plot.Axes(quantity + (unit.Length > 0 ? $" ({unit})" : ""), null, yTicks: 0);
        for (var i = 0; i < rows.Length; i++)
        {
            var (name, found) = rows[i];
            Figure.Label(page, Left - 6, plot.Y.At(i + 0.5) + 3.5, $"{name} {found.Channel}", "tick end");
            plot.Line([found.Q05, found.Q95], [i + 0.5, i + 0.5], "model");
            plot.Dots([found.Q50], [i + 0.5], "dots");
        }

        Figure.Close(page);
        page.AddRaw("</figure>");
    }

    private static void WriteFailures(MarkupWriter page, LocatedCohort cohort)
    {
        string[] failures = [.. cohort.Files.SelectMany(f => f.Failure is { } why
            ? [$"{f.Recording}: {why}"]
            : f.Found!.Unlocated.Select(u => $"{f.Recording}, {u}"))];
        if (failures.Length == 0)
            return;
        Section.Open(page, "failures", "What was not located");
        page.AddRaw("<ul class=\"warnings\">");
        foreach (var failure in failures)
            page.Add($"<li>{failure}</li>");
        page.AddRaw("</ul>");
        Section.Close(page);
    }
}
