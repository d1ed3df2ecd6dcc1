using Isonomia.Reporting.Figures;
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

    /// <summary>The band's name over its panel, and what is said of it.</summary>
    public static void Title(MarkupWriter page, Frame frame, string band, string words)
    {
        Figure.Label(page, frame.Left, Top - 18, band, "paneltitle");
        Figure.Label(page, frame.Left, Top - 6, words, "tick");
    }
}
