using Isonomia.Modeling.Description;
using Isonomia.Modeling.Equations;
using Isonomia.Modeling.Integration;
using Isonomia.Modeling.Models;
using Isonomia.Modeling.Syntax;
using Isonomia.Simulation.Reference;

namespace Isonomia.Simulation.Tests.Reference;

public class LibraryStepTests
{
    private const double Duration = 0.3;

    public static TheoryData<string> Cells => [.. ModelLibrary.Names.Where(n => n.StartsWith("cells/"))];

    [Theory]
    [MemberData(nameof(Cells))]
    public void A_cell_of_the_library_stepped_as_chosen_fires_as_its_adaptive_run(string name)
    {
        var cell = WithInput(ModelFile.ReadCell(name));
        var dt = cell.Dt ?? 0.1e-3;
        var truth = ReferenceRun.Of(cell, new ReferenceOptions { Duration = Duration, Dt = dt });
        var spikes = new InterpretedCell(cell, StepBuilder.Build(cell), dt).Run((long)Math.Round(Duration / dt));

        Assert.True(truth.Spikes.Count > 3, "the model's own input makes it fire");

        // A spike comes up to a step late; where it resets the cell the next ones start late, too. Besides, 0.2 ms for the
        // error of the steps themselves (the largest is that of the reduced Traub-Miles cell, 0.1 ms).
        Assert.InRange(spikes.Count, truth.Spikes.Count - 1, truth.Spikes.Count);
        for (var k = 0; k < spikes.Count; k++)
        {
            var late = (cell.Reset.IsEmpty ? 1 : k + 1) * dt;
            Assert.InRange(spikes[k] - truth.Spikes[k], -0.2e-3, late + 0.2e-3);
        }
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public void No_cell_of_the_library_asks_for_a_step_that_is_too_long_for_it(string name)
    {
        var cell = WithInput(ModelFile.ReadCell(name));
        Assert.Empty(StepAdvice.Examine(
            cell, StepBuilder.Build(cell), cell.Dt ?? 0.1e-3, new ReferenceOptions { Duration = 0.05 }));
    }

    // The model's own input as its current.
    private static CellModel WithInput(CellModel cell)
    {
        if (cell.Input is not { } input || !cell.Equations.Symbols.TryGetValue("I_ext", out var symbol))
            return cell;
        symbol = symbol with { Kind = SymbolKind.Subexpression };
        var noise = cell.Equations.States.First().Noise.Clear();
        return cell with
        {
            Equations = new EquationSystem(
                cell.Equations.Equations.Insert(
                    0, new Equation(symbol, EquationKind.Subexpression, input, noise, EquationFlags.None)),
                cell.Equations.Symbols.SetItem("I_ext", symbol)),
        };
    }
}
