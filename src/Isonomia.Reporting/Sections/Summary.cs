using Isonomia.Measurement.Biomarkers;
using Isonomia.Measurement.Recordings;
using Isonomia.Reporting.Findings;
using Isonomia.Reporting.Markup;
using Isonomia.Reporting.Tables;

namespace Isonomia.Reporting.Sections;

/// <summary>
/// The measurement in a paragraph: what was measured, the medians, what can be read by itself, and which way more
/// excitation would move the rest, with the evidence for that. Directions, never a verdict.
/// </summary>
internal static class Summary
{
    private const int MostNamed = 6;

    public static IEnumerable<string> Sentences(RecordingFindings findings)
    {
        yield return Measured(findings);
        var markers = Glance.MarkersOf(findings).ToArray();
        var known = markers.Where(m => m.Spread.Count > 0).ToArray();
        if (known.Length > 0)
            yield return $"Medians over good channels, with ranges: {string.Join("; ", known.Select(Value))}.";
        foreach (var marker in markers.Where(m => m.Kind.Neutral is not null))
        {
            yield return $"{Capitalised(marker.InSentence)}, which can be read by itself, is "
                + $"{Glance.Reading(marker, findings)}.";
        }

        var others = known.Where(m => m.Kind.Neutral is null && findings.DefinitionOf(m) is not null).ToArray();
        if (others.Length > 0)
            yield return $"The other markers speak only by comparison: {Directions(others, findings)}.";
        yield return "These numbers bear on the balance of excitation and inhibition from different sides and need not"
            + " agree; none is a verdict by itself.";
    }

    private static string Measured(RecordingFindings findings)
    {
        var (all, good, bad) = (findings.Channels, findings.Good, findings.Bad);
        if (all.Count == 0)
            return Spikes(findings) ?? "No channel was measured.";
        var types = all.Select(c => c.Channel.Type).Distinct()
            .Select(t => $"{good.Count(c => c.Channel.Type == t)} of {Named(all.Count(c => c.Channel.Type == t), t)}")
            .ToArray();
        var text = $"{Section.Listed(types)} {(good.Count == 1 ? "was" : "were")} measured";
        if (good.Count > 0)
        {
            var usable = Spread.Of(good.Select(c => c.UsableSeconds)).Median;
            text += $", on {NumberText.Duration(usable)} of usable signal each";
        }

        var names = bad.Select(c => $"{c.Channel.Name}, {Section.Brief(c.WhyBad!)}").ToArray();
        text += names.Length is > 0 and <= MostNamed ? $" (set aside: {string.Join("; ", names)})." : ".";
        return Spikes(findings) is { } spikes ? $"{text} {spikes}" : text;
    }

    private static string? Spikes(RecordingFindings findings)
    {
        var populations = findings.Measurement.Populations;
        if (populations.Count == 0)
            return null;
        var parts = populations.Take(MostNamed).Select(p => populations.Count == 1
            ? Section.Counted(p.Units, "unit")
            : $"{p.Name} ({Section.Counted(p.Units, "unit")})");
        var more = populations.Count > MostNamed ? $" and {populations.Count - MostNamed} more populations" : "";
        return $"Spikes were measured of {string.Join(", ", parts)}{more}: "
            + $"{populations.Sum(p => p.Spikes)} of them in "
            + $"{NumberText.Duration(populations[0].Stop - populations[0].Start)}.";
    }

    private static string Named(int count, ChannelType type) =>
        Section.Counted(count, Section.TypeName(type) + " channel");

    private static string Value(Marker marker)
    {
        var (count, median, low, high) = marker.Spread;
        var decimals = marker.Decimals;
        var text = $"{marker.InSentence} {NumberText.Fixed(median, decimals)}";
        if (marker.UnitText.Length > 0)
            text += " " + marker.UnitText;
        return count > 1
            ? $"{text} ({NumberText.Fixed(low, decimals)} to {NumberText.Fixed(high, decimals)})"
            : text;
    }

    private static string Directions(Marker[] markers, RecordingFindings findings)
    {
        var parts = new List<string>();
        foreach (var (direction, begin) in Beginnings)
        {
            string[] names = [.. markers.Where(m => findings.DefinitionOf(m)!.MoreExcitation == direction).Select(m =>
                direction == Direction.Undecided
                    ? m.InSentence
                    : $"{m.InSentence} ({findings.DefinitionOf(m)!.Evidence.InWords()})")];
            if (names.Length > 0)
                parts.Add($"{begin} {Section.Listed(names)}");
        }

        return string.Join("; ", parts) + " (in brackets, the evidence for the direction)";
    }

    private static IEnumerable<KeyValuePair<Direction, string>> Beginnings =>
    [
        new(Direction.Falls, "more excitation would lower the"),
        new(Direction.Rises, "more excitation would raise the"),
        new(Direction.PeaksAtBalance, "departure from balance to either side would lower the"),
        new(Direction.Undecided, "the literature does not agree on the"),
    ];

    private static string Capitalised(string text) => text.Length == 0 ? text : char.ToUpper(text[0]) + text[1..];
}
