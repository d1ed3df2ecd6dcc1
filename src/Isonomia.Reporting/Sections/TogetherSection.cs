using Isonomia.Measurement.Biomarkers;
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
    private const double Short = 120;
    private const double MuchRejected = 0.2;

    public static void Write(MarkupWriter page, RecordingFindings findings)
    {
        var markers = findings.Markers.Where(m => m.Kind.IsMain && m.Spread.Count > 0).ToArray();
        if (markers.Length == 0)
            return;
        Section.Open(page, "together", "What the markers say together");
        var pointing = markers.ToLookup(m => PointingOf.Marker(m, findings));
        page.Add($"<p>{Verdict(pointing)}</p><ul>");
        List(page, findings, "To more excitation", pointing[Pointing.Excitation]);
        List(page, findings, "To more inhibition", pointing[Pointing.Inhibition]);
        List(page, findings, "Undecided: channels lie on both sides, or too few have it", pointing[Pointing.Undecided]);
        foreach (var group in pointing[Pointing.Nowhere].GroupBy(m => findings.DefinitionOf(m)?.MoreExcitation).OrderBy(g => g.Key))
        {
            var way = group.Key?.InWords() ?? "moves in a way that is not known";
            List(page, findings, $"Only in comparison; with more excitation it {way}", group);
        }

        page.AddRaw("</ul><p>What may mislead here:</p><ul>");
        foreach (var caution in Cautions(findings))
            page.Add($"<li>{caution}</li>");
        page.AddRaw("</ul>");
        Section.Close(page);
    }

    private static string Verdict(ILookup<Pointing, Marker> pointing)
    {
        var (more, less, open) = (pointing[Pointing.Excitation].Count(), pointing[Pointing.Inhibition].Count(),
            pointing[Pointing.Undecided].Count());
        if (more + less + open == 0)
        {
            return "No marker that was measured has a neutral value, so none points anywhere by itself: they say something only "
                + "beside another recording of the same person, or a group, measured with the same settings.";
        }

        var agreement = (more, less) switch
        {
            (0, 0) => "None points clearly.",
            (_, 0) or (0, _) => more + less == 1 ? "One alone is no agreement." : "Those that point agree.",
            _ => "They contradict each other: no direction follows from them.",
        };
        return $"Of {Section.Counted(more + less + open, "marker")} that can be read alone, {more} "
            + $"{(more == 1 ? "points" : "point")} to more excitation, {less} to more inhibition, {open} "
            + $"{(open == 1 ? "is" : "are")} undecided. {agreement} Markers of one rhythm are not independent of each other.";
    }

    private static void List(MarkupWriter page, RecordingFindings findings, string title, IEnumerable<Marker> markers)
    {
        var words = markers.Select(m => $"{m.InSentence} ({NumberText.Fixed(m.Spread.Median, m.Decimals)}, channels "
            + $"{NumberText.Fixed(m.Spread.Low, m.Decimals)} to {NumberText.Fixed(m.Spread.High, m.Decimals)}; evidence "
            + $"{findings.DefinitionOf(m)?.Evidence.InWords() ?? "unknown"})").ToArray();
        if (words.Length > 0)
            page.Add($"<li><b>{title}:</b> {string.Join("; ", words)}.</li>");
    }

    // What is known to move markers without any change of balance, as far as this recording shows it.
    private static IEnumerable<string> Cautions(RecordingFindings findings)
    {
        var measured = findings.Measurement;
        if (measured.DurationSeconds < Short)
        {
            yield return $"The recording is short ({NumberText.Fixed(measured.DurationSeconds, 0)} s): exponents of slow fluctuations, "
                + "and everything that averages few windows, are uncertain.";
        }

        var rejected = measured.Rejected.Sum(r => r.Duration) / Math.Max(1, measured.DurationSeconds);
        if (rejected > MuchRejected)
        {
            yield return $"{NumberText.Fixed(100 * rejected, 0)} % of it was left out as bad: what remains may not stand for the whole.";
        }

        if (findings.Bad.Count > 0)
            yield return $"{Section.Counted(findings.Bad.Count, "channel")} set aside as bad; what they would have said is not here.";
        if (findings.Good.Count > 0 && findings.Good[0].Channel.SamplingRate < 250)
        {
            yield return $"Sampled at {NumberText.Fixed(findings.Good[0].Channel.SamplingRate, 0)} Hz: little or nothing above 40 Hz "
                + "can be trusted.";
        }

        var reference = measured.Steps.FirstOrDefault(s => s.Name == "reference")?.Outcome;
        yield return $"Reference: {reference ?? "as recorded"}. Exponents and powers of different references cannot be compared.";
        yield return "Scalp muscle flattens spectra above 20 Hz and feigns excitation; closed and open eyes, drowsiness and drugs "
            + "move most markers.";
        yield return "The age of the person is not taken into account: exponents and alpha frequency change with it.";
    }
}
