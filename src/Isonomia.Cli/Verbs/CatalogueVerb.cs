using System.CommandLine;
using Isonomia.Restoration.Catalogue;

namespace Isonomia.Cli.Verbs;

/// <summary><c>isonomia catalogue</c>: conditions, interventions, and what stands behind each number.</summary>
internal static class CatalogueVerb
{
    public static Command Create()
    {
        var name = new Argument<string?>("NAME")
        {
            Description = "an entry of the catalogue; all of them unless given",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var yaml = new Option<bool>("--yaml") { Description = "print the entry's file, for editing" };
        var command = new Command("catalogue", "Say what conditions and interventions there are, or what one is: changes of tissue "
            + "and models, doses, courses, burden, and the evidence of each number. For research, not for treatment.\n\nExamples:\n"
            + "  isonomia catalogue\n  isonomia catalogue benzodiazepine\n"
            + "  isonomia catalogue ketamine --yaml > mine.yaml\n  isonomia catalogue check mine.yaml") { name, yaml, Check() };
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(name) is not { } entry)
                CataloguePage.PrintList(Console.Out);
            else if (parsed.GetValue(yaml))
                Console.Write(CatalogueLibrary.Text(entry));
            else
                CataloguePage.PrintEntry(Console.Out, CatalogueLibrary.Find(entry));
            return ExitCode.Done;
        });
        return command;
    }

    private static Command Check()
    {
        var file = new Argument<string>("FILE") { Description = "a condition, an intervention or an evidence card in YAML" };
        var command = new Command("check", "Check an entry of your own and say what it is; every mistake is shown at its place."
            + "\n\nExample:\n  isonomia catalogue check mine.yaml") { file };
        command.SetAction(parsed =>
        {
            CataloguePage.PrintEntry(Console.Out, CatalogueFile.Read(parsed.GetRequiredValue(file)));
            return ExitCode.Done;
        });
        return command;
    }
}
