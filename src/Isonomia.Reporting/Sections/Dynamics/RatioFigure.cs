using Isonomia.Measurement.Biomarkers.Amplitude;
using Isonomia.Reporting.Figures;
using Isonomia.Reporting.Findings;
using Isonomia.Reporting.Markup;

namespace Isonomia.Reporting.Sections.Dynamics;

/// <summary>
/// Amplitude and normalised fluctuation of the windows from which fE/I is read, for each band's median channel.
/// </summary>
internal static class RatioFigure
{
    public static void Write(MarkupWriter page, RecordingFindings findings)
    {
        var channels = findings.Good.Where(c => c.Find<FunctionalRatioResult>() is not null).ToArray();
        if (channels.Length == 0)
            return;
        var all = channels.SelectMany(c => c.Find<FunctionalRatioResult>()!.Bands).ToArray();
        if (!all.Any(b => b.Ungated.IsDefined))
        {
            BandPanels.WriteAbsence(page, "Functional E/I", all.Select(b => b.Ungated));
            return;
        }

        string[] bands = [.. all.Select(b => b.Band.Name).Distinct()];
        var unit = Units.InWords(channels[0].Channel.Unit);
        page.AddRaw("<figure>");
        BandPanels.Draw(page, bands.Length, "Functional E/I by band", (i, frame) =>
        {
            var found = new List<Named<BandRatio>>();
            foreach (var channel in channels)
            {
                if (channel.Find<FunctionalRatioResult>()!.Find(bands[i]) is { } result)
                    found.Add(new(channel.Channel.Name, result));
            }

            DrawBand(page, frame, bands[i], found, i == 0 ? unit : null);
        });
        var thinned = all.Any(b => b.Windows > b.Shown.Count)
            ? $" ({BandRatio.MostShown} of them, evenly spaced, where there are more)"
            : "";
        Section.Caption(page, "Functional E/I.", $"Each dot is a window{thinned} of one channel, the one whose fE/I is"
            + " the median: its mean amplitude, and the fluctuation of its integrated amplitude divided by that mean. fE/I"
            + " is one minus their correlation: falling clouds (above 1) speak for excitation, rising ones (below 1)"
            + " for inhibition. Over each panel: median, range, and in how many channels it is defined. Hollow:"
            + " outliers left out. Grey: no channel passed the gate, so that the ratio is undefined.");
        page.AddRaw("</figure>");
    }

    private static void DrawBand(
        MarkupWriter page, Frame frame, string band, List<Named<BandRatio>> channels, string? unit)
    {
        var values = Spread.Of(channels.Where(c => c.Result.Value.IsDefined).Select(c => c.Result.Value.Value));
        BandPanels.Title(page, frame, band, Words(values, channels.Count));
        if (Typical(channels, values) is not var (name, chosen))
            return;
        var finite = chosen.Shown.Where(w => double.IsFinite(w.Amplitude) && double.IsFinite(w.Fluctuation)).ToArray();
        var kept = finite.Where(w => !w.IsOutlier).ToArray();
        if (kept.Length == 0)
            return;
        var plot = new Plot(page, frame,
            LinearScale.Over(finite.Min(w => w.Amplitude), finite.Max(w => w.Amplitude), frame.Left, frame.Right),
            LinearScale.Over(finite.Min(w => w.Fluctuation), finite.Max(w => w.Fluctuation), frame.Bottom, frame.Top));
        plot.Axes(unit is null ? null : $"amplitude ({unit})", unit is null ? null : "fluctuation", 3, 4);
        var defined = chosen.Value.IsDefined;
        double[] x = [.. kept.Select(w => w.Amplitude)];
        plot.Dots(x, [.. kept.Select(w => w.Fluctuation)], defined ? "dots" : "dots undefined");
        foreach (var outlier in finite.Where(w => w.IsOutlier))
        {
            var (left, top) = (plot.X.At(outlier.Amplitude), plot.Y.At(outlier.Fluctuation));
            page.Add($"<circle class=\"outlier\" cx=\"{left}\" cy=\"{top}\" r=\"1.8\"/>");
        }

        if (chosen.Trend is { } trend)
        {
            double[] ends = [x.Min(), x.Max()];
            plot.BeginClip().Line(ends, [.. ends.Select(trend.At)], defined ? "model" : "model undefined").EndClip();
        }

        var shown = defined ? chosen.Value : chosen.Ungated;
        Figure.Label(page, frame.Right, frame.Top + 9, $"{name} {NumberText.Fixed(shown.Value, 2)}", "tick end halo");
    }

    private static Named<BandRatio>? Typical(List<Named<BandRatio>> channels, Spread values)
    {
        if (values.Count > 0)
        {
            return channels.Where(c => c.Result.Value.IsDefined)
                .MinBy(c => Math.Abs(c.Result.Value.Value - values.Median));
        }

        var ungated = channels.Where(c => c.Result.Ungated.IsDefined).ToArray();
        var median = Spread.Of(ungated.Select(c => c.Result.Ungated.Value)).Median;
        return ungated.MinBy(c => Math.Abs(c.Result.Ungated.Value - median));
    }

    private static string Words(Spread values, int channels) => values.Count == 0
        ? $"undefined in all {channels}"
        : $"{values.InWords(2)} in {values.Count} of {channels}";
}
