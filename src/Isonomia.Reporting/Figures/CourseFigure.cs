using Isonomia.Reporting.Markup;

namespace Isonomia.Reporting.Figures;

/// <summary>How a quantity goes through time: a line, and the area that it may lie in; gaps where nothing is known.</summary>
internal static class CourseFigure
{
    private const double PanelHeight = 130, Gap = 12;
    private const int MostDots = 60;

    public static void Write(
        MarkupWriter page, string title, double[] times, double[] low, double[] middle, double[] high)
    {
        page.AddRaw("<figure>");
        Figure.Open(page, Figure.PageWidth, PanelHeight + Plot.BottomRoom + Gap, title + " over time");
        var frame = new Frame(Plot.LeftRoom, Gap + 4, Figure.PageWidth - Plot.LeftRoom - 10, PanelHeight);
        Figure.Label(page, frame.Left, Gap, title, "tick");
        var plot = new Plot(page, frame, LinearScale.Over(times[0], times[^1], frame.Left, frame.Right),
            LinearScale.Over(low.Where(double.IsFinite).Min(), high.Where(double.IsFinite).Max(), frame.Bottom, frame.Top));
        plot.Axes("time (s)", null, yTicks: 4);
        for (int from = 0, to; from < times.Length; from = to + 1)
        {
            for (to = from; to < times.Length && double.IsFinite(middle[to]); to++)
            {
            }

            if (to - from > 1)
                plot.Band(times.AsSpan(from, to - from), low.AsSpan(from, to - from), high.AsSpan(from, to - from), "ci");
        }

        plot.Line(times, middle, "model");
        if (times.Length <= MostDots)
            plot.Dots([.. times.Where((_, t) => double.IsFinite(middle[t]))], [.. middle.Where(double.IsFinite)], "dots");
        Figure.Close(page);
        page.AddRaw("</figure>");
    }
}
