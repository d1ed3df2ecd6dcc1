using System.Collections.Immutable;
using Isonomia.Restoration.Catalogue;
using Isonomia.Restoration.Optimising;

namespace Isonomia.Restoration.Circuits;

/// <summary>
/// Seeks, for each parameter that may be turned, the factor that brings a circuit with a condition nearest to the circuit
/// without it. The condition is that of the catalogue at its medians. Trials of the search share their seeds with those of
/// health, so that the same noise meets both; what was found is judged by trials of other seeds.
/// </summary>
/// <param name="circuit">The circuit.</param>
/// <param name="task">What it is for.</param>
/// <param name="options">How long it may take.</param>
public sealed class CircuitSearch(TurnedCircuit circuit, CircuitTask task, CircuitSearchOptions options)
{
    private const int Fresh = 1000;

    // What is found, and health, is measured in so many times the trials of a place that is merely looked at.
    private const int Checks = 2;
    private const int MostTrials = 999;

    private IProgress<double>? telling;
    private int done;
    private int all;

    /// <summary>Searches.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="knobs">What may be turned; a parameter that the condition displaces may be among them.</param>
    /// <param name="progress">Told the share that is done.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="CatalogueException">The condition is not defined in the circuit, or a parameter is unknown.</exception>
    public CircuitRestoration Run(Condition condition, IReadOnlyList<CircuitKnob> knobs, IProgress<double>? progress = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(condition);
        ArgumentNullException.ThrowIfNull(knobs);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.Trials, MostTrials);
        var displaced = Displaced(condition);
        foreach (var knob in knobs)
            circuit.MeaningOf(knob.Name);
        (telling, done) = (progress, 0);
        all = options.Trials * (1 + (2 * Checks) + (knobs.Count * (options.Evaluations + Checks)));

        var health = CircuitHealth.Of([.. Measure([], 0, 1, cancellation), .. Measure([], Fresh, Checks, cancellation)]);
        var before = Judge([], 0);
        var (ranking, visited) = (new List<CircuitPlan>(), new List<(string, double, double)>());
        foreach (var knob in knobs)
        {
            var search = new BayesianSearch(1, options.Seed);
            search.Run(point => Mean(Measure([.. displaced, (knob.Name, knob.At(point[0]))], 0, 1, cancellation)), options.Evaluations);
            visited.AddRange(search.Found.Select(f => (knob.Name, knob.At(f.Point[0]), f.Value)));
            ranking.Add(Judge([(knob.Name, knob.At(search.Best.Point[0]))], options.Evaluations));
        }

        return new()
        {
            Circuit = circuit.Name,
            Condition = condition,
            Task = task,
            Displaced = displaced,
            Health = health,
            Before = before,
            Ranking = [.. ranking.OrderBy(p => p.ExpectedDistance)],
            Meanings = displaced.Select(d => d.Parameter).Concat(knobs.Select(k => k.Name)).Distinct()
                .ToImmutableDictionary(n => n, n => circuit.MeaningOf(n) ?? ""),
            Visited = [.. visited],
            Runs = done,
        };

        double Mean(double[][] trials) => trials.Average(t => health.Distance(t));

        CircuitPlan Judge(ImmutableArray<(string, double)> changes, int searched)
        {
            var trials = Measure([.. displaced, .. changes], Fresh, Checks, cancellation);
            return new(changes, searched, [.. trials.Select(t => t.ToImmutableArray())], [.. trials.Select(t => health.Distance(t))]);
        }
    }

    private double[][] Measure((string, double)[] factors, int from, int times, CancellationToken cancellation)
    {
        var measured = new double[times * options.Trials][];
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = options.Threads, CancellationToken = cancellation };
        Parallel.For(0, measured.Length, parallel, trial =>
        {
            var seed = unchecked((ulong)(options.Seed + ((from + trial) * 7919L)));
            measured[trial] = task.Measure(circuit.Run(factors, task.Duration, seed, cancellation));
            var count = Interlocked.Increment(ref done);
            telling?.Report((double)count / all);
        });
        return measured;
    }

    private ImmutableArray<(string Parameter, double Factor)> Displaced(Condition condition)
    {
        var mapping = condition.In(circuit.Name)
            ?? throw new CatalogueException($"'{condition.Name}' is not defined in {circuit.Name}"
                + (condition.Models.Length > 0 ? ", only in " + string.Join(", ", condition.Models.Select(m => m.Model)) : "")
                + $"; see 'isonomia catalogue {condition.Name}'");
        return
        [
            .. mapping.Changes.Select(c => c.Kind == ChangeKind.Factor
                ? (c.Target, c.Median)
                : throw new CatalogueException($"'{condition.Name}' adds to {c.Target} of {circuit.Name}; only factors can be searched")),
        ];
    }
}
