using Isonomia.Measurement.Recordings;
using Isonomia.Reporting.Findings;
using Isonomia.Reporting.Markup;

namespace Isonomia.Reporting.Sections;

/// <summary>What this is, and what was measured, in words. It names directions with their evidence, never a verdict.</summary>
internal static class TitleSection
{
    public static void Write(MarkupWriter page, RecordingFindings findings)
    {
        var measurement = findings.Measurement;
        page.Add($"<header><p class=\"kicker\">Isonomia · excitation–inhibition biomarkers of a recording</p>");
        page.Add($"<h1>{Path.GetFileName(measurement.Recording.Path)}</h1>");
        page.AddRaw("<p class=\"notice\">Research tool, not a medical device. Nothing here is a diagnosis or advice on"
            + " treatment.</p>");
        WriteSummary(page, findings);
        page.AddRaw("</header>\n");
    }

    private static void WriteSummary(MarkupWriter page, RecordingFindings findings)
    {
        page.Add($"<p class=\"lead\">{Measured(findings)}");
        foreach (var marker in Glance.MarkersOf(findings).Where(m => m.Spread.Count > 0))
            page.Add($" {Glance.Sentence(marker, findings)}");
        page.AddRaw(" These numbers bear on the balance of excitation and inhibition from different sides and need not"
            + " agree; none is a verdict by itself.</p>");
    }

    private static string Measured(RecordingFindings findings)
    {
        var channels = findings.Channels;
        var types = Section.Listed([.. channels.GroupBy(c => c.Channel.Type)
            .Select(g => $"{g.Count(c => c.WhyBad is null)} of {Section.Counted(g.Count(), TypeName(g.Key) + " channel")}")]);
        var text = channels.Count == 0
            ? "No channel was measured."
            : $"{types} {(findings.Good.Count == 1 ? "was" : "were")} measured";
        if (findings.Good.Count > 0)
            text += $", on {NumberText.Duration(Spread.Of(findings.Good.Select(c => c.UsableSeconds)).Median)} of usable signal each";
        if (channels.Count > 0)
            text += ".";
        return findings.Bad.Count is > 0 and <= 6
            ? $"{text} Set aside: {Section.Listed([.. findings.Bad.Select(c => $"{c.Channel.Name} ({Section.Brief(c.WhyBad!)})")])}."
            : text;
    }

    /// <summary>How a sentence names a type of channel.</summary>
    public static string TypeName(ChannelType type) => type switch
    {
        ChannelType.Eeg => "EEG",
        ChannelType.Magnetometer => "magnetometer",
        ChannelType.Gradiometer => "gradiometer",
        ChannelType.Ecog => "ECoG",
        ChannelType.Seeg => "SEEG",
        ChannelType.Lfp => "LFP",
        ChannelType.Eog => "EOG",
        ChannelType.Ecg => "ECG",
        ChannelType.Emg => "EMG",
        ChannelType.Respiration => "respiration",
        ChannelType.Stimulus => "trigger",
        _ => "other",
    };
}
