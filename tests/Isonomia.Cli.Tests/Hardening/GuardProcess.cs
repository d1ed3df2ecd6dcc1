using System.Diagnostics;
using System.Text.Json;

namespace Isonomia.Cli.Tests.Hardening;

/// <summary>The process that looks at HDF5 files, asked about one after another; begun again when it is brought down.</summary>
internal sealed class GuardProcess : IDisposable
{
    private Process? process;

    /// <summary>What it answers; null where it ended or took longer than allowed, and how long that was.</summary>
    public (string? Answer, double Seconds) Ask(string path, double allowedSeconds)
    {
        process ??= Begin();
        var watch = Stopwatch.StartNew();
        string? answer = null;
        try
        {
            process.StandardInput.WriteLine(JsonSerializer.Serialize(new[] { path, "100", null, null }));
            process.StandardInput.Flush();
            var line = process.StandardOutput.ReadLineAsync();
            answer = line.Wait(TimeSpan.FromSeconds(allowedSeconds)) ? line.Result : null;
        }
        catch (IOException)
        {
            // It ended meanwhile.
        }

        if (answer is null)
            Dispose();
        return (answer, watch.Elapsed.TotalSeconds);
    }

    public void Dispose()
    {
        if (process is null)
            return;
        if (!process.HasExited)
            process.Kill();
        process.WaitForExit();
        process.Dispose();
        process = null;
    }

    private static Process Begin()
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "isonomia.dll"));
        start.ArgumentList.Add("hdf5-guard");
        var begun = Process.Start(start)!;
        _ = begun.StandardError.ReadToEndAsync();
        return begun;
    }
}
