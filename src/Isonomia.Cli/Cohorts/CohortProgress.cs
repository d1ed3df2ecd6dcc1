using System.Diagnostics;
using System.Globalization;
using Isonomia.Measurement.Bids;
using Isonomia.Reporting.Cohorts;
using Isonomia.Reporting.Markup;

namespace Isonomia.Cli.Cohorts;

/// <summary>
/// How far a data set is, and how long the rest will take, judged by the bytes that are left: a line that changes on a
/// terminal, a line for each recording elsewhere.
/// </summary>
internal sealed class CohortProgress : IDisposable
{
    private readonly Lock gate = new();
    private readonly Stopwatch since = Stopwatch.StartNew();
    private readonly Dictionary<BidsFile, long> bytes;
    private readonly string verb;
    private readonly bool onTerminal = !Console.IsErrorRedirected;
    private long left;
    private long measured;
    private int done;
    private int failed;
    private int width;

    /// <summary>Begins, with nothing done.</summary>
    /// <param name="files">The recordings.</param>
    /// <param name="verb">What is done with them, as <c>measured</c>.</param>
    public CohortProgress(IReadOnlyList<BidsFile> files, string verb)
    {
        this.verb = verb;
        bytes = files.ToDictionary(f => f, BytesOf);
        left = bytes.Values.Sum();
    }

    public void Finished(FileOutcome outcome)
    {
        lock (gate)
        {
            done++;
            failed += outcome.Failure is null ? 0 : 1;
            left -= bytes[outcome.File];
            if (!outcome.WasKept)
                measured += bytes[outcome.File];
            var what = outcome.Failure is { } why ? "failed: " + why
                : outcome.WasKept ? verb + " before"
                : verb;
            var line = string.Create(CultureInfo.InvariantCulture,
                $"{done} of {bytes.Count} recordings{(failed > 0 ? $", {failed} failed" : "")}{Left()}");
            if (onTerminal)
                Rewrite(line);
            else
                Terminal.Say($"[{line}] {outcome.File.Relative}: {what}");
        }
    }

    public void Dispose()
    {
        if (onTerminal && width > 0)
            Console.Error.Write("\r" + new string(' ', width) + "\r");
    }

    private static long BytesOf(BidsFile file)
    {
        var folder = Path.GetDirectoryName(file.Path)!;
        return 1 + Directory.EnumerateFiles(folder, Path.GetFileNameWithoutExtension(file.Path) + ".*")
            .Sum(f => new FileInfo(f).Length);
    }

    private string Left() => measured == 0 || left == 0
        ? ""
        : $", about {NumberText.Duration(Math.Max(1, Math.Round(since.Elapsed.TotalSeconds * left / measured)))} left";

    private void Rewrite(string line)
    {
        Console.Error.Write("\r" + line.PadRight(width));
        width = Math.Max(width, line.Length);
    }
}
