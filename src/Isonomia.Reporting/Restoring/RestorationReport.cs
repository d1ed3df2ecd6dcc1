using Isonomia.Numerics.Files;
using Isonomia.Reporting.Markup;
using Isonomia.Reporting.Sections;
using Isonomia.Restoration.Catalogue;
using Isonomia.Restoration.Health;
using Isonomia.Restoration.Search;

namespace Isonomia.Reporting.Restoring;

/// <summary>A restoration as one self-contained HTML page. The same result always gives the same page.</summary>
public static class RestorationReport
{
    private const int MostShown = 15;

    /// <summary>Writes the page; a reader sees the whole of it or none.</summary>
    /// <param name="path">Where to.</param>
    /// <param name="content">What it shows.</param>
    /// <exception cref="IOException">The place cannot be written to.</exception>
    public static void Write(string path, RestorationContent content)
    {
        var page = Compose(content);
        AtomicFile.Write(path, page.CopyTo);
    }

    /// <summary>The page as it would be written.</summary>
    /// <param name="content">What it shows.</param>
    public static MarkupWriter Compose(RestorationContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        var page = new MarkupWriter();
        var title = content.Condition?.Title ?? content.Recording ?? content.Result.Individual.Label;
        page.AddRaw("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"/>");
        page.AddRaw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>");
        page.Add($"<title>{title}, the way back · Isonomia</title><style>");
        page.AddRaw(PageAssets.Style).AddRaw("</style></head>\n<body><main>");
        page.Add($"<header><p class=\"kicker\">Isonomia · restore</p><h1>{title}</h1>");
        page.Add($"<p class=\"lead\"><b>{RestorationContent.Warning}</b></p><p class=\"lead\">{content.Verdict}</p></header>\n");
        WriteSections(page, content);
        return page.AddRaw("</main></body></html>\n");
    }

    /// <summary>The sections alone, for pages that show more than this.</summary>
    internal static void WriteSections(MarkupWriter page, RestorationContent content)
    {
        WriteCautions(page, content);
        if (ShowsPlans(content))
            WriteRanking(page, content);
        Section.Open(page, "spectrum", "Spectrum and biomarkers, before and after");
        RestorationFigures.Spectrum(page, ShowsPlans(content) ? content : content with { After = null });
        WriteNumbers(page, content);
        Section.Close(page);
        if (ShowsPlans(content))
        {
            Section.Open(page, "burden", "Burden");
            RestorationFigures.Pareto(page, content);
            Section.Close(page);
            if (!content.Course.IsEmpty)
            {
                Section.Open(page, "course", "As time goes by");
                RestorationFigures.Course(page, content);
                Section.Close(page);
            }

            WriteInfluences(page, content);
        }

        WriteUnknown(page, content);
        WriteProvenance(page, content);
        if (content.Truth is { } truth)
        {
            Section.Open(page, "truth", "The truth");
            page.Add($"<p>{truth}</p>");
            Section.Close(page);
        }
    }

    // To somebody who looks healthy nothing is suggested.
    private static bool ShowsPlans(RestorationContent content) =>
        !content.Result.Ranking.IsEmpty && (content.Result.NeedsRestoring || content.Condition is not null);

    private static void WriteCautions(MarkupWriter page, RestorationContent content)
    {
        var cautions = content.Cautions.Concat(content.FailedSignatures.Select(f => "the condition fails its own check: " + f))
            .ToArray();
        if (content.Condition is { } condition)
        {
            page.Add($"<p>{condition.Summary} Evidence of the hypothesis: {Word(condition.Grounds.Evidence)} ");
            page.Add($"({condition.Grounds.Source}). In the model: {condition.In(content.Result.Individual.Model.Name)!.Assumption}</p>");
            if (!condition.Rivals.IsEmpty)
                page.Add($"<p>Rival hypotheses: {Section.Listed([.. condition.Rivals])}.</p>");
        }

        if (cautions.Length == 0)
            return;
        page.AddRaw("<ul class=\"warnings\">");
        foreach (var caution in cautions)
            page.Add($"<li>{caution}</li>");
        page.AddRaw("</ul>");
    }

    private static void WriteRanking(MarkupWriter page, RestorationContent content)
    {
        Section.Open(page, "ranking", "Ranking");
        page.AddRaw("<table><thead><tr><th>interventions</th><th>P(inside)</th><th>distance</th><th>margin (1/s)</th>"
            + "<th>burden</th><th>evidence</th></tr></thead><tbody>");
        foreach (var plan in content.Result.Ranking.Take(MostShown).Prepend(content.Result.Before))
        {
            page.Add($"<tr><td>{plan.Plan.ToString()}</td><td>{NumberText.Fixed(plan.Outcome.Restored, 2)}</td>");
            page.Add($"<td>{NumberText.Fixed(plan.Outcome.ExpectedDistance, 2)}</td>");
            page.Add($"<td>{(plan.Margin is { } margin ? NumberText.Fixed(margin, 2) : NumberText.None)}</td>");
            page.Add($"<td>{NumberText.Fixed(plan.Plan.Burden, 2)}</td>");
            page.Add($"<td>{(plan.Plan.Items.IsEmpty ? "" : Word(plan.Evidence))}</td></tr>");
        }

        page.AddRaw("</tbody></table>");
        page.Add($"<p>By expected distance to health, of {content.Result.Plans} plans. P(inside): probability of being inside ");
        page.AddRaw("the healthy range. Margin: damping of the slowest mode. Evidence: the least founded step of the chain. "
            + "Combinations are shown where they are better than each of their parts.</p>");
        foreach (var item in content.Result.Ranking[0].Plan.Items)
        {
            page.Add($"<p><b>{item.Intervention.Title}</b>: {item.Intervention.Summary} Burden: {item.Intervention.Burden.Why}.");
            if (!item.Intervention.Contraindications.IsEmpty)
                page.Add($" Not with: {Section.Listed([.. item.Intervention.Contraindications])}.");
            page.AddRaw("</p>");
        }

        if (!content.Result.LeftOut.IsEmpty)
            page.Add($"<p>Left out: {string.Join("; ", content.Result.LeftOut.Select(l => $"{l.Name} ({l.Why})"))}.</p>");
        Section.Close(page);
    }

    private static void WriteNumbers(MarkupWriter page, RestorationContent content)
    {
        var after = ShowsPlans(content) ? content.After : null;
        var result = content.Result;
        page.AddRaw("<table><thead><tr><th></th><th>before</th><th>after</th><th>healthy (95 %)</th></tr></thead><tbody>");
        for (var i = 0; i < content.Before.Features.Length; i++)
        {
            var (low, high) = result.Health.Range(i);
            page.Add($"<tr><td title=\"{SpectralFeatures.Meanings[i]}\">{result.Health.Names[i]}</td>");
            page.Add($"<td>{Words(content.Before.Features[i])}</td><td>{(after is null ? "" : Words(after.Features[i]))}</td>");
            page.Add($"<td>{NumberText.Significant(low)} to {NumberText.Significant(high)}</td></tr>");
        }

        for (var i = 0; i < content.Before.Parameters.Length; i++)
        {
            page.Add($"<tr><td>{result.Individual.Model.Parameters[i].Name}</td><td>{Words(content.Before.Parameters[i])}</td>");
            page.Add($"<td>{(after is null ? "" : Words(after.Parameters[i]))}</td><td></td></tr>");
        }

        page.Add($"</tbody></table><p>Medians, with 5 to 95 %. Health: {result.Health.Source}.</p>");
    }

    private static void WriteInfluences(MarkupWriter page, RestorationContent content)
    {
        Section.Open(page, "influences", "What the ranking hangs on");
        WriteList(page, "The difference between the first two goes along with (share of variance)", content.Result.Sensitivity);
        WriteList(page, "Knowing it before choosing would bring nearer to health by (expected distance)",
            content.Result.Measurements);
        Section.Close(page);
    }

    private static void WriteList(MarkupWriter page, string title, IReadOnlyList<Influence> influences)
    {
        page.Add($"<p>{title}:</p><ul>");
        foreach (var influence in influences)
            page.Add($"<li>{influence.Of}: {NumberText.Significant(influence.Size, 2)}</li>");
        if (influences.Count == 0)
            page.AddRaw("<li>nothing that stands out</li>");
        page.AddRaw("</ul>");
    }

    private static void WriteUnknown(MarkupWriter page, RestorationContent content)
    {
        Section.Open(page, "unknown", "What the model cannot know");
        page.AddRaw("<ul>");
        foreach (var words in RestorationContent.Unknown)
            page.Add($"<li>{words}</li>");
        page.AddRaw("</ul>");
        Section.Close(page);
    }

    private static void WriteProvenance(MarkupWriter page, RestorationContent content)
    {
        Section.Open(page, "provenance", "Provenance");
        page.AddRaw("<dl>");
        foreach (var (name, value) in content.Provenance.Where(p => p.Name != "time"))
            page.Add($"<dt>{name}</dt><dd>{value}</dd>");
        page.AddRaw("</dl>");
        Section.Close(page);
    }

    private static string Words(Spread spread) => $"{NumberText.Significant(spread.Median)} "
        + $"({NumberText.Significant(spread.Low)} to {NumberText.Significant(spread.High)})";

    private static string Word(EvidenceLevel evidence) => evidence.ToString().ToLowerInvariant();
}
