using Isonomia.Reporting.Figures;
using Isonomia.Reporting.Markup;
using Isonomia.Simulation.Sweeping;

namespace Isonomia.Reporting.Sweeps;

/// <summary>
/// A measure over one axis: a dot a run, the line of means over seeds, and a band of a standard deviation on both
/// sides.
/// </summary>
internal static class SweepLineFigure
{
    private const double Height = 250;

    public static void Write(MarkupWriter page, SweepContent content, int measure)
    {
        var axis = content.Plan.Axes[0];
        var groups = axis.Values
            .Select((value, place) => (X: Place(axis, value, place), Ys: content.Over(measure, place)))
            .OrderBy(g => g.X).ToArray();
        double[] xs = [.. groups.Select(g => g.X)];
        double[] means = [.. groups.Select(g => g.Ys.Length > 0 ? g.Ys.Average() : double.NaN)];
        var spread = groups.Where(g => g.Ys.Length > 1)
            .Select(g => (g.X, Mean: g.Ys.Average(), Sd: Deviation(g.Ys))).ToArray();
        var dots = groups.SelectMany(g => g.Ys.Select(y => (g.X, Y: y))).ToArray();
        if (dots.Length == 0)
            return;
        var low = dots.Select(d => d.Y).Concat(spread.Select(s => s.Mean - s.Sd)).Min();
        var high = dots.Select(d => d.Y).Concat(spread.Select(s => s.Mean + s.Sd)).Max();
        var name = content.Measures[measure];

        Figure.Open(page, Figure.PageWidth, Height + Plot.BottomRoom, $"{name.Name} over {axis.Path}");
        var frame = new Frame(Plot.LeftRoom, 10, Figure.PageWidth - Plot.LeftRoom - 10, Height - 10);
        var plot = new Plot(
            page, frame, Across(axis, xs, frame), LinearScale.Over(low, high, frame.Bottom, frame.Top));
        plot.Axes(axis.Title, name.Title, axis.IsNumeric ? 6 : 0);
        if (!axis.IsNumeric)
        {
            for (var i = 0; i < axis.Values.Length; i++)
                Figure.Label(page, plot.X.At(i), frame.Bottom + 13, axis.Values[i].Text, "tick mid");
        }

        if (spread.Length > 1)
        {
            plot.Band([.. spread.Select(s => s.X)], [.. spread.Select(s => s.Mean - s.Sd)],
                [.. spread.Select(s => s.Mean + s.Sd)], "ci");
        }

        if (axis.IsNumeric)
            plot.Line(xs, means, "model");
        plot.Dots([.. dots.Select(d => d.X)], [.. dots.Select(d => d.Y)], "dots");
        Figure.Close(page);
        if (spread.Length > 1)
        {
            Legend.Write(page, new LegendEntry("model", LegendMark.Line, "mean over seeds"),
                new LegendEntry("ci", LegendMark.Area, "standard deviation on both sides"),
                new LegendEntry("dots", LegendMark.Dot, "a run"));
        }
    }

    private static double Place(SweepAxis axis, SweepValue value, int place) =>
        axis.IsNumeric ? value.Number!.Value : place;

    // Values spaced by factors, more than a hundredfold in all, would crowd at one end of even lengths.
    private static Scale Across(SweepAxis axis, double[] xs, Frame frame) =>
        axis.IsNumeric && xs[0] > 0 && xs[^1] / xs[0] >= 100
            ? new LogScale(xs[0] / 1.1, xs[^1] * 1.1, frame.Left, frame.Right)
            : LinearScale.Over(xs[0], xs[^1], frame.Left, frame.Right);

    private static double Deviation(double[] ys)
    {
        var mean = ys.Average();
        return Math.Sqrt(ys.Sum(y => (y - mean) * (y - mean)) / (ys.Length - 1));
    }
}
