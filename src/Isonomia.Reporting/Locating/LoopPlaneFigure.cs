using Isonomia.Inference.Corticothalamic;
using Isonomia.Inference.Locating;
using Isonomia.Reporting.Figures;
using Isonomia.Reporting.Markup;

namespace Isonomia.Reporting.Locating;

/// <summary>The posterior in the planes of the first three coordinates; for the corticothalamic model X, Y and Z.</summary>
internal static class LoopPlaneFigure
{
    private const double Height = 270;
    private const int MostDots = 500;

    public static void Write(MarkupWriter page, Posterior posterior)
    {
        var names = posterior.Model.Coordinates.Select(c => c.Name).ToArray();
        if (names.Length < 2)
            return;
        var isLoops = posterior.Model is CorticothalamicModel;
        var known = CorticothalamicSteadyState.EyesClosed;
        Figure.Open(page, Figure.PageWidth, Height + Plot.BottomRoom, "Draws of the posterior over the coordinates");
        var width = (Figure.PageWidth / 2) - Plot.LeftRoom - 20;
        var left = Panel(page, posterior, new Frame(Plot.LeftRoom + 6, 10, width, Height - 10), 0, 1,
            isLoops ? (known.X, known.Y) : null);
        if (isLoops)
            left.BeginClip().Line([-1, 2], [2, -1], "neutral").EndClip();
        if (names.Length > 2)
        {
            Panel(page, posterior, new Frame((Figure.PageWidth / 2) + Plot.LeftRoom + 6, 10, width, Height - 10), 1, 2,
                isLoops ? (known.Y, known.Z) : null);
        }

        Figure.Close(page);
    }

    private static Plot Panel(
        MarkupWriter page, Posterior posterior, Frame frame, int across, int along, (double X, double Y)? known)
    {
        var step = Math.Max(1, posterior.Coordinates.Length / MostDots);
        var draws = posterior.Coordinates.Where((_, i) => i % step == 0).ToArray();
        double[] xs = [.. draws.Select(d => d[across])];
        double[] ys = [.. draws.Select(d => d[along])];
        Scale Over(double[] values, double? also, double from, double to)
        {
            var (low, high) = (Math.Min(values.Min(), also ?? values.Min()), Math.Max(values.Max(), also ?? values.Max()));
            var room = Math.Max(0.05 * (high - low), 1e-6);
            return new LinearScale(low - room, high + room, from, to);
        }

        var plot = new Plot(page, frame, Over(xs, known?.X, frame.Left, frame.Right), Over(ys, known?.Y, frame.Bottom, frame.Top));
        plot.Axes(posterior.Model.Coordinates[across].Name, posterior.Model.Coordinates[along].Name);
        plot.Dots(xs, ys, "dots");
        if (known is var (x, y))
            page.Add($"<circle class=\"outlier\" cx=\"{plot.X.At(x)}\" cy=\"{plot.Y.At(y)}\" r=\"5\"/>");
        return plot;
    }
}
