using Isonomia.Measurement.Biomarkers;
using Isonomia.Measurement.Together;
using Isonomia.Reporting.Figures;
using Isonomia.Reporting.Findings;
using Isonomia.Reporting.Markup;
using Isonomia.Reporting.Tables;

namespace Isonomia.Reporting.Sections;

/// <summary>
/// The main numbers across good channels, each with the way more excitation moves it. Only a number with a neutral
/// value (fE/I of 1) points by itself; the others compare recordings.
/// </summary>
internal static class Glance
{
    private const double Width = 220;
    private const double Height = 22;

    /// <summary>The main markers; of those that have bands, alpha, or else the first band.</summary>
    public static IEnumerable<Marker> MarkersOf(RecordingFindings findings) => findings.Markers
        .Where(m => m.Kind.IsMain)
        .GroupBy(m => m.Kind)
        .Select(g => g.FirstOrDefault(m => m.Part == "alpha") ?? g.First());

    public static void Write(MarkupWriter page, RecordingFindings findings)
    {
        var markers = MarkersOf(findings).ToArray();
        if (markers.Length == 0)
            return;
        Section.Open(page, "glance", "At a glance");
        page.AddRaw("<table class=\"glance\"><thead><tr><th>Marker</th><th class=\"n\">Median</th>"
            + "<th>Good channels, least to greatest</th><th>With more excitation it</th><th>Evidence</th>"
            + "<th>Read by itself</th></tr></thead><tbody>");
        foreach (var marker in markers)
            WriteRow(page, marker, findings);
        page.AddRaw("</tbody></table>");
        page.AddRaw("<p class=\"small\">Each tick is a channel; the long one is their median, the dotted one the"
            + " neutral value where there is one. A marker without a neutral value says something only beside another"
            + " recording of the same person or a reference group, measured with the same settings.</p>");
        WriteWarnings(page, findings);
        Section.Close(page);
    }

    // What biomarkers warn of, said once for all the channels it concerns.
    private static void WriteWarnings(MarkupWriter page, RecordingFindings findings)
    {
        var concerned = findings.Definitions
            .Where(d => findings.Good.Any(c => c.Biomarkers.TryGetValue(d.Name, out var r) && r.Warnings.Count > 0))
            .ToArray();
        if (concerned.Length == 0)
            return;
        page.AddRaw("<ul class=\"warnings\">");
        foreach (var biomarker in concerned)
        {
            var reasons = new Reasons();
            foreach (var channel in findings.Good.Where(c => c.Biomarkers.ContainsKey(biomarker.Name)))
            {
                foreach (var warning in channel.Biomarkers[biomarker.Name].Warnings)
                    reasons.Add(warning);
            }

            var words = Enumerable.Range(0, reasons.Count)
                .Select(i => $"{reasons[i]} ({Section.Counted(reasons.CountOf(i), "channel")})");
            page.Add($"<li><b>{biomarker.Definition.Title}:</b> {string.Join("; ", words)}.</li>");
        }

        page.AddRaw("</ul>");
    }

    private static void WriteRow(MarkupWriter page, Marker marker, RecordingFindings findings)
    {
        var (count, median, _, _) = marker.Spread;
        var definition = findings.DefinitionOf(marker);
        page.Add($"<tr><th scope=\"row\">{marker.Title}</th><td class=\"n\">");
        page.Add($"{NumberText.Fixed(median, marker.Decimals)} {(count > 0 ? marker.UnitText : "")}</td><td>");
        if (count > 0)
            DrawStrip(page, marker);
        page.Add($"</td><td>{definition?.MoreExcitation.InWords() ?? NumberText.None}</td>");
        page.Add($"<td>{definition?.Evidence.InWords() ?? NumberText.None}</td>");
        page.Add($"<td>{Reading(marker, findings)}</td></tr>");
    }

    private static void DrawStrip(MarkupWriter page, Marker marker)
    {
        var (_, median, low, high) = marker.Spread;
        var neutral = marker.Kind.Neutral;
        var (from, to) = (Math.Min(low, neutral ?? low), Math.Max(high, neutral ?? high));
        const double Left = 34;
        var axis = LinearScale.Over(from, to, Left, Width - Left);
        Figure.Open(page, Width, Height, $"{marker.Title}: {marker.Spread.Count} channels");
        var ticks = new PathData();
        foreach (var value in marker.Values.Where(v => v.IsDefined))
            ticks.To(axis.At(value.Value), 6).To(axis.At(value.Value), 16).Lift();
        page.Add($"<path class=\"axis\" d=\"M{Left} 11H{Width - Left}\"/><path class=\"strip\" d=\"{ticks}\"/>");
        if (neutral is { } middle)
            page.Add($"<path class=\"neutral\" d=\"M{axis.At(middle)} 1V21\"/>");
        page.Add($"<path class=\"stripmid\" d=\"M{axis.At(median)} 2V20\"/>");
        Figure.Label(page, Left - 4, 14.5, NumberText.Fixed(low, marker.Decimals), "tick end");
        Figure.Label(page, Width - Left + 4, 14.5, NumberText.Fixed(high, marker.Decimals), "tick");
        Figure.Close(page);
    }

    /// <summary>What a marker says by itself, if anything.</summary>
    public static string Reading(Marker marker, RecordingFindings findings)
    {
        if (marker.Spread.Count == 0)
            return "undefined: " + (marker.Values.FirstOrDefault(v => !v.IsDefined).Why ?? "not measured");
        if (marker.Kind.Neutral is not { } neutral)
            return "needs a comparison";
        var values = marker.Values.Where(v => v.IsDefined).Select(v => v.Value).ToArray();
        var definition = findings.DefinitionOf(marker);
        var above = values.Count(v => v > neutral);
        var (side, many) = above * 2 >= values.Length ? ("above", above) : ("below", values.Length - above);
        var where = $"{side} {NumberText.Significant(neutral)} in {many} of {values.Length}";
        if (values.Length < findings.Good.Count)
            where += $", undefined in {findings.Good.Count - values.Length}";
        var pointing = PointingRule.Of(values, findings.Good.Count, neutral, definition?.MoreExcitation);
        return pointing == Pointing.Undecided
            ? $"undecided ({where})"
            : $"points to more {(pointing == Pointing.Excitation ? "excitation" : "inhibition")} ({where}; "
                + $"evidence {definition?.Evidence.InWords() ?? "unknown"})";
    }
}
