using Isonomia.Modeling.Units;
using Isonomia.Reporting.Figures;
using Isonomia.Reporting.Markup;
using Isonomia.Reporting.Sections;
using Isonomia.Simulation.Results;

namespace Isonomia.Reporting.Runs.Circuits;

/// <summary>The rate of each population over time, a panel for each.</summary>
internal static class RatesFigure
{
    private const double Left = 96;
    private const double Gap = 8;
    private const int MostBins = 1200;

    // Low panels are too coarse for as many.
    private const int MostBinsOfLow = 400;

    public static void Write(MarkupWriter page, RunResult run, ShownPopulation[] all)
    {
        ShownPopulation[] shown = [.. ShownPopulation.Drawn(all).Where(p => p.Result!.SpikeTimes.Length > 0)];
        if (shown.Length == 0)
            return;
        var bin = RateTrace.Bin(run.Duration, run.Dt, shown.Length <= 4 ? MostBins : MostBinsOfLow);
        var time = AxisUnit.For(Dimension.Time, run.Duration);
        var panel = shown.Length <= 4 ? 84.0 : 56.0;
        Section.Open(page, "rates", "Population rates");
        page.AddRaw("<figure>");
        Figure.Open(page, Figure.PageWidth, (shown.Length * (panel + Gap)) + Plot.BottomRoom,
            "Rate of each population over time");
        for (var p = 0; p < shown.Length; p++)
        {
            var frame = new Frame(Left, 6 + (p * (panel + Gap)), Figure.PageWidth - Left - 10, panel);
            var rates = RateTrace.Of(shown[p].Result!, bin);
            var last = p == shown.Length - 1;
            var plot = new Plot(page, frame, new LinearScale(0, run.Duration / time.Scale, frame.Left, frame.Right),
                new LinearScale(0, rates.DefaultIfEmpty(0).Max() is > 0 and var most ? most * 1.05 : 1, frame.Bottom,
                    frame.Top));
            plot.Axes(last ? $"time ({time.Label})" : null, null, 10, 3, last);
            var name = shown[p].Name;
            Figure.Label(page, Left - 40, frame.Top + (panel / 2) + 3.5, name.Length <= 10 ? name : name[..9] + "…",
                $"tick end kname {shown[p].Look}");
            double[] middles = [.. Enumerable.Range(0, rates.Length).Select(i => (i + 0.5) * bin / time.Scale)];
            plot.Line(middles, rates, $"kline {shown[p].Look}");
        }

        Figure.Close(page);
        Section.Caption(page, "Rates in Hz a cell.", $"Spikes in bins of {NumberText.Significant(bin * 1e3)} ms, each"
            + " population on a scale of its own." + Silent(all) + ShownPopulation.LeftOut(all));
        page.AddRaw("</figure>");
        Section.Close(page);
    }

    private static string Silent(ShownPopulation[] all)
    {
        string[] names = [.. all.Where(p => p.Result is { SpikeTimes.Length: 0 }).Select(p => p.Name)];
        return names.Length == 0 ? "" : $" Without a spike: {Section.Listed(names)}.";
    }
}
