using Isonomia.Modeling.Description;
using Isonomia.Modeling.Diagnostics;
using Isonomia.Simulation.Circuits;

namespace Isonomia.Simulation.Tests.Gallery;

/// <summary>
/// Brian 2's example of gap junctions (examples/synapses/gapjunctions.py), strings unchanged: a current that the cell
/// declares and the synapses sum into.
/// </summary>
public sealed class BrianGapJunctionTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("isonomia-gap-").FullName;

    public void Dispose() => Directory.Delete(folder, true);

    // The times are those of Brian 2.5.1 with steps of 2 us. Both reach them at first order: sums over other cells stand
    // still for a step, and the twelve intervals before these spikes are each late by a part of one.
    [Fact]
    public void What_synapses_sum_into_a_variable_of_the_cell_is_that_variable()
    {
        Write("cell.yaml", """
            cell: cell
            parameters: {v0: 1.05, tau: 10*ms}
            equations: |
              dv/dt = (v0 - v + Igap) / tau : 1
              Igap : 1 # gap junction current
            threshold: v > 1
            reset: v = 0
            initial: {Igap: 0}
            """);
        using var run = new CircuitRun(ModelFile.ReadCircuit(Circuit("Igap_post")), new CircuitRunSettings());
        var result = run.Run();
        var trains = result.Populations[0].Trains();
        Assert.Equal(123, trains.Sum(t => t.Length));
        Assert.Equal(0.489968, trains[9][^1], 3e-4);
        Assert.Equal(0.493910, trains[8][^1], 3e-4);
        Assert.Equal(0.497934, trains[7][^1], 3e-4);
    }

    [Fact]
    public void A_variable_that_the_cell_does_not_have_is_named()
    {
        Write("cell.yaml", """
            cell: cell
            parameters: {v0: 1.05, tau: 10*ms}
            equations: "dv/dt = (v0 - v) / tau : 1"
            threshold: v > 1
            reset: v = 0
            """);
        var error = Assert.Throws<ModelException>(() => ModelFile.ReadCircuit(Circuit("Igap_post")));
        Assert.Contains("sums into 'Igap' of its target, which cell does not have", error.Message, StringComparison.Ordinal);
    }

    private string Circuit(string summed)
    {
        Write("gap.yaml", $"""
            receptor: gap
            equations: |
              w : 1 # gap junction conductance
              {summed} = w * (v_pre - v_post) : 1 (summed)
            """);
        return Write("circuit.yaml", """
            circuit: gap
            dt: 0.01 ms
            duration: 500 ms
            populations:
              P: {cell: cell.yaml, size: 10, initial: {v: i*1.0/N}}
            projections:
              - {from: P, to: P, receptor: gap.yaml, rule: {all_to_all: true}, weight: 0.02}
            probes:
              - {of: P, spikes: true}
            """);
    }

    private string Write(string name, string text)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllText(path, text);
        return path;
    }
}
