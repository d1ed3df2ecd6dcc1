using Isonomia.Modeling.Units;
using Isonomia.Reporting.Markup;
using Isonomia.Reporting.Sections;
using Isonomia.Simulation.Results;

namespace Isonomia.Reporting.Runs.Circuits;

/// <summary>
/// What else was recorded: variables of a few cells in close-up, a panel for each cell, and sums over cells for the
/// whole run.
/// </summary>
internal static class TracesSection
{
    private const int MostCells = 3;
    private const double CloseUp = 0.5;

    public static void Write(MarkupWriter page, RunResult run)
    {
        ProbeResult[] probes = [.. run.Probes.Where(p => !CurrentsFigure.Shows(run, p) && p.Times.Length > 1)];
        if (probes.Length == 0)
            return;
        Section.Open(page, "traces", "Traces");
        foreach (var population in probes.GroupBy(p => p.Population))
        {
            WriteCells(page, run, [.. population.Where(p => !p.IsSum)]);
            WriteSums(page, run, [.. population.Where(p => p.IsSum)]);
        }

        Section.Close(page);
    }

    private static void WriteCells(MarkupWriter page, RunResult run, ProbeResult[] probes)
    {
        if (probes.Length == 0)
            return;
        var start = Math.Max(0, run.Duration - CloseUp);
        ProbeResult[] panels = [.. probes.SelectMany(p => Enumerable.Range(0, Math.Min(MostCells, p.Cells.Length))
            .Select(column => Single(p, column, start)))];
        ProbeFigure.Draw(page, panels, start, run.Duration, AxisUnit.For(Dimension.Time, run.Duration));
        var cells = probes.Max(p => p.Cells.Length);
        var stretch = start > 0 ? $" The last {NumberText.Significant(CloseUp * 1e3)} ms." : "";
        Section.Caption(page, $"Cells of {probes[0].Population}.",
            (cells > MostCells ? $"The first {MostCells} of {cells} that were recorded." : "Those that were recorded.")
            + stretch);
        page.AddRaw("</figure>");
    }

    private static void WriteSums(MarkupWriter page, RunResult run, ProbeResult[] probes)
    {
        if (probes.Length == 0)
            return;
        ProbeFigure.Draw(page, probes, 0, run.Duration, AxisUnit.For(Dimension.Time, run.Duration));
        Section.Caption(page, probes[0].Population + ".", "Over its cells, for the whole run.");
        page.AddRaw("</figure>");
    }

    // One cell from some time on.
    private static ProbeResult Single(ProbeResult probe, int column, double start)
    {
        var first = Math.Max(0, Array.FindIndex(probe.Times, t => t >= start - 1e-9));
        return probe with
        {
            Variable = $"{probe.Variable}, cell {probe.Cells[column]}",
            Cells = [probe.Cells[column]],
            Times = probe.Times[first..],
            Values = probe.Trace(column)[first..],
        };
    }
}
