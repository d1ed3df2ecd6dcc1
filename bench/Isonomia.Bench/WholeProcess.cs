using System.Diagnostics;

namespace Isonomia.Bench;

/// <summary>The command as a user runs it, start-up included: wall clock, processor time and peak memory.</summary>
internal static class WholeProcess
{
    public static (double Wall, double Processor, double PeakMiB) Run(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "isonomia.dll"));
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEndAsync();
        var (peak, processor) = (0L, TimeSpan.Zero);
        while (!process.WaitForExit(20))
        {
            process.Refresh();
            try
            {
                (peak, processor) = (Math.Max(peak, process.PeakWorkingSet64), process.TotalProcessorTime);
            }
            catch (InvalidOperationException)
            {
                break; // it ended between the two calls
            }
        }

        process.WaitForExit();
        var wall = clock.Elapsed.TotalSeconds;
        _ = output.Result;
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"isonomia {string.Join(' ', arguments)} failed: {errors.Result}");
        return (wall, processor.TotalSeconds, peak / 1048576.0);
    }
}
