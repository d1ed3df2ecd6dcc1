using Isonomia.Inference.Calibrating;
using Isonomia.Reporting.Figures;
using Isonomia.Reporting.Markup;

namespace Isonomia.Reporting.Locating;

/// <summary>Of each quantity how truths rank among the draws of their posteriors, with what uniform ranks leave to chance.</summary>
public static class RanksFigure
{
    private const int PerRow = 5;
    private const double CellWidth = Figure.PageWidth / PerRow;
    private const double CellHeight = 104;

    /// <summary>Draws it.</summary>
    /// <param name="page">Where.</param>
    /// <param name="quantities">The quantities.</param>
    public static void Write(MarkupWriter page, IReadOnlyList<CalibratedQuantity> quantities)
    {
        ArgumentNullException.ThrowIfNull(page);
        ArgumentNullException.ThrowIfNull(quantities);
        var rows = (quantities.Count + PerRow - 1) / PerRow;
        Figure.Open(page, Figure.PageWidth, rows * CellHeight, "How truths rank among the draws of their posteriors");
        for (var i = 0; i < quantities.Count; i++)
        {
            var frame = new Frame((i % PerRow * CellWidth) + 26, (i / PerRow * CellHeight) + 20, CellWidth - 38, CellHeight - 44);
            Draw(page, frame, quantities[i]);
        }

        Figure.Close(page);
    }

    private static void Draw(MarkupWriter page, Frame frame, CalibratedQuantity quantity)
    {
        const int Bins = CalibratedQuantity.Bins;
        var counts = quantity.Histogram;
        var (low, high) = quantity.Expected99;
        // A step up at each bin's lower edge and down at its upper one.
        double[] xs = [.. Enumerable.Range(0, 2 * Bins).Select(k => (k + 1) / 2 / (double)Bins)];
        double[] ys = [.. Enumerable.Range(0, 2 * Bins).Select(k => (double)counts[k / 2])];
        var plot = new Plot(page, frame, new LinearScale(0, 1, frame.Left, frame.Right),
            new LinearScale(0, Math.Max(1, 1.15 * Math.Max(counts.Max(), high)), frame.Bottom, frame.Top));
        plot.Axes(null, null, 3, 3);
        plot.Band([0, 1], [low, low], [high, high], "ci");
        plot.Line(xs, ys, "model");
        Figure.Label(page, frame.Left, frame.Top - 6, quantity.Name, "paneltitle");
    }
}
