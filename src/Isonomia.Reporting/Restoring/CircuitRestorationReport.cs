using System.Globalization;
using Isonomia.Reporting.Figures;
using Isonomia.Reporting.Markup;
using Isonomia.Reporting.Sections;
using Isonomia.Restoration.Circuits;

namespace Isonomia.Reporting.Restoring;

/// <summary>A restoration in a circuit as one self-contained HTML page.</summary>
public static class CircuitRestorationReport
{
    private const double Height = 220;

    /// <summary>The page as it would be written.</summary>
    /// <param name="content">What it shows.</param>
    public static MarkupWriter Compose(CircuitRestorationContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        var result = content.Result;
        var page = new MarkupWriter();
        page.AddRaw("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"/>");
        page.AddRaw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>");
        page.Add($"<title>{result.Condition.Title}, the way back in {result.Circuit} · Isonomia</title><style>");
        page.AddRaw(PageAssets.Style).AddRaw("</style></head>\n<body><main>");
        page.Add($"<header><p class=\"kicker\">Isonomia · restore in a circuit</p><h1>{result.Condition.Title}</h1>");
        page.Add($"<p class=\"lead\"><b>{RestorationContent.Warning}</b></p><p class=\"lead\">{content.Verdict}</p></header>\n");
        page.Add($"<p>{result.Condition.Summary} In {result.Circuit}: {result.Condition.In(result.Circuit)!.Assumption} ");
        page.Add($"Evidence: {content.Evidence.ToString().ToLowerInvariant()}. Health is the same circuit without the condition: ");
        page.Add($"{result.Task.Meaning}.</p>");
        WriteRanking(page, result);
        WriteSearch(page, result);
        Section.Open(page, "unknown", "What the circuit cannot know");
        page.AddRaw("<ul>");
        foreach (var words in CircuitRestorationContent.Unknown)
            page.Add($"<li>{words}</li>");
        page.AddRaw("</ul>");
        Section.Close(page);
        Section.Open(page, "provenance", "Provenance");
        page.AddRaw("<dl>");
        foreach (var (name, value) in content.Provenance.Where(p => p.Name != "time"))
            page.Add($"<dt>{name}</dt><dd>{value}</dd>");
        page.AddRaw("</dl>");
        Section.Close(page);
        return page.AddRaw("</main></body></html>\n");
    }

    private static void WriteRanking(MarkupWriter page, CircuitRestoration result)
    {
        Section.Open(page, "ranking", "Ranking");
        page.AddRaw("<table><thead><tr><th>change</th><th>P(inside)</th><th>distance</th>");
        foreach (var (name, unit) in result.Task.Measures)
            page.Add($"<th>{name}{(unit.Length > 0 ? ", " + unit : "")}</th>");
        page.AddRaw("</tr></thead><tbody><tr><td>healthy</td><td></td><td></td>");
        foreach (var mean in result.Health.Mean)
            page.Add($"<td>{NumberText.Significant(mean)}</td>");
        page.AddRaw("</tr>");
        foreach (var plan in result.Ranking.Prepend(result.Before))
        {
            page.Add($"<tr><td>{plan.ToString()}</td><td>{NumberText.Fixed(plan.Restored, 2)}</td>");
            page.Add($"<td>{NumberText.Fixed(plan.ExpectedDistance, 2)}</td>");
            for (var i = 0; i < result.Task.Measures.Length; i++)
                page.Add($"<td>{NumberText.Significant(plan.Measured.Average(t => t[i]))}</td>");
            page.AddRaw("</tr>");
        }

        page.AddRaw("</tbody></table><ul>");
        foreach (var (name, meaning) in result.Meanings.OrderBy(m => m.Key, StringComparer.Ordinal))
            page.Add($"<li>{name}: {meaning}</li>");
        page.AddRaw("</ul>");
        var trials = result.Before.Distances.Length.ToString(CultureInfo.InvariantCulture);
        page.Add($"<p>Means over {trials} trials that played no part in the search. P(inside): the share of them ");
        page.Add($"within a distance of {NumberText.Significant(CircuitHealth.Limit)} of health; distance: root mean square of the ");
        page.AddRaw("deviations, in units of the scatter of healthy trials (at least 5 % of the mean).</p>");
        Section.Close(page);
    }

    private static void WriteSearch(MarkupWriter page, CircuitRestoration result)
    {
        Section.Open(page, "search", "What was looked at");
        foreach (var knob in result.Visited.GroupBy(v => v.Parameter, StringComparer.Ordinal))
        {
            var places = knob.OrderBy(v => v.Factor).ToArray();
            page.AddRaw("<figure>");
            Figure.Open(page, Figure.PageWidth, Height + Plot.BottomRoom, $"Distance to health over {knob.Key}");
            var frame = new Frame(Plot.LeftRoom, 10, Figure.PageWidth - Plot.LeftRoom - 10, Height - 10);
            var plot = new Plot(page, frame,
                LinearScale.Over(places[0].Factor, places[^1].Factor, frame.Left, frame.Right),
                new LinearScale(0, Math.Max(1, places.Max(p => p.Distance)) * 1.1, frame.Bottom, frame.Top));
            plot.Axes($"factor on {knob.Key}", "distance to health");
            plot.Line([.. places.Select(p => p.Factor)], [.. places.Select(p => p.Distance)], "aperiodic");
            plot.Dots([.. places.Select(p => p.Factor)], [.. places.Select(p => p.Distance)], "dots");
            Figure.Close(page);
            Section.Caption(page, $"{knob.Key}.", "Each dot is a simulated place, chosen where a Gaussian process expected the "
                + "greatest improvement; the line only joins them.");
            page.AddRaw("</figure>");
        }

        Section.Close(page);
    }
}
