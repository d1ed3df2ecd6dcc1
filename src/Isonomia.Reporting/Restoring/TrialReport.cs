using Isonomia.Reporting.Figures;
using Isonomia.Reporting.Markup;
using Isonomia.Reporting.Sections;

namespace Isonomia.Reporting.Restoring;

/// <summary>A trial on virtual persons as one self-contained HTML page.</summary>
public static class TrialReport
{
    private const double Height = 220;

    /// <summary>The page as it would be written.</summary>
    /// <param name="content">What it shows.</param>
    public static MarkupWriter Compose(TrialContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        var result = content.Result;
        var page = new MarkupWriter();
        page.AddRaw("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"/>");
        page.AddRaw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>");
        page.Add($"<title>A trial on virtual persons · Isonomia</title><style>");
        page.AddRaw(PageAssets.Style).AddRaw("</style></head>\n<body><main>");
        page.Add($"<header><p class=\"kicker\">Isonomia · trial on virtual persons</p><h1>{result.Condition.Title}</h1>");
        page.Add($"<p class=\"lead\"><b>{RestorationContent.Warning}</b></p></header>\n");
        page.Add($"<p>{result.Condition.Summary} Endpoint: change of {result.Endpoint}, from two minutes of EEG before and after.</p>");
        WriteArms(page, content);
        WriteContrasts(page, content);
        Section.Open(page, "unknown", "What this cannot know");
        page.AddRaw("<ul>");
        foreach (var words in TrialContent.Unknown)
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

    private static void WriteArms(MarkupWriter page, TrialContent content)
    {
        var result = content.Result;
        Section.Open(page, "arms", "Arms");
        page.Add($"<table><thead><tr><th>given</th><th>recorded</th><th>change of {result.Endpoint}</th>");
        page.AddRaw("<th>distance before</th><th>after</th><th>in the healthy range after</th></tr></thead><tbody>");
        for (var arm = 0; arm < result.Arms.Length; arm++)
        {
            var (before, after) = result.Distance(arm);
            page.Add($"<tr><td>{content.Words(arm)}</td><td>{result.Changes(arm).Length} of {result.Persons.Count(p => p.Arm == arm)}</td>");
            page.Add($"<td>{NumberText.Significant(result.Changes(arm).DefaultIfEmpty(0).Average())}</td>");
            page.Add($"<td>{NumberText.Fixed(before, 2)}</td><td>{NumberText.Fixed(after, 2)}</td>");
            page.Add($"<td>{NumberText.Fixed(result.Restored(arm), 2)}</td></tr>");
        }

        page.AddRaw("</tbody></table><p>Distances to health, and who is in the healthy range, are true; the endpoint is as "
            + "recorded. Who is not recorded after has lost the stable steady state.</p>");
        Section.Close(page);
    }

    private static void WriteContrasts(MarkupWriter page, TrialContent content)
    {
        Section.Open(page, "contrasts", "Contrasts and power");
        page.AddRaw("<table><thead><tr><th>arm</th><th>against</th><th>difference</th><th>Hedges' g</th><th>95 %</th><th>p</th>"
            + "</tr></thead><tbody>");
        foreach (var c in content.Result.Contrasts)
        {
            page.Add($"<tr><td>{content.Words(c.Arm)}</td><td>{content.Words(c.Against)}</td>");
            page.Add($"<td>{NumberText.Significant(c.Difference)}</td><td>{NumberText.Fixed(c.Size.Estimate, 2)}</td>");
            page.Add($"<td>{NumberText.Fixed(c.Size.Lower, 2)} to {NumberText.Fixed(c.Size.Upper, 2)}</td>");
            page.Add($"<td>{NumberText.Significant(c.P)}</td></tr>");
        }

        page.AddRaw("</tbody></table>");
        foreach (var c in content.Result.Contrasts.Where(c => c.Power.Length > 1))
        {
            page.AddRaw("<figure>");
            Figure.Open(page, Figure.PageWidth, Height + Plot.BottomRoom, $"Power of {content.Words(c.Arm)}");
            var frame = new Frame(Plot.LeftRoom, 10, Figure.PageWidth - Plot.LeftRoom - 10, Height - 10);
            var plot = new Plot(page, frame, new LinearScale(0, c.Power[^1].Persons, frame.Left, frame.Right),
                new LinearScale(0, 1, frame.Bottom, frame.Top));
            plot.Axes("persons an arm", "power");
            double[] persons = [.. c.Power.Select(p => (double)p.Persons)];
            plot.Line(persons, [.. c.Power.Select(p => p.Power)], "model");
            plot.Dots(persons, [.. c.Power.Select(p => p.Power)], "dots");
            Figure.Close(page);
            Section.Caption(page, $"{content.Words(c.Arm)} against {content.Words(c.Against)}.",
                "Share of 400 trials of each size, on other persons, in which Welch's test has p below 0.05.");
            page.AddRaw("</figure>");
        }

        page.AddRaw("<p>p by permuting persons over the two arms.</p>");
        Section.Close(page);
    }
}
