using Isonomia.Measurement.Biomarkers;
using Isonomia.Measurement.Together;
using Isonomia.Reporting.Findings;
using Isonomia.Reporting.Markup;
using Isonomia.Reporting.Tables;

namespace Isonomia.Reporting.Sections;

/// <summary>
/// What the markers say together: which point by themselves and where to, whether they agree, which say nothing without a
/// comparison, and what may mislead in this recording. Never one number for all.
/// </summary>
internal static class TogetherSection
{
    public static void Write(MarkupWriter page, RecordingFindings findings)
    {
        var together = MarkersTogether.Of(findings.Measurement);
        if (together.Markers.Count == 0)
            return;
        Section.Open(page, "together", "What the markers say together");
        var pointing = together.Markers.ToLookup(m => m.Pointing);
        page.Add($"<p>{Verdict(together.Agreement)}</p><ul>");
        List(page, findings, "To more excitation", pointing[Pointing.Excitation]);
        List(page, findings, "To more inhibition", pointing[Pointing.Inhibition]);
        List(page, findings, "Undecided: channels lie on both sides, or too few have it", pointing[Pointing.Undecided]);
        foreach (var group in pointing[Pointing.Nowhere].GroupBy(m => m.Definition.MoreExcitation).OrderBy(g => g.Key))
        {
            var way = group.Key == Direction.Undecided ? "moves in a way that is not known" : group.Key.InWords();
            List(page, findings, $"Only in comparison; with more excitation it {way}", group);
        }

        page.AddRaw("</ul><p>What may mislead here:</p><ul>");
        foreach (var caution in together.Cautions)
            page.Add($"<li>{caution}</li>");
        page.AddRaw("</ul>");
        Section.Close(page);
    }

    private static string Verdict(Agreement agreement)
    {
        if (agreement.Alone == 0)
            return agreement.InWords;
        var (more, less, open) = (agreement.Excitation, agreement.Inhibition, agreement.Undecided);
        var spread = agreement.ShareToExcitation is { } share
            ? $" In a channel, {Percent(share.Median)} of them lie on the side of more excitation (median; channels "
                + $"{Percent(share.Low)} to {Percent(share.High)})."
            : "";
        return $"Of {Section.Counted(agreement.Alone, "marker")} that can be read alone, {more} "
            + $"{(more == 1 ? "points" : "point")} to more excitation, {less} to more inhibition, {open} "
            + $"{(open == 1 ? "is" : "are")} undecided. {agreement.InWords}{spread} Markers of one rhythm are not independent "
            + "of each other.";
    }

    private static string Percent(double share) => $"{NumberText.Fixed(100 * share, 0)} %";

    private static void List(
        MarkupWriter page, RecordingFindings findings, string title, IEnumerable<MarkerStatement> markers)
    {
        var words = markers.Select(m => $"{Name(m, findings)} ({Spread(m, findings)}; evidence "
            + $"{m.Definition.Evidence.InWords()})").ToArray();
        if (words.Length > 0)
            page.Add($"<li><b>{title}:</b> {string.Join("; ", words)}.</li>");
    }

    private static string Name(MarkerStatement statement, RecordingFindings findings)
    {
        if (Known(statement, findings) is { } marker)
            return marker.InSentence;
        var name = $"{statement.Definition.Title}: {statement.Quantity}";
        return statement.Part.Length > 0 ? $"{name} of {statement.Part}" : name;
    }

    private static string Spread(MarkerStatement statement, RecordingFindings findings)
    {
        var decimals = Known(statement, findings)?.Decimals ?? NumberText.DecimalsFor(Math.Abs(statement.Spread.Median));
        var median = NumberText.Fixed(statement.Spread.Median, decimals);
        return statement.Scope != MarkerScope.Channels
            ? median
            : $"{median}, channels {NumberText.Fixed(statement.Spread.Low, decimals)} to "
                + NumberText.Fixed(statement.Spread.High, decimals);
    }

    private static Marker? Known(MarkerStatement statement, RecordingFindings findings) =>
        statement.Scope == MarkerScope.Channels ? findings.Find(statement.Biomarker, statement.Quantity, statement.Part) : null;
}
