using Isonomia.Modeling.Units;
using Isonomia.Numerics.Statistics;
using Isonomia.Reporting.Figures;
using Isonomia.Reporting.Markup;
using Isonomia.Reporting.Sections;
using Isonomia.Simulation.Results;

namespace Isonomia.Reporting.Runs.Circuits;

/// <summary>Excitatory and inhibitory current (or conductance) of a population on one axis, with their sum.</summary>
internal static class CurrentsFigure
{
    private const double Height = 150;
    private const double Stretch = 0.5;
    private const int MostPoints = 1600;

    // What a probe calls the two, and whether their sum means something.
    private static readonly (string Excitation, string Inhibition, bool HasSum)[] Pairs =
        [("I_E", "I_I", true), ("g_E", "g_I", false)];

    /// <summary>Whether a probe is drawn here.</summary>
    public static bool Shows(RunResult run, ProbeResult probe) => PairsOf(run).Any(p =>
        p.E.Population == probe.Population && (p.E.Variable == probe.Variable || p.I.Variable == probe.Variable));

    public static void Write(MarkupWriter page, RunResult run)
    {
        var pairs = PairsOf(run).ToArray();
        if (pairs.Length == 0)
            return;
        Section.Open(page, "balance", "Excitation and inhibition");
        foreach (var (excitation, inhibition, hasSum) in pairs)
            Draw(page, excitation, inhibition, hasSum);
        Section.Close(page);
    }

    private static IEnumerable<(ProbeResult E, ProbeResult I, bool HasSum)> PairsOf(RunResult run)
    {
        // A field potential brings the currents that it is made of; recorded twice they are drawn once.
        foreach (var excitation in run.Probes.DistinctBy(p => (p.Population, p.Variable)))
        {
            foreach (var (e, i, hasSum) in Pairs)
            {
                var inhibition = run.Probes.FirstOrDefault(p => p.Variable == i && p.Population == excitation.Population
                    && p.Times.Length == excitation.Times.Length && p.Dimension == excitation.Dimension);
                if (excitation.Variable == e && inhibition is not null && excitation.Times.Length > 1)
                    yield return (excitation, inhibition, hasSum);
            }
        }
    }

    private static void Draw(MarkupWriter page, ProbeResult e, ProbeResult i, bool hasSum)
    {
        var (excitation, inhibition) = (Mean(e), Mean(i));
        double[] sum = [.. excitation.Zip(inhibition, (a, b) => a + b)];
        var (times, end) = (e.Times, e.Times[^1]);
        var first = Math.Max(0, Array.FindIndex(times, t => t >= end - Stretch - 1e-9));
        var every = Math.Max(1, (times.Length - first) / MostPoints);
        var points = (times.Length - first + every - 1) / every;
        int[] at = [.. Enumerable.Range(0, points).Select(k => first + (k * every))];
        double[] drawn =
        [
            0, .. at.SelectMany(k => new[] { excitation[k], inhibition[k], hasSum ? sum[k] : 0 })
                .Where(double.IsFinite),
        ];
        var unit = AxisUnit.For(e.Dimension, drawn.Max(Math.Abs));
        var time = AxisUnit.For(Dimension.Time, end);
        var what = hasSum ? "current" : "conductance";

        page.AddRaw("<figure>");
        Figure.Open(page, Figure.PageWidth, Height + 16 + Plot.BottomRoom,
            $"Excitatory and inhibitory {what} of {e.Population}");
        var frame = new Frame(Plot.LeftRoom + 10, 6, Figure.PageWidth - Plot.LeftRoom - 20, Height);
        var plot = new Plot(page, frame,
            new LinearScale(times[first] / time.Scale, Math.Max(end, times[first] + 1e-9) / time.Scale, frame.Left,
                frame.Right),
            LinearScale.Over(drawn.Min() / unit.Scale, drawn.Max() / unit.Scale, frame.Bottom, frame.Top));
        plot.Axes($"time ({time.Label})", unit.Title(what), 10, 5);
        double[] x = [.. at.Select(k => times[k] / time.Scale)];
        double[] Scaled(double[] values) => [.. at.Select(k => values[k] / unit.Scale)];
        plot.Line([plot.X.Low, plot.X.High], [0, 0], "neutral");
        plot.Line(x, Scaled(excitation), "kline kE").Line(x, Scaled(inhibition), "kline kI");
        if (hasSum)
            plot.Line(x, Scaled(sum), "net");
        Figure.Close(page);
        LegendEntry[] legend =
        [
            new("kline kE", LegendMark.Line, "excitation"), new("kline kI", LegendMark.Line, "inhibition"),
            new("net", LegendMark.Line, "sum"),
        ];
        Legend.Write(page, hasSum ? legend : legend[..2]);
        Section.Caption(page, e.Population + ".", Words(e, excitation, inhibition, unit, end - times[first]));
        page.AddRaw("</figure>");
    }

    private static string Words(ProbeResult e, double[] excitation, double[] inhibition, AxisUnit unit, double shown)
    {
        var (mean, opposite) = (excitation.Average(), inhibition.Average());
        var each = e.IsSum ? "Sums over cells" : e.Cells.Length > 1 ? $"Means of {e.Cells.Length} cells" : "One cell";
        var correlation = excitation.Length > 2 ? Correlation.Pearson(excitation, inhibition) : double.NaN;
        return $"{each}, the last {NumberText.Duration(shown)}. Over the whole run excitation is "
            + $"{NumberText.Significant(mean / unit.Scale)} {unit.Label} and inhibition "
            + $"{NumberText.Significant(opposite / unit.Scale)} {unit.Label}"
            + (opposite != 0 ? $", in the ratio {NumberText.Significant(Math.Abs(mean / opposite))}" : "")
            + (double.IsFinite(correlation) ? $"; their correlation in time is {NumberText.Fixed(correlation, 2)}."
                : ".");
    }

    private static double[] Mean(ProbeResult probe)
    {
        var columns = probe.Cells.Length;
        var mean = new double[probe.Times.Length];
        var (values, at) = (new double[columns], 0);
        foreach (var value in probe.Values)
        {
            values[at % columns] = value;
            if (++at % columns == 0)
                mean[(at / columns) - 1] = values.Average();
        }

        return mean;
    }
}
