using Isonomia.Measurement.Cohorts;
using Isonomia.Measurement.Cohorts.Contrasts;
using Isonomia.Reporting.Figures;
using Isonomia.Reporting.Markup;

namespace Isonomia.Reporting.Cohorts.Comparing;

/// <summary>Every participant's value of each marker, a small panel a marker: by group, or over the number compared by.</summary>
internal static class DistributionFigure
{
    private const int PerRow = 4;
    private const double Width = Figure.PageWidth / PerRow;
    private const double Height = 170;

    public static void Write(MarkupWriter page, ComparisonContent content)
    {
        var shown = content.Compared;
        if (shown.Count == 0)
            return;
        page.AddRaw("<figure>");
        for (var first = 0; first < shown.Count; first += PerRow)
        {
            Figure.Open(page, Figure.PageWidth, Height, "Values of participants");
            for (var i = first; i < Math.Min(first + PerRow, shown.Count); i++)
                Draw(page, content, shown[i], (i - first) * Width);
            Figure.Close(page);
        }

        page.Add($"<figcaption><b>Every participant</b> is a dot: the mean over channels");
        page.AddRaw(content.Comparison.Design.Before is null ? "" : " of the change");
        page.AddRaw(content.Comparison.Design.Contrast is AlongNumber ? ".</figcaption></figure>"
            : "; the bar is the mean of the group.</figcaption></figure>");
    }

    private static void Draw(MarkupWriter page, ComparisonContent content, QuantityComparison found, double left)
    {
        var frame = new Frame(left + Plot.LeftRoom, 22, Width - Plot.LeftRoom - 12, Height - 22 - 34);
        double[] known = [.. found.Values.Means.Where(double.IsFinite)];
        var contrast = content.Comparison.Design.Contrast;
        var isZeroShown = contrast is PairedChange;
        var y = LinearScale.Over(isZeroShown ? Math.Min(0, known.Min()) : known.Min(),
            isZeroShown ? Math.Max(0, known.Max()) : known.Max(), frame.Bottom, frame.Top);
        var along = contrast as AlongNumber;
        Scale x = along is not null
            ? LinearScale.Over(along.Numbers.Min(), along.Numbers.Max(), frame.Left, frame.Right)
            : new LinearScale(-0.5, contrast.Levels.Count - 0.5, frame.Left, frame.Right);
        var plot = new Plot(page, frame, x, y).Axes(along?.Levels[0], null, along is null ? 0 : 3, 3, along is not null);
        Figure.Label(page, frame.Left + (frame.Width / 2), 14, content.TitleOf(found.Values.Quantity), "maptitle mid");
        if (isZeroShown)
            page.Add($"<path class=\"neutral\" d=\"{new PathData().To(frame.Left, y.At(0)).To(frame.Right, y.At(0))}\"/>");
        var (xs, ys) = (new List<double>(), new List<double>());
        for (var p = 0; p < contrast.Count; p++)
        {
            if (!double.IsFinite(found.Values.Means[p]))
                continue;
            // Participants of a group side by side in their order, so that none hides another.
            xs.Add(along is not null ? along.Numbers[p] : contrast.LevelOf(p) + (0.5 * (((p * 0.618034) % 1) - 0.5)));
            ys.Add(found.Values.Means[p]);
        }

        plot.Dots([.. xs], [.. ys], "people");
        if (along is not null)
            return;
        for (var level = 0; level < contrast.Levels.Count; level++)
        {
            var group = found.Groups[level];
            Figure.Label(page, x.At(level), frame.Bottom + 13, $"{group.Name} ({group.Count})", "tick mid");
            if (double.IsFinite(group.Mean))
                plot.Line([level - 0.3, level + 0.3], [group.Mean, group.Mean], "stripmid");
        }
    }
}
