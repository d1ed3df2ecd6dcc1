using Isonomia.Reporting.Figures;
using Isonomia.Reporting.Markup;
using Isonomia.Reporting.Sections;
using Isonomia.Simulation.Results;

namespace Isonomia.Reporting.Runs;

/// <summary>Firing rate over constant input.</summary>
internal static class FrequencyCurveFigure
{
    private const double Height = 250;

    public static void Write(MarkupWriter page, FrequencyCurve curve)
    {
        Section.Open(page, "f-i", "Firing rate and input");
        var unit = AxisUnit.For(curve.Dimension, curve.Points.Max(p => Math.Abs(p.Input)));
        var inputs = unit.Of(curve.Points.Select(p => p.Input));
        double[] steady = [.. curve.Points.Select(p => p.SteadyRate ?? (p.MeanRate > 0 ? double.NaN : 0))];
        double[] initial = [.. curve.Points.Select(p => p.InitialRate ?? double.NaN)];
        var highest = Math.Max(1, steady.Concat(initial).Where(double.IsFinite).DefaultIfEmpty(1).Max());

        page.AddRaw("<figure>");
        Figure.Open(page, Figure.PageWidth, Height + Plot.BottomRoom, "Firing rate over input");
        var frame = new Frame(Plot.LeftRoom, 10, Figure.PageWidth - Plot.LeftRoom - 10, Height - 10);
        var plot = new Plot(page, frame,
            LinearScale.Over(inputs.Min(), inputs.Max(), frame.Left, frame.Right),
            new LinearScale(-highest / 40, highest * 1.05, frame.Bottom, frame.Top));
        plot.Axes(unit.Title(curve.Input), "rate (Hz)");
        plot.Line(inputs, initial, "aperiodic").Line(inputs, steady, "model").Dots(inputs, steady, "dots");
        Figure.Close(page);
        Legend.Write(page, new LegendEntry("model", LegendMark.Line, "later half of the intervals"),
            new LegendEntry("aperiodic", LegendMark.Line, "first interval"));
        Section.Caption(page, "f-I curve.", $"Each point is a cell of its own, simulated for "
            + $"{NumberText.Significant(curve.Duration)} s at constant input. A gap: one spike only.");
        page.AddRaw("</figure>");
        Section.Close(page);
    }
}
