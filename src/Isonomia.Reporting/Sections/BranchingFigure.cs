using Isonomia.Measurement.Biomarkers.Criticality.Branching;
using Isonomia.Reporting.Figures;
using Isonomia.Reporting.Markup;

namespace Isonomia.Reporting.Sections;

/// <summary>The slopes of activity on activity k bins before, and the decay fitted to them.</summary>
internal static class BranchingFigure
{
    private const double Height = 200;

    public static void Write(MarkupWriter page, BranchingResult result)
    {
        if (result.Slopes.Length < 2 || result.Fit is not { } fit)
            return;
        double[] lags = [.. Enumerable.Range(1, result.Slopes.Length).Select(k => k * result.BinSeconds)];
        double[] decay = [.. Enumerable.Range(1, result.Slopes.Length).Select(k => fit.Amplitude * Math.Pow(fit.M, k))];
        var low = Math.Min(0, result.Slopes.Min());
        var high = Math.Max(result.Slopes.Max(), decay[0]);
        page.AddRaw("<figure>");
        Figure.Open(page, Figure.PageWidth, Height + Plot.BottomRoom + 10, "slopes of the multistep regression by lag");
        var frame = new Frame(Plot.LeftRoom, 10, Figure.PageWidth - Plot.LeftRoom - 10, Height);
        var plot = new Plot(page, frame, new LinearScale(0, lags[^1], frame.Left, frame.Right),
            new LinearScale(low, high + ((high - low) * 0.05), frame.Bottom, frame.Top));
        plot.Axes("lag (s)", "slope").BeginClip().Dots(lags, result.Slopes, "dots").Line(lags, decay, "model").EndClip();
        Figure.Close(page);
        Section.Caption(page, "Branching.", "Slope of activity on activity so much earlier (points) and the decay b mᵏ fitted to all of "
            + "them (orange). What was not recorded lowers all slopes alike and leaves the decay as it is.");
        page.AddRaw("</figure>");
    }
}
