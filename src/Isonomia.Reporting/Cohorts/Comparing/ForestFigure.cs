using Isonomia.Measurement.Cohorts;
using Isonomia.Reporting.Figures;
using Isonomia.Reporting.Markup;

namespace Isonomia.Reporting.Cohorts.Comparing;

/// <summary>The effect sizes of all markers with their intervals, below each other; findings stand out.</summary>
internal static class ForestFigure
{
    private const double Row = 18;
    private const double Names = 300;
    private const double Numbers = 190;

    public static void Write(MarkupWriter page, ComparisonContent content)
    {
        var shown = content.Compared;
        if (shown.Count == 0)
            return;
        var contrast = content.Comparison.Design.Contrast;
        var ends = shown.SelectMany(q => Ends(q)).Append(0).ToArray();
        var frame = new Frame(Names, 8, Figure.PageWidth - Names - Numbers, Row * shown.Count);
        var plot = new Plot(page, frame, LinearScale.Over(ends.Min(), ends.Max(), frame.Left, frame.Right),
            new LinearScale(0, shown.Count, frame.Top, frame.Bottom));
        page.AddRaw("<figure>");
        Figure.Open(page, Figure.PageWidth, frame.Bottom + Plot.BottomRoom, $"{contrast.EffectName} of {shown.Count} markers");
        plot.Axes($"{contrast.EffectName}, {contrast.Direction}", null, 6, 0);
        page.Add($"<path class=\"neutral\" d=\"{new PathData().To(plot.X.At(0), frame.Top).To(plot.X.At(0), frame.Bottom)}\"/>");
        for (var i = 0; i < shown.Count; i++)
            Draw(page, plot, content, shown[i], frame.Top + (Row * (i + 0.5)));
        Figure.Close(page);
        page.Add($"<figcaption><b>Effect sizes</b> in the mean over channels, with 95 % intervals where there are any. ");
        page.AddRaw("Vermilion: a finding at a false discovery rate of 5 % over all markers.</figcaption></figure>");
    }

    private static void Draw(MarkupWriter page, Plot plot, ComparisonContent content, QuantityComparison found, double y)
    {
        var isFinding = found.Q < CohortComparison.FindingRate;
        var look = isFinding ? "c2" : "c0";
        Figure.Label(page, Names - 8, y + 4, content.TitleOf(found.Values.Quantity), "end");
        var (estimate, low, high, _) = found.Effect;
        if (double.IsFinite(low))
            page.Add($"<path class=\"{look} cellline\" d=\"{new PathData().To(plot.X.At(low), y).To(plot.X.At(high), y)}\"/>");
        page.Add($"<path class=\"dots {look}\" d=\"{new PathData().To(plot.X.At(estimate), y).Lift()}\" style=\"stroke-width:6\"/>");
        var interval = double.IsFinite(low) ? $" ({ComparisonWords.Number(low)}, {ComparisonWords.Number(high)})" : "";
        Figure.Label(page, plot.Frame.Right + 8, y + 4,
            $"{ComparisonWords.Number(estimate)}{interval}  q {ComparisonWords.P(found.Q)}", "tick");
    }

    private static double[] Ends(QuantityComparison q) => double.IsFinite(q.Effect.Lower)
        ? [q.Effect.Lower, q.Effect.Upper]
        : [q.Effect.Estimate];
}
