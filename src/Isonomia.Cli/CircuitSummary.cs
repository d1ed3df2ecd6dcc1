using Isonomia.Reporting.Runs.Circuits;

namespace Isonomia.Cli;

/// <summary>What a simulated circuit prints for people.</summary>
internal static class CircuitSummary
{
    public static void Print(TextWriter to, CircuitReportContent content)
    {
        var run = content.Run;
        to.WriteLine($"{run.Model}: {run.Populations.Sum(p => (long)p.Size):N0} cells, {run.Synapses:N0} synapses, {run.Duration:0.######} s in "
            + $"steps of {run.Dt * 1e3:0.######} ms, seed {run.Seed}");
        if (run.InterruptedOf is { } asked)
            to.WriteLine($"interrupted: {run.Duration:0.######} of {asked:0.######} s were simulated");
        var table = new TextTable("population", "cells", "spikes", "rate Hz", "CV of intervals");
        foreach (var population in run.Populations)
        {
            table.Add(population.Name, $"{population.Size}", $"{population.Spikes}", $"{population.Rate:0.###}",
                population.CvOfIntervals() is { } cv ? $"{cv:0.###}" : "-");
        }

        table.Print(to);
        to.WriteLine($"built in {run.BuildSeconds:0.000} s, run in {run.RunSeconds:0.000} s ({run.RealTimeFactor:0.####} s a simulated second), "
            + $"{run.Threads} {(run.Threads == 1 ? "thread" : "threads")}");
    }
}
