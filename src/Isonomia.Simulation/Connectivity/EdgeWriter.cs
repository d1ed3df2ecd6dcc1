using Isonomia.Modeling.Circuits;
using Isonomia.Simulation.Connectivity.Kernels;
using Isonomia.Simulation.Connectivity.Values;

namespace Isonomia.Simulation.Connectivity;

/// <summary>Puts rows of synapses into batches, with their weights and delays, and hands the batches over.</summary>
internal sealed class EdgeWriter
{
    private readonly SynapticDraws? weights;
    private readonly SynapticDraws delays;
    private readonly double dt;
    private readonly EdgeBatchHandler handler;
    private readonly EdgeBatch batch;
    private readonly uint[] bits = new uint[RowBits.Run];
    private readonly double[] seconds = new double[RowBits.Run];

    /// <summary>A writer of a projection's synapses.</summary>
    /// <param name="weights">The weights; null where they are not wanted.</param>
    /// <param name="delays">The delays.</param>
    /// <param name="list">The list of the synapses, which may give weights and delays; null where they are
    /// drawn.</param>
    /// <param name="dt">The time step in seconds.</param>
    /// <param name="handler">Receives the batches.</param>
    public EdgeWriter(
        SynapticDraws? weights, SynapticDraws delays, ConnectionRule.Listed? list, double dt, EdgeBatchHandler handler)
    {
        (this.weights, this.delays, this.dt, this.handler) = (weights, delays, dt, handler);
        batch = new EdgeBatch
        {
            HasConstantWeight = weights?.Constant is not null && (list?.Weights.IsDefaultOrEmpty ?? true),
            HasConstantDelay = delays.Constant is not null && (list?.Delays.IsDefaultOrEmpty ?? true),
        };

        // What is the same for all is written once.
        if (weights?.Constant is { } weight)
            Array.Fill(batch.Weights, weight);
        if (delays.Constant is { } delay)
            Array.Fill(batch.DelaySteps, DrawnValues.Steps(delay, dt));
    }

    /// <summary>All synapses of a target.</summary>
    public void Target(int target, ReadOnlySpan<int> sources)
    {
        for (var first = 0; first < sources.Length; first += RowBits.Run)
        {
            var run = sources[first..Math.Min(first + RowBits.Run, sources.Length)];
            var place = Room(run.Length);
            run.CopyTo(batch.Sources.AsSpan(place));
            batch.Targets.AsSpan(place, run.Length).Fill(target);
            Values(target, first, place, run.Length);
            batch.Count += run.Length;
        }
    }

    /// <summary>Those synapses of a source that reach targets in [firstTarget, endTarget).</summary>
    public void Source(int source, ReadOnlySpan<int> targets, int firstTarget, int endTarget)
    {
        for (var first = 0; first < targets.Length; first += RowBits.Run)
        {
            var run = targets[first..Math.Min(first + RowBits.Run, targets.Length)];
            var place = Room(run.Length);
            run.CopyTo(batch.Targets.AsSpan(place));
            batch.Sources.AsSpan(place, run.Length).Fill(source);
            Values(source, first, place, run.Length);
            batch.Count += Keep(place, run.Length, firstTarget, endTarget);
        }
    }

    /// <summary>All synapses of a target that are listed, by their places in the list.</summary>
    public void Listed(int target, ReadOnlySpan<int> entries, ConnectionRule.Listed list)
    {
        for (var first = 0; first < entries.Length; first += RowBits.Run)
        {
            var run = entries[first..Math.Min(first + RowBits.Run, entries.Length)];
            var place = Room(run.Length);
            for (var i = 0; i < run.Length; i++)
                batch.Sources[place + i] = list.Sources[run[i]];
            batch.Targets.AsSpan(place, run.Length).Fill(target);
            Values(target, first, place, run.Length);
            for (var i = 0; i < run.Length && !list.Weights.IsDefaultOrEmpty; i++)
                batch.Weights[place + i] = list.Weights[run[i]];
            for (var i = 0; i < run.Length && !list.Delays.IsDefaultOrEmpty; i++)
                batch.DelaySteps[place + i] = DrawnValues.Steps(list.Delays[run[i]], dt);
            batch.Count += run.Length;
        }
    }

    /// <summary>Hands over what is left.</summary>
    public void Flush()
    {
        if (batch.Count > 0)
            handler(batch);
        batch.Count = 0;
    }

    private int Room(int count)
    {
        if (batch.Count + count > EdgeBatch.Capacity)
            Flush();
        return batch.Count;
    }

    private void Values(int row, int first, int place, int count)
    {
        if (weights is { Constant: null })
        {
            weights.Fill(row, first, batch.Sources.AsSpan(place, count), batch.Targets.AsSpan(place, count),
                batch.Weights.AsSpan(place, count), bits);
        }

        Delays(row, first, place, count);
    }

    private void Delays(int row, int first, int place, int count)
    {
        if (delays.Constant is not null)
            return;
        var values = seconds.AsSpan(0, count);
        delays.Fill(row, first, batch.Sources.AsSpan(place, count), batch.Targets.AsSpan(place, count), values, bits);
        DrawnValues.Steps(values, dt, batch.DelaySteps.AsSpan(place, count));
    }

    private int Keep(int place, int count, int firstTarget, int endTarget)
    {
        var kept = place;
        for (var i = place; i < place + count; i++)
        {
            var target = batch.Targets[i];
            batch.Targets[kept] = target;
            batch.Weights[kept] = batch.Weights[i];
            batch.DelaySteps[kept] = batch.DelaySteps[i];
            kept += target >= firstTarget && target < endTarget ? 1 : 0;
        }

        return kept - place;
    }
}
