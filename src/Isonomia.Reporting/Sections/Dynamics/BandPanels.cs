using Isonomia.Measurement.Results;
using Isonomia.Reporting.Figures;
using Isonomia.Reporting.Findings;
using Isonomia.Reporting.Markup;

namespace Isonomia.Reporting.Sections.Dynamics;

/// <summary>A row of small plots, one for each band, which wraps.</summary>
internal static class BandPanels
{
    private const int MostPerRow = 5;
    private const double Top = 30;
    private const double PlotHeight = 118;

    /// <summary>
    /// Draws the row: <paramref name="draw"/> is given the panel's number and the rectangle between its axes.
    /// </summary>
    public static void Draw(MarkupWriter page, int count, string shows, Action<int, Frame> draw)
    {
        var perRow = Math.Clamp(count, 3, MostPerRow);
        var width = Figure.PageWidth / perRow;
        for (var first = 0; first < count; first += perRow)
        {
            Figure.Open(page, Figure.PageWidth, Top + PlotHeight + Plot.BottomRoom, shows);
            for (var i = first; i < Math.Min(count, first + perRow); i++)
            {
                var left = (i - first) * width + Plot.LeftRoom;
                draw(i, new Frame(left, Top, width - Plot.LeftRoom - 8, PlotHeight));
            }

            Figure.Close(page);
        }
    }

    /// <summary>Says why there is nothing to draw.</summary>
    public static void WriteAbsence(MarkupWriter page, string what, IEnumerable<Measured> values)
    {
        var reasons = new Reasons();
        foreach (var value in values.Where(v => !v.IsDefined))
            reasons.Add(value.Why!);
        var words = string.Join("; ", Enumerable.Range(0, reasons.Count).Select(i => reasons[i]));
        page.Add($"<p><b>{what}:</b> undefined in every band and channel. {words}.</p>");
    }

    /// <summary>The band's name over its panel, and what is said of it.</summary>
    public static void Title(MarkupWriter page, Frame frame, string band, string words)
    {
        Figure.Label(page, frame.Left, Top - 18, band, "paneltitle");
        Figure.Label(page, frame.Left, Top - 6, words, "tick");
    }
}
