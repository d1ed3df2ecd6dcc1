using Isonomia.Reporting.Figures;
using Isonomia.Reporting.Findings;
using Isonomia.Reporting.Markup;
using Isonomia.Reporting.Sections;

namespace Isonomia.Reporting.Runs.Circuits;

/// <summary>How cells of a population differ: a histogram a quantity, populations below one another.</summary>
internal static class CellDistributions
{
    private const double Left = 96;
    private const double Gap = 26;
    private const double Panel = 40;
    private const double Top = 22;
    private const int Bins = 40;

    public static void Write(MarkupWriter page, ShownPopulation[] all, IReadOnlyList<CellQuantity> quantities)
    {
        ShownPopulation[] shown = [.. ShownPopulation.Drawn(all).Where(p => p.Result!.SpikeTimes.Length > 0)];
        if (shown.Length == 0)
            return;
        Section.Open(page, "cells", "Differences between cells");
        page.AddRaw("<figure>");
        var height = Top + (shown.Length * (Panel + 8));
        Figure.Open(page, Figure.PageWidth, height + Plot.BottomRoom, "Distributions over cells, by population");
        var width = (Figure.PageWidth - Left - 10 - (Gap * (quantities.Count - 1))) / quantities.Count;
        var notes = new List<string>();
        for (var q = 0; q < quantities.Count; q++)
        {
            var quantity = quantities[q];
            var left = Left + (q * (width + Gap));
            double[][] values = [.. shown.Select(p => quantity.Of(p).Where(double.IsFinite).Order().ToArray())];
            var (low, high) = quantity.Range(values);
            Figure.Label(page, left, Top - 9, quantity.Name, "paneltitle");
            for (var p = 0; p < shown.Length; p++)
            {
                var frame = new Frame(left, Top + (p * (Panel + 8)), width, Panel);
                Draw(page, frame, values[p], low, high, quantity, shown[p].Look, p == shown.Length - 1);
            }

            if (quantity.Note(shown) is { Length: > 0 } note)
                notes.Add(note);
        }

        for (var p = 0; p < shown.Length; p++)
        {
            var name = shown[p].Name;
            Figure.Label(page, Left - 8, Top + (p * (Panel + 8)) + (Panel / 2) + 3.5,
                name.Length <= 16 ? name : name[..15] + "…",
                $"tick end kname {shown[p].Look}");
        }

        Figure.Close(page);
        Section.Caption(page, "Distributions.", "Each histogram is as high as its panel; the line is the median. "
            + string.Join(' ', notes) + ShownPopulation.Shortened(shown) + ShownPopulation.LeftOut(all));
        page.AddRaw("</figure>");
        Section.Close(page);
    }

    private static void Draw(MarkupWriter page, Frame frame, double[] values, double low, double high,
        CellQuantity quantity, string look, bool last)
    {
        var plot = new Plot(page, frame, new LinearScale(low, high, frame.Left, frame.Right),
            new LinearScale(0, 1.15, frame.Bottom, frame.Top));
        plot.Axes(last ? quantity.Axis : null, null, 5, 0, last);
        if (values.Length == 0)
        {
            Figure.Label(page, frame.Left + 6, frame.Top + (Panel / 2) + 3.5, quantity.WhyNone, "tick grey");
            return;
        }

        var counts = new int[Bins];
        foreach (var value in values)
            counts[Math.Clamp((int)((value - low) / (high - low) * Bins), 0, Bins - 1)]++;
        var outline = new PathData().To(frame.Left, frame.Bottom);
        for (var b = 0; b < Bins; b++)
        {
            var y = plot.Y.At(counts[b] / (double)counts.Max());
            outline.To(frame.Left + (b * frame.Width / Bins), y).To(frame.Left + ((b + 1) * frame.Width / Bins), y);
        }

        page.Add($"<path class=\"karea {look}\" d=\"{outline.To(frame.Right, frame.Bottom).Close()}\"/>");
        var median = Spread.Quantile(values, 0.5);
        var at = plot.X.At(Math.Clamp(median, low, high));
        page.Add($"<path class=\"kmid {look}\" d=\"M{at} {frame.Top}V{frame.Bottom}\"/>");
        var right = at < frame.Left + (frame.Width * 0.8);
        Figure.Label(page, right ? at + 4 : at - 4, frame.Top + 8, NumberText.Significant(median),
            right ? "tick" : "tick end");
    }
}
