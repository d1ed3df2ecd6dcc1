using Isonomia.Modeling.Units;
using Isonomia.Reporting.Figures;
using Isonomia.Reporting.Markup;
using Isonomia.Reporting.Sections;
using Isonomia.Simulation.Results;

namespace Isonomia.Reporting.Runs;

/// <summary>The spikes of each population: a dot for each, cells upwards, time rightwards.</summary>
internal static class RasterFigure
{
    private const int MostCells = 200;
    private const int MostSpikes = 20_000;

    public static void Write(MarkupWriter page, RunResult run)
    {
        if (run.Populations.All(p => p.SpikeTimes.Length == 0))
            return;
        Section.Open(page, "spikes", "Spikes");
        foreach (var population in run.Populations.Where(p => p.SpikeTimes.Length > 0))
            Draw(page, population, run.Duration);
        Section.Close(page);
    }

    private static void Draw(MarkupWriter page, PopulationResult population, double duration)
    {
        var rows = Math.Min(MostCells, population.Size);
        var time = AxisUnit.For(Dimension.Time, duration);
        var (x, y) = (new List<double>(), new List<double>());
        foreach (var (at, cell) in population.InOrder())
        {
            if (x.Count >= MostSpikes)
                break;
            if (cell >= rows)
                continue;
            x.Add(at / time.Scale);
            y.Add(cell);
        }

        var height = Math.Clamp(rows * 4.0, 40, 320);
        page.AddRaw("<figure>");
        Figure.Open(page, Figure.PageWidth, height + 10 + Plot.BottomRoom, $"Spikes of {population.Name} over time");
        var frame = new Frame(Plot.LeftRoom + 10, 6, Figure.PageWidth - Plot.LeftRoom - 20, height);
        var plot = new Plot(page, frame, new LinearScale(0, duration / time.Scale, frame.Left, frame.Right),
            new LinearScale(-1, rows, frame.Bottom, frame.Top));
        plot.Axes($"time ({time.Label})", "cell", 10, rows < 5 ? rows : 4);
        plot.Dots([.. x], [.. y], "dots");
        Figure.Close(page);
        var variability = population.CvOfIntervals() is { } cv
            ? $"coefficient of variation of the interspike intervals {NumberText.Fixed(cv, 2)}"
            : "too few spikes for their variability";
        Section.Caption(page, population.Name + ".", $"{population.SpikeTimes.Length} spikes of {population.Size} "
            + $"{(population.Size == 1 ? "cell" : "cells")}, {NumberText.Significant(population.Rate)} Hz each; {variability}."
            + (population.Size > rows ? $" The first {rows} cells are drawn." : ""));
        page.AddRaw("</figure>");
    }
}
