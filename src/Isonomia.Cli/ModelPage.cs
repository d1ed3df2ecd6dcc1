using Isonomia.Modeling.Description;
using Isonomia.Modeling.Diagnostics;
using Isonomia.Modeling.Expressions.Printing;
using Isonomia.Modeling.Models;
using Isonomia.Simulation.Compilation;

namespace Isonomia.Cli;

/// <summary>A model for the terminal.</summary>
internal static class ModelPage
{
    private const int Width = 100;

    public static void Print(TextWriter output, ModelDescription model, ModelFacts facts, IEnumerable<string> warnings)
    {
        PrintHead(output, model switch
        {
            CellDescription => "cell",
            FieldDescription => "field",
            _ => "receptor",
        }, model);
        PrintParameters(output, model);
        Block(output, "equations", model.Equations);
        if (model is CellDescription cell)
        {
            Block(output, "threshold", cell.Threshold);
            Block(output, "reset", cell.Reset);
            Block(output, "refractory", cell.Refractory);
            Block(output, "input, unless another is asked for", cell.Input);
        }
        else if (model is ReceptorDescription receptor)
        {
            Block(output, "on_pre", receptor.OnPre);
            Block(output, "on_post", receptor.OnPost);
            output.WriteLine($"\nstate: one for each {receptor.State.ToString().ToLowerInvariant()}");
        }

        else if (model is FieldDescription field)
        {
            foreach (var (name, value) in field.Coupling)
                output.WriteLine($"\ncoupling {name}: the sum over regions of weight * {value}");
            Block(output, "output", field.Output);
            if (!field.Modes.IsEmpty)
                output.WriteLine("\nmodes: " + string.Join(", ", field.Modes.Select(m => $"{m.Name} {m.Value}")));
        }

        if (!model.Initial.IsEmpty)
            output.WriteLine("\ninitial: " + string.Join(", ", model.Initial.Select(i => $"{i.Name} = {i.Value}")));
        PrintSteps(output, model, facts);
        PrintVariants(output, model);
        foreach (var warning in warnings)
            output.WriteLine("\n" + warning);
    }

    /// <summary>What a model is called, what it is and where it comes from.</summary>
    public static void PrintHead(TextWriter output, string type, ModelDescription model)
    {
        output.WriteLine($"{type} {model.Name}{(model.Kind is null ? "" : $" ({model.Kind})")}");
        foreach (var line in Wrapped(model.Description))
            output.WriteLine(line);
        if (model.Source is not null)
            output.WriteLine("source: " + model.Source);
    }

    /// <summary>One step as readable C; of a receptor, without its events.</summary>
    public static string Code(ModelDescription model, ModelFacts facts) => CodeListing.Of(
        (model as CellDescription)?.ToModel() ?? (model as FieldDescription)?.ToModel().Region ?? new CellModel
        {
            Name = model.Name.ToString(),
            Parameters = [.. facts.Parameters.Select(p => p.Parameter)],
            Equations = facts.Equations,
        },
        facts.Step);

    /// <summary>The equations in LaTeX, one a line.</summary>
    public static string Latex(ModelFacts facts) =>
        string.Concat(facts.Equations.Equations.Select(e => LatexPrinter.Print(e) + " \\\\\n"));

    /// <summary>Its parameters as written.</summary>
    public static void PrintParameters(TextWriter output, ModelDescription model)
    {
        if (model.Parameters.IsEmpty)
            return;
        output.WriteLine("\nparameters");
        var rows = model.Parameters.Select(p => (Name: p.Name.ToString(),
            Value: p.Unit is null ? p.Value.ToString() : $"{p.Value} {p.Unit}",
            Meaning: p.Meaning + (p.Minimum is null ? "" : $" [{p.Minimum} to {p.Maximum}]"))).ToArray();
        var (names, values) = (rows.Max(r => r.Name.Length), Math.Min(40, rows.Max(r => r.Value.Length)));
        foreach (var (name, value, meaning) in rows)
            output.WriteLine($"  {name.PadRight(names)}  {value.PadRight(values)}  {meaning}".TrimEnd());
    }

    private static void PrintSteps(TextWriter output, ModelDescription model, ModelFacts facts)
    {
        if (facts.Step.Blocks.IsEmpty)
            return;
        var dt = model is CellDescription { Dt: { } asked } ? $", dt = {asked}" : "";
        output.WriteLine("\nintegrator" + dt);
        foreach (var block in facts.Step.Blocks)
        {
            var method = IntegratorNames.Name(block.Method);
            foreach (var line in Wrapped($"{string.Join(", ", block.States)}: {method}, {block.Reason}"))
                output.WriteLine("  " + line);
        }
    }

    /// <summary>Its named versions.</summary>
    public static void PrintVariants(TextWriter output, ModelDescription model)
    {
        if (model.Variants.IsEmpty)
            return;
        output.WriteLine($"\nvariants, as in {model.Name}:{model.Variants[0].Name}");
        var width = model.Variants.Max(v => v.Name.ToString().Length);
        foreach (var variant in model.Variants)
            output.WriteLine($"  {variant.Name.ToString().PadRight(width)}  {variant.Description}".TrimEnd());
    }

    private static void Block(TextWriter output, string title, ModelText? text)
    {
        if (text is null || text.ToString().Length == 0)
            return;
        var lines = text.ToString().Split('\n');
        if (lines.Length == 1 && title != "equations")
        {
            output.WriteLine($"\n{title}: {lines[0]}");
            return;
        }

        output.WriteLine("\n" + title);
        foreach (var line in lines)
            output.WriteLine(("  " + line).TrimEnd());
    }

    private static IEnumerable<string> Wrapped(string? text)
    {
        var line = "";
        foreach (var word in (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length > 0 && line.Length + word.Length >= Width)
            {
                yield return line;
                line = "";
            }

            line += line.Length > 0 ? " " + word : word;
        }

        if (line.Length > 0)
            yield return line;
    }
}
