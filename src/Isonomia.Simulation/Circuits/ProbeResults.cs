using Isonomia.Modeling.Circuits;
using Isonomia.Modeling.Units;
using Isonomia.Numerics.Signals;
using Isonomia.Simulation.Results;

namespace Isonomia.Simulation.Circuits;

/// <summary>What the probes of a circuit recorded, and what is made of it: rates of spikes, field potentials of sums.</summary>
internal static class ProbeResults
{
    /// <summary>The results of all probes, in the order in which they are written.</summary>
    /// <param name="circuit">The circuit.</param>
    /// <param name="engine">The engine that ran it.</param>
    /// <param name="dt">The time step in seconds.</param>
    public static IEnumerable<ProbeResult> Of(CircuitModel circuit, CircuitEngine engine, double dt)
    {
        var recorders = engine.Recorders.ToDictionary<PopulationRecorder, object>(
            r => r.Model, ReferenceEqualityComparer.Instance);
        foreach (var probe in circuit.Probes)
        {
            var name = circuit.Populations[probe.Population].Name;
            if (probe.Rate)
                yield return Rate(probe, circuit.Populations[probe.Population], engine, dt);
            if (!recorders.TryGetValue(probe, out var recorder))
                continue;
            for (var v = 0; v < probe.Values.Length; v++)
                yield return Samples(recorder, name, v, dt);
            if (probe.Proxy != LfpProxy.None)
                yield return Field(probe, recorder, name, dt);
        }
    }

    private static ProbeResult Samples(PopulationRecorder recorder, string population, int value, double dt)
    {
        int[] cells = recorder.Model.IsSum ? [-1] : recorder.Cells;
        var values = recorder.Samples(value);
        return new ProbeResult(population, recorder.Model.Values[value].Name, recorder.DimensionOf(value), cells,
            Times(values.Length / cells.Length, recorder.Every * dt), values)
        {
            IsSum = recorder.Model.IsSum,
        };
    }

    private static ProbeResult Field(ProbeModel probe, PopulationRecorder recorder, string population, double dt)
    {
        var excitatory = recorder.Samples(0).ToArray();
        var inhibitory = recorder.Samples(1).ToArray();
        var potential = new double[excitatory.Length];
        FieldPotentialProxy.Compute(excitatory, inhibitory, recorder.Every * dt,
            probe.Proxy == LfpProxy.Rws ? ProxyWeights.Rws : ProxyWeights.Erws1, potential);
        return new ProbeResult(population, "lfp", recorder.DimensionOf(0), [-1],
            Times(potential.Length, recorder.Every * dt), potential)
        {
            IsSum = true,
        };
    }

    // Spikes in [k every, (k + 1) every): a spike's time is the end of its step.
    private static ProbeResult Rate(ProbeModel probe, PopulationModel population, CircuitEngine engine, double dt)
    {
        var every = Math.Max(1, (long)Math.Round(probe.Every / dt));
        var rates = new double[engine.NextStep / every];
        var counted = probe.Cells is { } some ? some.ToHashSet() : null;
        var weight = 1 / ((counted?.Count ?? population.Size) * every * dt);
        foreach (var spike in engine.RecordOf(probe.Population)!)
        {
            var bin = spike / population.Size / every;
            if (bin < rates.Length && counted?.Contains((int)(spike % population.Size)) != false)
                rates[bin] += weight;
        }

        return new ProbeResult(
            population.Name, "rate", Dimension.Time.Power(-1), [-1], Times(rates.Length, every * dt), rates)
        {
            IsSum = true,
        };
    }

    private static double[] Times(int count, double interval) => [.. Enumerable.Range(0, count).Select(s => s * interval)];
}
