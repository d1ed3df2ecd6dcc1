using System.Collections.Concurrent;

namespace Isonomia.Simulation.Sweeping;

/// <summary>Carries out the runs of a sweep that its table does not hold yet, several at once.</summary>
public static class Sweep
{
    /// <summary>Runs what is left; each run is in the table as soon as it is done.</summary>
    /// <param name="plan">The runs.</param>
    /// <param name="table">Where they go.</param>
    /// <param name="threads">How many go at once, each on one thread.</param>
    /// <param name="run">Carries out one run.</param>
    /// <param name="progress">Hears of the fraction done, runs of before included.</param>
    /// <param name="cancellation">Begins no further run, and is passed on to those that go.</param>
    /// <exception cref="OperationCanceledException">It was asked to stop; what was done is in the table.</exception>
    public static void Run(
        SweepPlan plan, SweepTable table, int threads, Func<SweepRun, CancellationToken, SweepOutcome> run,
        IProgress<double>? progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(run);
        SweepRun[] left = [.. plan.Runs.Where(r => !table.Outcomes.ContainsKey(r.Number))];
        var done = plan.Runs.Length - left.Length;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        try
        {
            // In order of the runs, the next free thread taking the next.
            Parallel.ForEach(
                Partitioner.Create(left, EnumerablePartitionerOptions.NoBuffering),
                new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, threads), CancellationToken = cancellation },
                one =>
                {
                    try
                    {
                        table.Append(one, run(one, stop.Token));
                    }
                    catch
                    {
                        // What ends one run this way would end the others.
                        stop.Cancel();
                        throw;
                    }

                    progress?.Report((double)Interlocked.Increment(ref done) / plan.Runs.Length);
                });
        }
        catch (AggregateException e)
        {
            cancellation.ThrowIfCancellationRequested();
            throw e.InnerExceptions.FirstOrDefault(i => i is not OperationCanceledException) ?? e.InnerExceptions[0];
        }

        table.Write();
    }
}
