using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using Isonomia.Modeling.Description;
using Isonomia.Modeling.Diagnostics;

namespace Isonomia.Modeling.Tests.Description;

/// <summary>
/// docs/models.md, docs/circuits.md and docs/fields.md list the keys that the reader knows, and their examples are models.
/// </summary>
public partial class DocumentationTests
{
    private const string Models = "docs/models.md";
    private const string Circuits = "docs/circuits.md";
    private const string Fields = "docs/fields.md";

    [Fact]
    public void The_documentation_lists_the_keys_of_model_files() => Lists(
        Models,
        ("cell", ModelKeys.Cell), ("receptor", ModelKeys.Receptor), ("parameter", ModelKeys.Parameter),
        ("variant", ModelKeys.Variant), ("test", ModelKeys.Test));

    [Fact]
    public void The_documentation_lists_the_keys_of_circuits() => Lists(
        Circuits,
        ("circuit", CircuitKeys.Circuit), ("population", CircuitKeys.Population), ("spikes", CircuitKeys.Spikes),
        ("space", CircuitKeys.Space), ("projection", CircuitKeys.Projection), ("rule", CircuitKeys.Rule),
        ("distance", CircuitKeys.Distance), ("listed", CircuitKeys.Listed), ("value", CircuitKeys.Value),
        ("receptor", CircuitKeys.Receptor), ("stimulus", CircuitKeys.Stimulus), ("probe", CircuitKeys.Probe), ("dipole", CircuitKeys.Dipole));

    [Fact]
    public void The_documentation_lists_the_keys_of_fields() => Lists(
        Fields, ("field", ModelKeys.Field), ("modes", ModelKeys.Modes));

    private static void Lists(string file, params (string Name, ImmutableArray<ModelKey> Keys)[] tables)
    {
        var path = Find(file);
        var text = File.ReadAllText(path).ReplaceLineEndings("\n");
        var made = text;
        foreach (var (name, keys) in tables)
        {
            Assert.Contains($"<!-- {name}: begin -->", text);
            var table = new StringBuilder(
                $"<!-- {name}: begin -->\n\n| key | meaning | example |\n| --- | --- | --- |\n");
            foreach (var key in keys)
                table.Append($"| `{key.Name}` | {key.Meaning} | `{key.Example}` |\n");
            made = Regex.Replace(made, $"<!-- {name}: begin -->.*?<!-- {name}: end -->",
                table.Append($"\n<!-- {name}: end -->").ToString().Replace("$", "$$"),
                RegexOptions.Singleline, TimeSpan.FromSeconds(1));
        }

        if (Environment.GetEnvironmentVariable("ISONOMIA_WRITE_DOCS") == "true")
            File.WriteAllText(path, made);
        else
            Assert.True(
                text == made,
                $"{file} does not list the keys of model files; ISONOMIA_WRITE_DOCS=true ./test rewrites it");
    }

    [Theory]
    [InlineData(Models, 2)]
    [InlineData(Circuits, 4)]
    [InlineData(Fields, 1)]
    public void Every_example_of_the_documentation_is_a_model(string file, int least)
    {
        var examples = Example().Matches(File.ReadAllText(Find(file)).ReplaceLineEndings("\n"));
        Assert.True(examples.Count >= least);
        foreach (Match example in examples)
        {
            var bag = new DiagnosticBag();
            object? model = ModelFile.Parse(example.Groups["yaml"].Value, file, bag) switch
            {
                CellDescription cell => cell.Resolve(bag),
                ReceptorDescription receptor => receptor.Resolve(null, bag),
                CircuitDescription circuit => circuit.Resolve(bag),
                FieldDescription field => field.Resolve(bag),
                _ => null,
            };
            Assert.True(model is not null && bag.Found.Count == 0,
                string.Join('\n', bag.Found.Select(d => d.Render())));
        }
    }


    private static string Find(string file)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "Isonomia.slnx")))
                return System.IO.Path.Combine(folder.FullName, file);
        }

        throw new InvalidOperationException("The tests do not run within the repository.");
    }

    [GeneratedRegex("```yaml\n(?<yaml>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Example();
}
