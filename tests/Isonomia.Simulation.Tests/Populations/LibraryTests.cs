using Isonomia.Modeling.Description;
using Isonomia.Modeling.Equations;
using Isonomia.Modeling.Expressions;
using Isonomia.Modeling.Integration;
using Isonomia.Modeling.Models;
using Isonomia.Simulation.Compilation;
using Isonomia.Simulation.Populations;
using Isonomia.Simulation.Reference;

namespace Isonomia.Simulation.Tests.Populations;

/// <summary>Every cell of the library, compiled, beside its program evaluated as it stands.</summary>
public class LibraryTests
{
    public static TheoryData<string> Cells => [.. ModelLibrary.Names.Where(n => n.StartsWith("cells/"))];

    // 2,000 steps of double precision: regrouping changes last digits, which firing magnifies.
    [Theory]
    [MemberData(nameof(Cells))]
    public void A_compiled_cell_follows_its_program(string name)
    {
        var model = ((CellDescription)ModelFile.Find(name)).ToModel();
        var dt = model.Dt ?? 1e-4;
        var input = model.Input is null ? 0 : Evaluator.Evaluate(model.Input, n => Number(model, n, dt));
        var program = StepBuilder.Build(model);
        var population = Population.Create(model, program, 3, new PopulationSettings
        {
            Dt = dt,
            Precision = Precision.Double,
            Inputs = ["I_ext"],
        });
        for (var cell = 0; cell < 3; cell++)
            population.SetInput("I_ext", cell, input);
        var reference = new InterpretedCell(model, program, dt, Given(model, input));
        var buffer = new int[3];
        for (var step = 0; step < 2000; step++)
        {
            Assert.Equal(reference.Step() ? 3 : 0, population.Step(step, buffer));
            foreach (var state in model.Equations.States)
            {
                var expected = reference[state.Name];
                Assert.Equal(expected, population[state.Name, 2], 1e-13 + 1e-7 * Math.Abs(expected));
            }
        }
    }

    private static Dictionary<string, double> Given(CellModel model, double input) =>
        model.Equations.Symbols.GetValueOrDefault("I_ext") is { Kind: SymbolKind.Input }
            ? new() { ["I_ext"] = input }
            : [];

    private static double Number(CellModel model, string name, double dt) => name switch
    {
        "t" => 0,
        "dt" => dt,
        _ => Evaluator.Evaluate(model.Parameters.First(p => p.Name == name).Value, n => Number(model, n, dt)),
    };
}
