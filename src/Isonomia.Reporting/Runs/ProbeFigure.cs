using Isonomia.Modeling.Units;
using Isonomia.Reporting.Figures;
using Isonomia.Reporting.Markup;
using Isonomia.Reporting.Sections;
using Isonomia.Simulation.Results;

namespace Isonomia.Reporting.Runs;

/// <summary>What was recorded, one panel a variable over a common time axis, with the spikes of the cells drawn.</summary>
internal static class ProbeFigure
{
    private const double PanelHeight = 130;
    private const double Gap = 14;
    private const int MostCells = 5;

    // Two points a pixel of the widest screen: the least and the greatest value of each bin.
    private const int Bins = 1800;

    public static void Write(MarkupWriter page, RunResult run, string unit)
    {
        if (run.Probes.IsEmpty)
            return;
        Section.Open(page, "traces", "Traces");
        var (time, end) = (AxisUnit.For(Dimension.Time, run.Duration), run.Duration);
        foreach (var group in run.Probes.GroupBy(p => p.Population))
        {
            ProbeResult[] probes = [.. group];
            Draw(page, probes, 0, end, time);
            Section.Caption(page, group.Key + ".", Words(probes[0], run.Populations.First(p => p.Name == group.Key), unit));
            page.AddRaw("</figure>");
        }

        Section.Close(page);
    }

    /// <summary>
    /// Opens a figure and draws a panel for each probe; the caption and the end of the figure are left to write.
    /// </summary>
    public static void Draw(MarkupWriter page, ProbeResult[] probes, double start, double end, AxisUnit time)
    {
        var height = (probes.Length * (PanelHeight + Gap)) + Plot.BottomRoom;
        page.AddRaw("<figure>");
        Figure.Open(page, Figure.PageWidth, height, $"Recorded variables of {probes[0].Population} over time");
        for (var i = 0; i < probes.Length; i++)
        {
            var frame = new Frame(Plot.LeftRoom + 10, 6 + (i * (PanelHeight + Gap)),
                Figure.PageWidth - Plot.LeftRoom - 20, PanelHeight);
            var axis = new LinearScale(start / time.Scale, end / time.Scale, frame.Left, frame.Right);
            Draw(page, frame, probes[i], axis, time, i == probes.Length - 1);
        }

        Figure.Close(page);
    }

    private static void Draw(MarkupWriter page, Frame frame, ProbeResult probe, Scale axis, AxisUnit time, bool last)
    {
        var shown = Math.Min(MostCells, probe.Cells.Length);
        var traces = Enumerable.Range(0, shown).Select(probe.Trace).ToArray();
        var finite = traces.SelectMany(t => t).Where(double.IsFinite).DefaultIfEmpty(0).ToArray();
        var (low, high) = (finite.Min(), finite.Max());
        var unit = AxisUnit.For(probe.Dimension, Math.Max(Math.Abs(low), Math.Abs(high)));
        var plot = new Plot(page, frame, axis,
            LinearScale.Over(low / unit.Scale, high / unit.Scale, frame.Bottom, frame.Top));
        plot.Axes(last ? $"time ({time.Label})" : null, unit.Title(probe.Variable), 10, 4, last);
        for (var i = 0; i < shown; i++)
        {
            var (x, y) = Thinned(probe.Times, traces[i], time.Scale, unit.Scale);
            plot.Line(x, y, $"cellline c{i}");
        }
    }

    private static (double[] X, double[] Y) Thinned(double[] times, double[] values, double timeScale, double scale)
    {
        var join = Math.Max(1, values.Length / Bins);
        if (join <= 2)
            return ([.. times.Select(t => t / timeScale)], [.. values.Select(v => v / scale)]);
        var (x, y) = (new List<double>(), new List<double>());
        for (var from = 0; from < values.Length; from += join)
        {
            var (least, most) = (from, from);
            for (var i = from; i < Math.Min(values.Length, from + join); i++)
            {
                least = values[i] < values[least] ? i : least;
                most = values[i] > values[most] ? i : most;
            }

            foreach (var i in new[] { Math.Min(least, most), Math.Max(least, most) }.Distinct())
            {
                x.Add(times[i] / timeScale);
                y.Add(values[i] / scale);
            }
        }

        return ([.. x], [.. y]);
    }

    private static string Words(ProbeResult probe, PopulationResult population, string unit)
    {
        var cells = probe.Cells.Length > MostCells
            ? $"The first {MostCells} of {probe.Cells.Length} recorded {unit}s. "
            : probe.Cells.Length > 1 ? $"Cells {string.Join(", ", probe.Cells)}. " : "";
        var spikes = population.SpikeTimes.Length switch
        {
            0 => "No spikes.",
            1 => "One spike.",
            var n => $"{n} spikes.",
        };
        return cells + spikes;
    }
}
