using System.CommandLine;
using Isonomia.Measurement.Settings;
using Isonomia.Modeling.Description;
using Isonomia.Modeling.Models;
using Isonomia.Reporting.Models;
using Isonomia.Simulation.Reference;

namespace Isonomia.Cli.Verbs;

/// <summary><c>isonomia models</c>: what is in the library.</summary>
internal static class ModelsVerb
{
    // What 'simulate' takes where nothing else is said, and how long a cell is looked at, in seconds.
    private const double UsualStep = 0.1e-3;
    private const double LookedAt = 0.05;

    public static Command Create()
    {
        var model = new Argument<string?>("NAME")
        {
            Description = "a model of the library, or a model file; MODEL:VARIANT is one of its versions. All models "
                + "unless given",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var yaml = new Option<bool>("--yaml") { Description = "print the model's file, for editing" };
        var code = new Option<bool>("--show-code") { Description = "print the step of the model as readable C" };
        var latex = new Option<bool>("--latex") { Description = "print the equations in LaTeX" };
        var test = new Option<bool>("--test") { Description = "run the tests that the model and its variants bring" };
        var json = new Option<string?>("--json")
        {
            HelpName = "FILE",
            Description = "write it as JSON (- for standard output)",
        };
        var command = new Command("models",
            "Say what models there are, or what one is: equations, parameters, source, and how it "
            + "is integrated.\n\nExamples:\n  isonomia models\n  isonomia models wang-buzsaki\n"
            + "  isonomia models adaptive-exponential --yaml > mine.yaml")
        {
            model, yaml, code, latex, test, json,
        };
        command.SetAction(parsed =>
        {
            var (asYaml, asCode, asLatex) = (parsed.GetValue(yaml), parsed.GetValue(code), parsed.GetValue(latex));
            if (parsed.GetValue(model) is not { } name)
            {
                if (asYaml || asCode || asLatex || parsed.GetValue(test))
                    throw new SettingException("which model? See 'isonomia models' for their names");
                List(parsed.GetValue(json));
                return ExitCode.Done;
            }

            if (parsed.GetValue(test))
                return ModelTests.Run(ModelFile.Find(name)) ? ExitCode.Done : ExitCode.SomeInputsFailed;
            if (asYaml)
                Console.Write(Yaml(name));
            else
                Show(ModelFile.Find(name), asCode, asLatex, parsed.GetValue(json));
            return ExitCode.Done;
        });
        return command;
    }

    /// <summary>Says what a model is.</summary>
    public static void Show(ModelDescription description, bool asCode, bool asLatex, string? json)
    {
        if (description is CircuitDescription circuit)
        {
            Show(circuit, asCode, asLatex, json);
            return;
        }

        var facts = ModelFacts.Of(description);
        string[] warnings =
        [
            .. facts.Warnings.Select(w => w.Render()),
            .. description is CellDescription cell ? Advice(cell, facts) : [],
        ];
        if (json is not null)
            JsonOutput.Write(json, stream => ModelJson.Write(stream, description, facts, warnings));
        if (json == "-")
            return;
        if (asCode)
            Console.Write(ModelPage.Code(description, facts));
        else if (asLatex)
            Console.Write(ModelPage.Latex(facts));
        else if (json is null)
            ModelPage.Print(Console.Out, description, facts, warnings);
    }

    // The library's own files as they are, comments and all; others in canonical form.
    private static string Yaml(string name) => ModelLibrary.FullName(name) is not null && !File.Exists(name)
        ? ModelLibrary.Text(name)
        : ModelFile.Write(ModelFile.Find(name));

    // Whether the step is short enough on the way that the cell takes with its own input.
    private static IEnumerable<string> Advice(CellDescription description, ModelFacts facts)
    {
        var cell = description.ToModel();
        var run = cell.Input is { } input ? ModelTestCell.WithInput(cell, input) : cell;
        return StepAdvice.Examine(run, facts.Step, cell.Dt ?? UsualStep, new ReferenceOptions { Duration = LookedAt })
            .Select(w => "warning: " + w.Message);
    }

    // Cells and what acts on them before what is made of them.
    private static readonly string[] Folders = ["cells", "receptors", "plasticity", "circuits", "fields"];

    private static void Show(CircuitDescription description, bool asCode, bool asLatex, string? json)
    {
        if (asCode || asLatex)
            throw new SettingException("a circuit has no step of its own: ask for one of its cells");
        var circuit = description.ToModel();
        if (json is not null)
            JsonOutput.Write(json, stream =>
                CircuitJson.Write(stream, description, circuit, p => CircuitPage.Synapses(p, circuit)));
        if (json is null)
            CircuitPage.Print(Console.Out, description, circuit);
    }

    private static void List(string? json)
    {
        var models = ModelLibrary.Names.OrderBy(n => Array.IndexOf(Folders, n[..n.IndexOf('/')]))
            .Select(n => (Name: n, Model: ModelLibrary.Find(n))).ToArray();
        if (json is not null)
            JsonOutput.Write(json, stream => ModelJson.Write(stream, models));
        if (json is not null)
            return;
        foreach (var folder in models.GroupBy(m => m.Name[..m.Name.IndexOf('/')]))
        {
            Console.WriteLine(folder.Key);
            var width = folder.Max(m => m.Model.Name.ToString().Length);
            foreach (var kind in folder.GroupBy(m => m.Model.Kind))
            {
                Console.WriteLine($"  {kind.Key}");
                foreach (var (_, model) in kind)
                {
                    var variants = model.Variants.IsEmpty ? ""
                        : $"  ({model.Variants.Length} variant{(model.Variants.Length == 1 ? "" : "s")})";
                    Console.WriteLine($"    {model.Name.ToString().PadRight(width)}  {model.Source}{variants}");
                }
            }
        }
    }
}
