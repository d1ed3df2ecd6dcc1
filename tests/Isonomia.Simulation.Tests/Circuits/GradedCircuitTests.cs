using Isonomia.Modeling.Circuits;
using Isonomia.Modeling.Equations;
using Isonomia.Modeling.Units;
using Isonomia.Simulation.Circuits;
using Isonomia.Simulation.Compilation;
using Isonomia.Simulation.Tests.Populations;
using Xunit;

namespace Isonomia.Simulation.Tests.Circuits;

public sealed class GradedCircuitTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Cells_that_are_pulled_to_their_mean_keep_it_and_forget_their_differences_in_the_time_constant(int threads)
    {
        var cell = new CellText(
            """
            dv/dt = (I_ext - v)/(10*ms) : volt
            I_ext : volt
            """)
        {
            Initial = { ["v"] = "i*mV" },
        }.Model();
        cell = cell with
        {
            Equations = cell.Equations with
            {
                Symbols = cell.Equations.Symbols.SetItem("I_ext", cell.Equations.Symbols["I_ext"] with { Kind = SymbolKind.Input }),
                Equations = cell.Equations.Equations.RemoveAll(e => e.Name == "I_ext"),
            },
        };
        var v = cell.Equations.Symbols["v"];
        var circuit = new CircuitModel
        {
            Name = "mean",
            Dt = 1e-4,
            Duration = 0.03,
            Populations =
            [
                new PopulationModel
                {
                    Name = "P",
                    Size = 50,
                    Cell = cell,
                    Graded = [new GradedPort("I_ext", Dimension.None, v.Read)],
                },
            ],
            Projections =
            [
                TestCircuit.Projection("P->P", 0, 0, "I_ext", new ConnectionRule.AllToAll(), 1.0 / 50, 0),
            ],
            Probes = [new ProbeModel { Population = 0, Every = 1e-3, Values = [new ProbedValue("v", v.Read, v.Dimension)] }],
        };
        using var run = new CircuitRun(circuit, new CircuitRunSettings { Threads = threads, Precision = Precision.Double });
        var probe = run.Run().Probes[0];
        for (var sample = 0; sample < 30; sample++)
        {
            var row = probe.Values.ToArray().AsSpan(sample * 50, 50);
            Assert.Equal(24.5e-3, row.ToArray().Average(), 1e-9);
            Assert.Equal(49e-3 * Math.Exp(-sample / 10.0), row[49] - row[0], 1e-9);
        }
    }
}
