using Isonomia.Modeling.Circuits;
using Isonomia.Modeling.Integration;
using Isonomia.Simulation.Circuits;
using Isonomia.Simulation.Compilation;
using Isonomia.Simulation.Connectivity;
using Isonomia.Simulation.Populations;

namespace Isonomia.Simulation.Tests.Circuits;

/// <summary>
/// A circuit run in the plainest way there is: a list of synapses, and a queue of what arrives when, in double precision
/// and in whatever order. Cells are stepped by the same compiled code (which has tests of its own), without its ports:
/// what arrives is added here, so that only cells whose threshold does not see what arrives in the same step agree.
/// </summary>
internal static class PlainCircuit
{
    public static List<(long Step, int Population, int Cell)> Run(CircuitModel circuit, long steps)
    {
        var (dt, seed) = (circuit.Dt, circuit.Seed);
        var cells = circuit.Populations.Select(p => p.Cell is null ? null : Cells(p, dt, seed)).ToArray();
        var synapses = Synapses(circuit);
        var arriving = new Dictionary<long, List<(int Population, string Port, int Cell, double Weight)>>();
        var spikes = new List<(long, int, int)>();
        var found = new int[circuit.Populations.Max(p => p.Size)];
        for (var step = 0L; step < steps; step++)
        {
            for (var p = 0; p < cells.Length; p++)
            {
                var count = cells[p] is { } population
                    ? population.Step(step, found)
                    : new SpikeTrainSource(circuit.Populations[p], Whole(circuit, p), seed, dt).Step(step, found);
                foreach (var cell in found.AsSpan(0, count))
                {
                    spikes.Add((step, p, cell));
                    foreach (var (target, port, targetCell, weight, delay) in synapses[p][cell])
                        Arrivals(step + delay).Add((target, port, targetCell, weight));
                }
            }

            foreach (var (p, port, cell, weight) in Arrivals(step))
                cells[p]![port == "current" ? "s" : "v", cell] += weight;
        }

        return spikes;

        List<(int, string, int, double)> Arrivals(long step)
        {
            if (!arriving.TryGetValue(step, out var list))
                arriving[step] = list = [];
            return list;
        }
    }

    private static CellPart Whole(CircuitModel circuit, int population)
    {
        var size = circuit.Populations[population].Size;
        return new CellPart(population, 0, (size + 15) / 16 * 16, size, []);
    }

    private static Population Cells(PopulationModel model, double dt, ulong seed) => Population.Create(
        model.Cell!, StepBuilder.Build(model.Cell!), model.Size,
        new PopulationSettings { Name = model.Name, Dt = dt, Seed = seed, Precision = Precision.Double });

    private static List<(int, string, int, double, int)>[][] Synapses(CircuitModel circuit)
    {
        var all = circuit.Populations.Select(p =>
            Enumerable.Range(0, p.Size).Select(_ => new List<(int, string, int, double, int)>()).ToArray()).ToArray();
        foreach (var p in circuit.Projections)
        {
            var (source, target) = (circuit.Populations[p.Source], circuit.Populations[p.Target]);
            new ProjectionEdges(p, source, target, circuit.Seed, circuit.Dt).Generate(0, target.Size, batch =>
            {
                for (var e = 0; e < batch.Count; e++)
                {
                    all[p.Source][batch.Sources[e]].Add(
                        (p.Target, p.Port, batch.Targets[e], batch.Weights[e], batch.DelaySteps[e]));
                }
            });
        }

        return all;
    }
}
