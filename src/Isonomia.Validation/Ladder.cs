using System.Diagnostics;
using Isonomia.Validation.Climbing;

namespace Isonomia.Validation;

/// <summary>
/// The validation ladder: published quantitative results, reproduced, from a single cell's rate to whole networks.
/// </summary>
public static partial class Ladder
{
    /// <summary>The rung of that name, in any case; null where there is none.</summary>
    public static Rung? Find(string id) =>
        All.FirstOrDefault(r => string.Equals(r.Id, id, StringComparison.OrdinalIgnoreCase));

    /// <summary>Climbs rungs one after the other. The same seed finds the same, on any number of threads.</summary>
    /// <exception cref="OperationCanceledException">It was told to stop.</exception>
    public static IReadOnlyList<RungReport> Climb(
        IReadOnlyList<Rung> rungs, ClimbOptions options, CancellationToken cancellation = default)
    {
        var reports = new List<RungReport>();
        foreach (var rung in rungs)
        {
            cancellation.ThrowIfCancellationRequested();
            var clock = Stopwatch.StartNew();
            var progress = options.Progress;
            var run = new RungRun(
                rung, options, progress is null ? null : share => progress(rung, share), cancellation);
            rung.Climb(run);
            var report = new RungReport(
                rung, options.Form, options.Seed, [.. rung.Quantities.Select(run.Outcome)],
                clock.Elapsed.TotalSeconds);
            reports.Add(report);
            options.Climbed?.Invoke(report);
        }

        return reports;
    }
}
