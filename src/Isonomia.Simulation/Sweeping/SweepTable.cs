using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Isonomia.Numerics.Files;

namespace Isonomia.Simulation.Sweeping;

/// <summary>
/// The table of a sweep on disk: tab-separated, a line of headings, then a line a run: its number, seed and values, its
/// measures (empty where undefined), and why some are. A line is appended when its run is done and is on disk before
/// the next; a line that was cut off is no run. When all are done, the lines are put in order of the runs, so that the
/// same sweep leaves the same bytes however many went at once.
/// </summary>
public sealed class SweepTable
{
    private const string FailedMark = "failed: ";

    private readonly string path;
    private readonly SweepPlan plan;
    private readonly int measures;
    private readonly SortedDictionary<int, string> lines = [];
    private readonly Dictionary<int, SweepOutcome> outcomes = [];
    private readonly Lock writing = new();
    private readonly string heading;

    /// <summary>Opens the table, or begins one; what it holds of this plan's runs is kept.</summary>
    /// <param name="path">The file.</param>
    /// <param name="plan">The runs.</param>
    /// <param name="measures">The names of the measures.</param>
    /// <exception cref="IOException">The file is of another sweep, or cannot be read or written.</exception>
    public SweepTable(string path, SweepPlan plan, ImmutableArray<string> measures)
    {
        ArgumentNullException.ThrowIfNull(plan);
        (this.path, this.plan, this.measures) = (path, plan, measures.Length);
        heading = string.Join('\t',
            new[] { "run", "seed" }.Concat(plan.Axes.Select(a => a.Title)).Concat(measures).Append("why"));
        if (File.Exists(path))
            Read();
        Write();
    }

    /// <summary>What came of the runs that are done, by number.</summary>
    public IReadOnlyDictionary<int, SweepOutcome> Outcomes => outcomes;

    /// <summary>Appends what came of a run; any number of threads may do so.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void Append(SweepRun run, SweepOutcome outcome)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(outcome);
        var line = Begin(run) + string.Concat(outcome.Values.Select(v => Number(v) + "\t"))
            + (outcome.HasFailed ? FailedMark : "") + SweepAxis.Plain(outcome.Why);
        lock (writing)
        {
            using var file = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.Read, bufferSize: 0);
            file.Write(Encoding.UTF8.GetBytes(line + "\n"));
            file.Flush(flushToDisk: true);
            lines[run.Number] = line;
            outcomes[run.Number] = outcome;
        }
    }

    /// <summary>Puts the lines in order of the runs; the file is replaced as a whole.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void Write() => AtomicFile.Write(path, stream =>
        stream.Write(Encoding.UTF8.GetBytes(heading + "\n" + string.Concat(lines.Values.Select(l => l + "\n")))));

    private void Read()
    {
        var text = File.ReadAllText(path);
        var all = text.Split('\n');
        if (all[0] != heading && all.Length > 1)
            throw new IOException($"{path}: this is the table of another sweep; give another --out, or remove it");

        // Behind the last end of line is what was cut off, or nothing.
        foreach (var line in all[1..^1])
        {
            var cells = line.Split('\t');
            if (cells.Length < 1 || !int.TryParse(cells[0], CultureInfo.InvariantCulture, out var number)
                || number < 1 || number > plan.Runs.Length
                || !line.StartsWith(Begin(plan.Runs[number - 1]), StringComparison.Ordinal)
                || Outcome(cells) is not { } outcome)
            {
                throw new IOException(
                    $"{path}: '{line}' is no run of this sweep; give another --out, or remove the line");
            }

            lines[number] = line;
            outcomes[number] = outcome;
        }
    }

    private SweepOutcome? Outcome(string[] cells)
    {
        var first = 2 + plan.Axes.Length;
        if (cells.Length != first + measures + 1)
            return null;
        var values = ImmutableArray.CreateBuilder<double?>(measures);
        foreach (var cell in cells.AsSpan(first, measures))
        {
            if (cell.Length == 0)
                values.Add(null);
            else if (double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
                values.Add(value);
            else
                return null;
        }

        var why = cells[^1];
        var hasFailed = why.StartsWith(FailedMark, StringComparison.Ordinal);
        return new SweepOutcome(values.MoveToImmutable(), hasFailed ? why[FailedMark.Length..] : why, hasFailed);
    }

    private string Begin(SweepRun run) => string.Create(CultureInfo.InvariantCulture, $"{run.Number}\t{run.Seed}\t")
        + string.Concat(plan.Axes.Select((axis, a) => axis.Cell(run.Values[a]) + "\t"));

    private static string Number(double? value) =>
        value is { } number && double.IsFinite(number) ? number.ToString("R", CultureInfo.InvariantCulture) : "";
}
