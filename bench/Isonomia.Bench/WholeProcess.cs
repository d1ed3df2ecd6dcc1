using System.Diagnostics;

namespace Isonomia.Bench;

/// <summary>
/// The command as a user runs it, by the launcher at the root of the repository (compiled ahead of time; built before the
/// clock starts), start-up included: wall clock, processor time and peak memory.
/// </summary>
internal static class WholeProcess
{
    public static (double Wall, double Processor, double PeakMiB) Run(params string[] arguments)
    {
        using (var first = Process.Start(Command("--version"))!)
            first.WaitForExit();
        var start = Command(arguments);
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

    // Where there is no launcher that a process can be started from, the build beside the benchmarks.
    private static ProcessStartInfo Command(params string[] arguments)
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "Isonomia.slnx")))
            root = root.Parent;
        var isLaunched = root is not null && !OperatingSystem.IsWindows();
        var start = new ProcessStartInfo(isLaunched ? Path.Combine(root!.FullName, "isonomia") : "dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        if (!isLaunched)
            start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "isonomia.dll"));
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        return start;
    }
}
