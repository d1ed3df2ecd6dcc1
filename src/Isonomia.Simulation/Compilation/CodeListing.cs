using System.Text;
using Isonomia.Modeling.Expressions;
using Isonomia.Modeling.Expressions.Printing;
using Isonomia.Modeling.Integration;
using Isonomia.Modeling.Models;
using Isonomia.Simulation.Compilation.Lowering;
using Isonomia.Simulation.Compilation.Staging;

namespace Isonomia.Simulation.Compilation;

/// <summary>
/// A model's whole step as readable C, stage by stage: printed from the very program of which code is made. What begins
/// with an underscore was named by the compiler.
/// </summary>
public static class CodeListing
{
    /// <summary>The step of a model.</summary>
    /// <param name="model">The model.</param>
    /// <param name="step">The step of its states.</param>
    /// <param name="settings">What the code shall be; null for the usual.</param>
    public static string Of(CellModel model, StepProgram step, CompileSettings? settings = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(step);
        settings ??= new CompileSettings();
        var program = CellLowering.Step(model, step, CompiledCell.Lowering(model, settings));
        var real = settings.Precision == Precision.Single ? CReal.Float : CReal.Double;
        var page = new StringBuilder();
        Propagators(page, step);
        Section(page, "once per run", "double ",
            program.Constants.Concat(program.StepConstants).DistinctBy(d => d.Name));
        Section(page, "once per run for each cell", "double ", program.CellValues);
        Section(page, "once per step", "double ", program.StepValues);
        page.Append("// for each cell\n");
        Straight(page, program.Update, "", real);
        if (program.Spike is null)
            return page.ToString();
        page.Append("if (").Append(CPrinter.Print(program.Spike, real)).Append(") {  // a spike at t + dt\n");
        Straight(page, program.Reset, "    ", real);
        return page.Append("}\n").ToString();
    }

    private static void Propagators(StringBuilder page, StepProgram step)
    {
        foreach (var propagator in step.Propagators)
        {
            var size = propagator.Size;
            var rows = Enumerable.Range(0, size).Select(r => string.Join(", ",
                propagator.Generator.Skip(r * size).Take(size).Select(e => CPrinter.Print(e))));
            page.Append("// once per run\n{").AppendJoin(", ", propagator.Entries.Select(e => e?.Name ?? "_"))
                .Append("} = expm1(matrix(").AppendJoin("; ", rows).Append("));\n");
        }
    }

    private static void Section(StringBuilder page, string when, string type, IEnumerable<Definition> definitions)
    {
        var lines = definitions.Where(d => d.Value is not { Operator: Operator.Variable } v || v.Name != d.Name)
            .Select(d => $"{type}{d.Name} = {CPrinter.Print(d.Value)};\n").ToArray();
        if (lines.Length > 0)
            page.Append("// ").Append(when).Append('\n').AppendJoin("", lines);
    }

    private static void Straight(StringBuilder page, StraightLine code, string indent, CReal real)
    {
        foreach (var (name, value) in code.Lets)
        {
            var type = value.Kind == ValueKind.Boolean ? "bool" : real == CReal.Float ? "float" : "double";
            page.Append(indent).Append(type).Append(' ').Append(name).Append(" = ")
                .Append(CPrinter.Print(value, real)).Append(";\n");
        }

        // New values are computed before any is stored.
        if (code.Stores.Length > 1)
            page.Append(indent).Append("// all at once\n");
        foreach (var (name, value) in code.Stores)
            page.Append(indent).Append(name).Append(" = ").Append(CPrinter.Print(value, real)).Append(";\n");
    }
}
