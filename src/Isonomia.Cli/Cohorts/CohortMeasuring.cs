using System.Collections.Concurrent;
using Isonomia.Measurement.Bids;
using Isonomia.Measurement.Measuring;
using Isonomia.Measurement.Recordings;
using Isonomia.Measurement.Settings;
using Isonomia.Reporting.Cohorts;

namespace Isonomia.Cli.Cohorts;

/// <summary>
/// Measures recordings of a data set, several at once. One that cannot be measured is a failure of its own and stops no
/// other; a place that cannot be written to stops all.
/// </summary>
internal sealed class CohortMeasuring(
    BidsDataset dataset, DerivativeFolder results, CohortRequest request, CohortProgress progress)
{
    // Recordings above this are measured one after the other, since each takes memory by the length of its channels.
    private const long Large = 256 << 20;
    private readonly Lock turn = new();

    /// <summary>Measures, in any order; the outcomes come in the order of the recordings.</summary>
    /// <exception cref="OperationCanceledException">Interrupted; what is finished stays.</exception>
    public FileOutcome[] Measure(IReadOnlyList<BidsFile> files, CancellationToken cancel)
    {
        var outcomes = new FileOutcome[files.Count];
        var lanes = Math.Clamp(request.Threads, 1, files.Count);
        var options = new ParallelOptions { MaxDegreeOfParallelism = lanes, CancellationToken = cancel };
        var measurer = request.Measurer(Math.Max(1, request.Threads / lanes));
        var order = Partitioner.Create(Enumerable.Range(0, files.Count), EnumerablePartitionerOptions.NoBuffering);
        Parallel.ForEach(order, options, i =>
        {
            outcomes[i] = Outcome(files[i], measurer, cancel);
            progress.Finished(outcomes[i]);
        });
        return outcomes;
    }

    private FileOutcome Outcome(BidsFile file, RecordingMeasurer measurer, CancellationToken cancel)
    {
        if (!File.Exists(file.Path) || new FileInfo(file.Path).Length <= Large)
            return Measured(file, measurer, cancel);
        lock (turn)
            return Measured(file, measurer, cancel);
    }

    private FileOutcome Measured(BidsFile file, RecordingMeasurer measurer, CancellationToken cancel)
    {
        var (found, failure) = Try(file, () => Found(file, measurer, cancel));
        if (found is null)
            return new FileOutcome(file, null, false, failure);
        return found.Kept is { } kept
            ? new FileOutcome(file, kept, true, null)
            : new FileOutcome(file, results.Write(file, found.New!, found.Fingerprint), false, null);
    }

    private Finding Found(BidsFile file, RecordingMeasurer measurer, CancellationToken cancel)
    {
        using var recording = dataset.Open(file);
        var fingerprint = Fingerprint.Of(recording, request.Settings, request.Asked);
        return results.Find(file, fingerprint) is { } kept
            ? new Finding(fingerprint, kept, null)
            : new Finding(fingerprint, null, measurer.Measure(recording, null, cancel));
    }

    // What is our own fault in one recording is told in its place too: it must not cost the others their hours.
    private static (Finding? Found, string? Failure) Try(BidsFile file, Func<Finding> measure)
    {
        try
        {
            return (measure(), null);
        }
        catch (Exception e) when (e is not (OperationCanceledException or SettingException or OutOfMemoryException))
        {
            var cause = e is AggregateException { InnerException: { } inner } ? inner : e;
            if (cause is OperationCanceledException)
                throw cause;
            return (null, cause is BadInputException or IOException or UnauthorizedAccessException
                ? cause.Message.Replace(file.Path + ": ", "", StringComparison.Ordinal)
                : $"a mistake of this program, please report it: {cause.GetType().Name}: {cause.Message}");
        }
    }

    private sealed record Finding(string Fingerprint, MeasuredFile? Kept, RecordingMeasurement? New);
}
