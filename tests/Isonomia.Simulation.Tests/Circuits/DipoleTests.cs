using Isonomia.Modeling.Description;
using Isonomia.Modeling.Diagnostics;
using Isonomia.Modeling.Units;
using Isonomia.Simulation.Circuits;
using Isonomia.Simulation.Compilation;
using Isonomia.Simulation.Results;

namespace Isonomia.Simulation.Tests.Circuits;

/// <summary>The current dipole of cells that have two ends.</summary>
public sealed class DipoleTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("isonomia-dipole-").FullName;

    public void Dispose() => Directory.Delete(folder, true);

    // Two passive ends with leak gL, coupled by gc: of a current I into one of them, I gc/(gL + 2 gc) flows to the other and
    // leaves there.
    [Fact]
    public void Of_passive_cells_it_is_what_flows_between_their_ends_times_the_distance()
    {
        var probe = Run("{current: gc*(v_d - v), distance: 200 um}").Probes.Single(p => p.Variable == "dipole");
        Assert.True(probe.IsSum);
        Assert.Equal(Dimension.Current * Dimension.Length, probe.Dimension);
        const double Flows = 100e-12 * 15 / (10 + (2 * 15));
        Assert.Equal(50 * Flows * 200e-6, probe.Trace(0)[^1], 50 * Flows * 200e-6 * 1e-5);
    }

    [Theory]
    [InlineData("{current: v_d - v, distance: 200 um}", "ampere was expected")]
    [InlineData("{current: gc*(v_d - v)}", "has no 'distance'")]
    [InlineData("{current: gc*(v_d - u), distance: 1 mm}", "unknown name 'u'")]
    [InlineData("{flow: gc*(v_d - v), distance: 1 mm}", "unknown key 'flow' in a dipole")]
    public void What_is_wrong_with_it_is_told(string dipole, string told) =>
        Assert.Contains(told, Assert.Throws<ModelException>(() => Run(dipole)).Message, StringComparison.Ordinal);

    private RunResult Run(string dipole)
    {
        Write("cell.yaml", """
            cell: two-ends
            parameters: {C: 100 pF, gL: 10 nS, gc: 15 nS, E: -70 mV}
            equations: |
              dv/dt = (gL*(E - v) + gc*(v_d - v))/C : volt
              dv_d/dt = (gL*(E - v_d) + gc*(v - v_d) + I_ext)/C : volt
            initial: {v: E, v_d: E}
            """);
        var path = Write("circuit.yaml", $$"""
            circuit: dipole
            dt: 0.1 ms
            duration: 300 ms
            populations:
              E: {cell: cell.yaml, size: 50}
            stimuli:
              - {kind: current, to: E, value: 100 pA}
            probes:
              - {of: E, dipole: {{dipole}}, every: 1 ms}
            """);
        using var run = new CircuitRun(ModelFile.ReadCircuit(path), new CircuitRunSettings { Precision = Precision.Double });
        return run.Run();
    }

    private string Write(string name, string text)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllText(path, text);
        return path;
    }
}
