using System.Text;
using Isonomia.Modeling.Circuits;
using Isonomia.Modeling.Equations;
using Isonomia.Modeling.Expressions.Printing;
using Isonomia.Modeling.Integration;
using Isonomia.Modeling.Models;
using Isonomia.Modeling.Syntax;
using Isonomia.Simulation.Compilation;

namespace Isonomia.Simulation.Circuits;

/// <summary>
/// Compiles the cells of a circuit's populations, once for all populations whose cells differ in nothing but the values
/// of parameters.
/// </summary>
/// <param name="settings">How the circuit is run.</param>
internal sealed class PopulationCode(CircuitRunSettings settings)
{
    private readonly Dictionary<string, CompiledCell> made = [];

    /// <summary>The code of a population.</summary>
    /// <param name="population">The population; it has cells.</param>
    public CompiledCell Of(PopulationModel population)
    {
        var cell = population.Cell!;
        var method = settings.Integrator ?? cell.Integrator;
        var compile = new CompileSettings
        {
            Precision = settings.Precision,
            Width = settings.Width,
            PerCell = [.. population.Listed.Keys.Where(n => IsParameter(cell, n))],
            Inputs = [.. population.Graded.Select(g => g.Name)],
            Arrivals = [.. population.Arrivals.Select(port => new ArrivalInput(port))],
        };
        var key = Key(cell, method, compile);
        if (made.TryGetValue(key, out var known))
            return known.For(cell);
        var code = CompiledCell.Compile(cell, StepBuilder.Build(cell, method), compile);
        return made[key] = code;
    }

    /// <summary>Whether a name is a parameter of a cell (rather than a state).</summary>
    public static bool IsParameter(CellModel cell, string name) => cell.Parameters.Any(p => p.Name == name)
        || cell.Equations.Find(name) is { Kind: EquationKind.Parameter };

    // All that code depends on: not the values of parameters, but which of them differ between cells.
    private static string Key(CellModel cell, IntegrationMethod method, CompileSettings compile)
    {
        var text = new StringBuilder();
        foreach (var equation in cell.Equations.Equations)
        {
            text.Append(equation.Name).Append('|').Append(equation.Kind).Append('|').Append(equation.Flags).Append('|')
                .Append(equation.Symbol.Dimension).Append('|');
            if (equation.Right is not null)
                text.Append(TextPrinter.Print(equation.Right));
            foreach (var (noise, factor) in equation.Noise)
                text.Append('|').Append(noise).Append('*').Append(TextPrinter.Print(factor));
            text.Append('\n');
        }

        text.Append(cell.Threshold is null ? "" : TextPrinter.Print(cell.Threshold)).Append('\n');
        text.Append(cell.Refractory is null ? "" : TextPrinter.Print(cell.Refractory)).Append('\n');
        foreach (var assignment in cell.Reset)
            text.Append(assignment.Target.Name).Append('=').Append(TextPrinter.Print(assignment.Value)).Append('\n');
        var lowering = CompiledCell.Lowering(cell, compile);
        text.AppendJoin(',', lowering.PerCell).Append('\n').AppendJoin(',', lowering.Inputs).Append('\n').Append(method);
        foreach (var arrival in lowering.Arrivals)
        {
            text.Append('\n').Append(arrival.Port.Name);
            foreach (var (state, coefficient) in arrival.Port.Effects)
                text.Append('|').Append(state.Name).Append('*').Append(TextPrinter.Print(coefficient));
        }

        return text.ToString();
    }
}
