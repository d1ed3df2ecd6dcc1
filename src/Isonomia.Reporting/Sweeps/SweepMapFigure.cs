using Isonomia.Reporting.Figures;
using Isonomia.Reporting.Markup;
using Isonomia.Simulation.Sweeping;

namespace Isonomia.Reporting.Sweeps;

/// <summary>A measure over two axes: a field for each pair of values, coloured by its mean over seeds.</summary>
internal static class SweepMapFigure
{
    private const double Side = 360, LabelRoom = 130, Top = 8;
    private const int MostLabels = 12;

    public static void Write(MarkupWriter page, SweepContent content, int measure)
    {
        var (x, y) = (content.Plan.Axes[0], content.Plan.Axes[1]);
        int[] columns = Order(x), rows = Order(y);
        var means = new double[columns.Length, rows.Length];
        var (low, high) = (double.PositiveInfinity, double.NegativeInfinity);
        for (var c = 0; c < columns.Length; c++)
        {
            for (var r = 0; r < rows.Length; r++)
            {
                var found = content.Over(measure, columns[c], rows[r]);
                means[c, r] = found.Length > 0 ? found.Average() : double.NaN;
                if (found.Length > 0)
                    (low, high) = (Math.Min(low, means[c, r]), Math.Max(high, means[c, r]));
            }
        }

        if (low > high)
            return;
        if (low == high)
            (low, high) = (low - 0.5, high + 0.5);
        var name = content.Measures[measure];
        var frame = new Frame(LabelRoom, Top, Figure.PageWidth - LabelRoom - 160, Side);
        var (width, height) = (frame.Width / columns.Length, frame.Height / rows.Length);
        Figure.Open(page, Figure.PageWidth, Side + Top + 44, $"{name.Name} over {x.Path} and {y.Path}");
        for (var c = 0; c < columns.Length; c++)
        {
            for (var r = 0; r < rows.Length; r++)
            {
                var (left, top) = (frame.Left + (c * width), frame.Bottom - ((r + 1) * height));
                if (double.IsFinite(means[c, r]))
                {
                    page.Add($"<rect x=\"{left}\" y=\"{top}\" width=\"{width + 0.3}\" height=\"{height + 0.3}\"");
                    page.Add($" fill=\"{ColourMap.Sequential.At((means[c, r] - low) / (high - low))}\">");
                    page.Add($"<title>{x.Values[columns[c]].Text}, {y.Values[rows[r]].Text}: ");
                    page.Add($"{NumberText.Significant(means[c, r], 4)}</title></rect>");
                }
                else
                {
                    Figure.Area(page, new Frame(left, top, width, height), "cell");
                }
            }
        }

        for (var c = 0; c < columns.Length; c += Every(columns.Length))
        {
            var middle = frame.Left + ((c + 0.5) * width);
            Figure.Label(page, middle, frame.Bottom + 14, x.Cell(x.Values[columns[c]]), "tick mid");
        }

        for (var r = 0; r < rows.Length; r += Every(rows.Length))
        {
            var middle = frame.Bottom - ((r + 0.5) * height);
            Figure.Label(page, frame.Left - 6, middle + 3.5, y.Cell(y.Values[rows[r]]), "tick end");
        }

        Figure.Label(page, frame.Left + (frame.Width / 2), frame.Bottom + 32, x.Title, "title mid");
        var along = frame.Top + (frame.Height / 2);
        page.Add($"<text class=\"title mid\" transform=\"translate(14 {along}) rotate(-90)\">{y.Title}</text>");
        ColourBar.Draw(page, ColourMap.Sequential, (low, high), "", frame.Right + 16, frame.Top + 18, 128);
        Figure.Label(page, frame.Right + 16, frame.Top + 10, name.Title, "tick");
        Figure.Close(page);
    }

    private static int Every(int count) => (count + MostLabels - 1) / MostLabels;

    // Numbers ascend; words stand in the order given.
    private static int[] Order(SweepAxis axis)
    {
        int[] places = [.. Enumerable.Range(0, axis.Values.Length)];
        return axis.IsNumeric ? [.. places.OrderBy(p => axis.Values[p].Number)] : places;
    }
}
