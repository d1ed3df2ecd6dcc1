using Isonomia.Reporting.Runs;

namespace Isonomia.Cli;

/// <summary>What a simulation prints for people.</summary>
internal static class SimulationSummary
{
    private static string Units(int number, string name) => number == 1 ? name : name + "s";

    public static void Print(TextWriter to, CellReportContent content)
    {
        var run = content.Run;
        var population = run.Populations[0];
        to.WriteLine($"{run.Model}: {population.Size} {Units(population.Size, content.IsField ? "region" : "cell")}, {run.Duration:0.######} s in steps of "
            + $"{run.Dt * 1e3:0.######} ms, seed {run.Seed}");
        foreach (var (states, reason) in content.Choices)
            to.WriteLine($"  {states}: {reason}");
        if (!content.IsField)
            to.WriteLine($"{population.SpikeTimes.Length} spikes, {population.Rate:0.###} Hz a cell"
                + (population.CvOfIntervals() is { } cv ? $", CV of intervals {cv:0.###}" : ""));
        if (content.Curve is { } curve)
        {
            var unit = AxisUnit.For(curve.Dimension, curve.Points.Max(p => Math.Abs(p.Input)));
            var table = new TextTable(unit.Title(curve.Input), "rate Hz", "steady Hz", "first Hz", "latency ms");
            foreach (var p in curve.Points)
            {
                table.Add($"{p.Input / unit.Scale:0.######}", $"{p.MeanRate:0.##}", $"{p.SteadyRate:0.##}",
                    $"{p.InitialRate:0.##}", $"{p.Latency * 1e3:0.###}");
            }

            table.Print(to);
        }

        if (content.Reference is { } reference)
        {
            to.WriteLine($"reference (adaptive steps): {reference.ReferenceSpikes} spikes"
                + (reference.LargestShift is { } shift ? $", times differ by at most {shift * 1e3:0.####} ms" : ""));
            foreach (var (name, deviation) in reference.Deviations)
            {
                var unit = AxisUnit.For(run.Probes.First(p => p.Variable == name).Dimension, deviation);
                to.WriteLine($"  {name} differs by at most {deviation / unit.Scale:G3} {unit.Label}".TrimEnd() + " until the first spike");
            }
        }

        if (content.Bold is { } bold)
            BoldSummary.Print(to, bold);
        to.WriteLine($"built in {run.BuildSeconds:0.000} s, run in {run.RunSeconds:0.000} s ({run.RealTimeFactor:0.####} s a simulated second)");
    }
}
