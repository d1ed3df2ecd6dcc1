using Isonomia.Measurement.Biomarkers.Criticality.Avalanches;
using Isonomia.Numerics.Statistics.HeavyTails;
using Isonomia.Reporting.Figures;
using Isonomia.Reporting.Markup;

namespace Isonomia.Reporting.Sections;

/// <summary>How many avalanches are at least so large, and last at least so long, with the power laws fitted.</summary>
internal static class AvalancheFigure
{
    private const double Height = 210, Gap = 56;

    public static void Write(MarkupWriter page, AvalancheResult result)
    {
        if (result.Size.Values.Length < 2 || result.Duration.Values.Length < 2)
            return;
        var width = (Figure.PageWidth - Plot.LeftRoom - Gap - 10) / 2;
        page.AddRaw("<figure>");
        Figure.Open(page, Figure.PageWidth, Height + Plot.BottomRoom + 10, "distributions of sizes and durations of avalanches");
        Draw(page, result.Size, new Frame(Plot.LeftRoom, 20, width, Height - 10), "size (events)", "avalanches at least so large");
        Draw(page, result.Duration, new Frame(Plot.LeftRoom + width + Gap, 20, width, Height - 10), "duration (bins)",
            "at least so long");
        Figure.Close(page);
        Section.Caption(page, "Avalanches.", "Share of avalanches of at least each size and duration (points), and the power law that "
            + "was fitted, from its smallest value on (orange). A straight line alone is no proof of one: p and the other forms "
            + "are in the table.");
        page.AddRaw("</figure>");
    }

    private static void Draw(MarkupWriter page, TailFinding found, Frame frame, string xTitle, string yTitle)
    {
        var total = (double)found.Counts.Sum(c => (long)c);
        var shares = new double[found.Values.Length];
        var left = total;
        for (var i = 0; i < shares.Length; i++)
        {
            shares[i] = left / total;
            left -= found.Counts[i];
        }

        var plot = new Plot(page, frame, LogScale.Over(found.Values[0], found.Values[^1], frame.Left, frame.Right),
            LogScale.Over(shares[^1], 1, frame.Bottom, frame.Top));
        plot.Axes(xTitle, yTitle, 5, 5).BeginClip().Dots(found.Values, shares, "dots");
        if (found.Fit is { } fit)
        {
            // A discrete power law has the share zeta(alpha, x)/zeta(alpha, from) at x and above (Clauset et al. 2009, table 2.1).
            var share = shares[Array.FindIndex(found.Values, v => v >= fit.Xmin)] / HurwitzZeta.Of(fit.Alpha, fit.Xmin);
            double[] xs = [.. found.Values.Where(v => v >= fit.Xmin)];
            plot.Line(xs, [.. xs.Select(x => share * HurwitzZeta.Of(fit.Alpha, x))], "model");
        }

        plot.EndClip();
        if (found.Exponent.IsDefined)
            Figure.Label(page, frame.Right, frame.Top - 6, $"exponent {NumberText.Fixed(found.Exponent.Value, 2)}", "tick end");
    }
}
