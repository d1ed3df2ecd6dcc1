using Isonomia.Modeling.Units;
using Isonomia.Reporting.Figures;
using Isonomia.Reporting.Markup;
using Isonomia.Reporting.Sections;
using Isonomia.Simulation.Results;

namespace Isonomia.Reporting.Runs.Circuits;

/// <summary>Who spiked when: a band of rows for each population, over the whole run, and its end in close-up.</summary>
internal static class CircuitRaster
{
    private const double Left = 96;
    private const double Gap = 4;
    private const double Height = 400;
    private const double LeastHeight = 15;
    private const double CloseUp = 0.2;

    // Up to so many dots are drawn larger.
    private const int FewDots = 3000;

    public static void Write(MarkupWriter page, RunResult run, ShownPopulation[] all)
    {
        var shown = ShownPopulation.Drawn(all);
        Section.Open(page, "raster", "Spikes");
        if (shown.Length == 0)
        {
            page.AddRaw("<p>No spikes were recorded: no probe asked for them.</p>");
        }
        else if (shown.All(p => p.Result!.SpikeTimes.Length == 0))
        {
            page.AddRaw("<p>No cell spiked.</p>");
        }
        else
        {
            PopulationResult[] results = [.. shown.Select(p => p.Result!)];
            var sample = RasterSample.Of(results, 0, run.Duration);
            Draw(page, shown, sample, "Raster.", Height);
            Section.Caption(page, "Raster.", Words(shown, sample) + ShownPopulation.LeftOut(all));
            page.AddRaw("</figure>");
            if (run.Duration > 4 * CloseUp)
            {
                var end = sample.Within(results, run.Duration - CloseUp, run.Duration);
                Draw(page, shown, end, "Close-up.", Height * 0.7);
                Section.Caption(page, "Close-up.",
                    $"The same cells, the last {NumberText.Significant(CloseUp * 1e3)} ms.");
                page.AddRaw("</figure>");
            }
        }

        Section.Close(page);
    }

    private static void Draw(MarkupWriter page, ShownPopulation[] shown, RasterSample sample, string title,
        double wanted)
    {
        var rows = sample.Cells.Sum(c => c.Length);
        double[] heights = [.. sample.Cells.Select(c => Math.Max(LeastHeight, c.Length * Math.Min(4, wanted / rows)))];
        var height = heights.Sum() + (Gap * (shown.Length - 1));
        var time = AxisUnit.For(Dimension.Time, sample.To);
        page.AddRaw("<figure>");
        Figure.Open(page, Figure.PageWidth, height + 10 + Plot.BottomRoom, $"{title} Spikes over time, by population");
        var frame = new Frame(Left, 6, Figure.PageWidth - Left - 10, height);
        var plot = new Plot(page, frame,
            new LinearScale(sample.From / time.Scale, sample.To / time.Scale, frame.Left, frame.Right),
            new LinearScale(0, 1, frame.Bottom, frame.Top));
        plot.Axes($"time ({time.Label})", null, 10, 0);
        var (top, size) = (frame.Top, sample.Spikes < FewDots ? "few " : "");
        for (var p = 0; p < shown.Length; p++)
        {
            Figure.Label(page, Left - 8, top + (heights[p] / 2) + 3.5, Fitted(shown[p].Name),
                $"tick end kname {shown[p].Look}");
            var dots = Dots(shown[p].Result!, sample, sample.Cells[p], plot.X, time, top, heights[p]);
            page.Add($"<path class=\"spikes {size}{shown[p].Look}\" d=\"{dots.ToString()}\"/>");
            top += heights[p] + Gap;
        }

        Figure.Close(page);
    }

    private static string Words(ShownPopulation[] shown, RasterSample sample)
    {
        var cells = sample.Cells.Sum(c => c.Length);
        var all = shown.Sum(p => (long)p.Model.Size);
        return (cells < all ? $"{cells:#,0} of {all:#,0} cells, evenly over the indices of each population. "
            : $"All {all:#,0} cells. ")
            + PopulationLook.Words(shown.Select(p => p.Model.Class))
            + (sample.From > 0
                ? $" More spikes than can be drawn: the last {NumberText.Duration(sample.To - sample.From)} are shown."
                : "");
    }

    private static DotData Dots(
        PopulationResult population, RasterSample sample, int[] cells, Scale x, AxisUnit time, double top, double height)
    {
        var rows = cells.Select((cell, row) => (cell, row)).ToDictionary(c => c.cell, c => c.row);
        var spikes = Array.ConvertAll(cells, _ => new List<double>());
        foreach (var (spike, cell) in population.InOrder())
        {
            if (spike >= sample.From && spike <= sample.To && rows.TryGetValue(cell, out var row))
                spikes[row].Add(spike);
        }

        var dots = new DotData();
        for (var row = 0; row < cells.Length; row++)
        {
            var y = top + ((row + 0.5) * height / cells.Length);
            foreach (var spike in spikes[row])
                dots.Add(x.At(spike / time.Scale), y);
        }

        return dots;
    }

    private static string Fitted(string name) => name.Length <= 16 ? name : name[..15] + "…";
}
