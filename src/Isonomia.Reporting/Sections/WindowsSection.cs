using Isonomia.Measurement.Measuring;
using Isonomia.Measurement.Results;
using Isonomia.Reporting.Figures;
using Isonomia.Reporting.Findings;
using Isonomia.Reporting.Markup;
using Isonomia.Reporting.Tables;

namespace Isonomia.Reporting.Sections;

/// <summary>How the main numbers go through time: a panel each, the median of channels and their middle half.</summary>
internal static class WindowsSection
{
    private const int MostPanels = 24;

    public static void Write(MarkupWriter page, RecordingFindings findings)
    {
        var windows = findings.Measurement.Windows;
        if (windows.Count == 0)
            return;
        Section.Open(page, "windows", "Over time");
        Panel[] all = [.. Panels(windows, findings)];
        foreach (var panel in all.Take(MostPanels))
            Draw(page, windows, panel);
        page.Add($"<p class=\"small\">Windows of {NumberText.Significant(windows[0].Duration, 4)} s");
        if (windows.Count > 1)
            page.Add($", {NumberText.Significant(windows[1].Onset - windows[0].Onset, 4)} s apart");
        page.AddRaw("; a point stands at its window's middle, in stored time. Line: median over channels; shaded: their middle half."
            + " Gaps: undefined in every channel. All numbers are in windows.tsv and the JSON");
        page.AddText(all.Length > MostPanels ? $", {all.Length - MostPanels} more of them than are drawn." : ".").AddRaw("</p>");
        Section.Close(page);
    }

    private static IEnumerable<Panel> Panels(IReadOnlyList<WindowMeasurement> windows, RecordingFindings findings)
    {
        foreach (var marker in findings.Markers.Where(m => m.Kind.IsMain))
        {
            yield return new Panel(marker.Title + (marker.UnitText.Length > 0 ? $" ({marker.UnitText})" : ""),
                [.. windows.Select(w => Numbers(w.Channels.Select(c => c.Numbers.GetValueOrDefault(marker.Kind.Biomarker)), marker.Part, marker.Kind.Quantity))]);
        }

        foreach (var (biomarker, reading) in windows[0].Whole)
        {
            var title = findings.Definitions.FirstOrDefault(d => d.Name == biomarker)?.Definition.Title ?? biomarker;
            foreach (var row in MeasuredRow.Of(reading).Where(r => r.Unit != "count").DistinctBy(r => r.Part))
            {
                yield return new Panel(row.Part.Length > 0 ? $"{title}, {row.Part}: {row.Quantity}" : $"{title}: {row.Quantity}",
                    [.. windows.Select(w => Numbers([w.Whole.GetValueOrDefault(biomarker)], row.Part, row.Quantity))]);
            }
        }

        foreach (var (population, numbers) in windows[0].Populations)
        {
            foreach (var (biomarker, reading) in numbers)
            {
                if (MeasuredRow.Of(reading).FirstOrDefault(r => r.Unit != "count") is not { } row)
                    continue;
                var title = findings.Definitions.FirstOrDefault(d => d.Name == biomarker)?.Definition.Title ?? biomarker;
                yield return new Panel($"{title}, {population}: {row.Quantity}", [.. windows.Select(w => Numbers(w.Populations
                    .Where(p => p.Population == population).Select(p => p.Numbers.GetValueOrDefault(biomarker)), row.Part, row.Quantity))]);
            }
        }
    }

    private static double[] Numbers(IEnumerable<Reading?> readings, string part, string quantity)
    {
        string[] path = [.. part.Split('/', StringSplitOptions.RemoveEmptyEntries), quantity];
        double[] found = [.. readings.Select(r => r?.Find(path)).Where(m => m is { IsDefined: true }).Select(m => m!.Value.Value)];
        Array.Sort(found);
        return found;
    }

    private static void Draw(MarkupWriter page, IReadOnlyList<WindowMeasurement> windows, Panel panel)
    {
        // What is the same everywhere, as the length of an epoch, has no course.
        if (panel.Values.SelectMany(v => v).Distinct().Count() < 2)
            return;
        double[] times = [.. windows.Select(w => w.Onset + (w.Duration / 2))];
        double[] Of(double share) => [.. panel.Values.Select(v => Spread.Quantile(v, share))];
        var (low, middle, high) = (Of(0.25), Of(0.5), Of(0.75));
        CourseFigure.Write(page, panel.Title, times, low, middle, high);
    }

    private sealed record Panel(string Title, double[][] Values);
}
