using Isonomia.Measurement.Recordings;
using Isonomia.Reporting.Markup;

namespace Isonomia.Reporting.Sections;

/// <summary>The frame of a section of the report.</summary>
internal static class Section
{
    public static void Open(MarkupWriter page, string id, string title) =>
        page.Add($"<section id=\"{id}\"><h2>{title}</h2>");

    public static void Close(MarkupWriter page) => page.AddRaw("</section>\n");

    /// <summary>A figure's caption, with its first words standing out.</summary>
    public static void Caption(MarkupWriter page, string title, string words) =>
        page.Add($"<figcaption><b>{title}</b> {words}</figcaption>");

    /// <summary>Parts of a sentence: <c>a, b and c</c>.</summary>
    public static string Listed(IReadOnlyList<string> words) => words.Count switch
    {
        0 => "",
        1 => words[0],
        _ => $"{string.Join(", ", words.Take(words.Count - 1))} and {words[^1]}",
    };

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

    /// <summary>The beginning of a reason, up to its details: <c>noisy</c> of <c>noisy: 7.3 times ...</c>.</summary>
    public static string Brief(string reason) =>
        reason.AsSpan().IndexOfAny(':', ',', '(') is > 0 and var end ? reason[..end].TrimEnd() : reason;

    /// <summary>A count with its noun.</summary>
    public static string Counted(int count, string noun) => $"{count} {noun}{(count == 1 ? "" : "s")}";
}
