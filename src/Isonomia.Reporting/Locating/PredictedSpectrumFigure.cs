using Isonomia.Inference.Locating;
using Isonomia.Reporting.Figures;
using Isonomia.Reporting.Markup;

namespace Isonomia.Reporting.Locating;

/// <summary>The spectrum observed, over what the posterior expects: of the mean, and of an estimate of it.</summary>
internal static class PredictedSpectrumFigure
{
    private const double Height = 260;

    public static void Write(MarkupWriter page, Posterior posterior)
    {
        var observed = posterior.Observed;
        double[] frequencies = [.. Enumerable.Range(0, observed.Count).Select(observed.Frequency)];
        var (low, median, high) = (
            posterior.PredictionQuantile(0.05), posterior.PredictionQuantile(0.5), posterior.PredictionQuantile(0.95));
        var scatter = 1.645 / Math.Sqrt(observed.EffectiveAverages);
        double[] data = [.. observed.Density.Select((p, i) => observed.Counts[i] ? p : double.NaN)];
        var lowest = data.Where(double.IsFinite).Concat(low).Min() * 0.7;
        var highest = data.Where(double.IsFinite).Concat(high).Max() * 1.4;
        Figure.Open(page, Figure.PageWidth, Height + Plot.BottomRoom, "Observed spectrum and posterior predictive spectrum");
        var frame = new Frame(Plot.LeftRoom + 14, 10, Figure.PageWidth - Plot.LeftRoom - 24, Height - 10);
        var plot = new Plot(page, frame, new LogScale(frequencies[0], frequencies[^1], frame.Left, frame.Right),
            LogScale.Over(lowest, highest, frame.Bottom, frame.Top));
        plot.Axes("frequency, Hz", $"power, {observed.Unit}");
        plot.BeginClip();
        plot.Band(frequencies, [.. low.Select(p => p * Math.Exp(-scatter))], [.. high.Select(p => p * Math.Exp(scatter))], "ci");
        plot.Line(frequencies, data, "data");
        plot.Band(frequencies, low, high, "fitted");
        plot.Line(frequencies, median, "model");
        plot.EndClip();
        Figure.Close(page);
        Legend.Write(page, new LegendEntry("data", LegendMark.Line, "observed"),
            new LegendEntry("model", LegendMark.Line, "expected, median of the posterior"),
            new LegendEntry("ci", LegendMark.Area, "where 90 % of estimates would lie"));
    }
}
