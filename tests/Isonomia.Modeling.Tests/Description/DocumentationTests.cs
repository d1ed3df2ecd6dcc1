using System.Text;
using System.Text.RegularExpressions;
using Isonomia.Modeling.Description;
using Isonomia.Modeling.Diagnostics;

namespace Isonomia.Modeling.Tests.Description;

/// <summary>docs/models.md lists the keys that the reader knows, and its examples are models.</summary>
public partial class DocumentationTests
{
    private static readonly string Path = Find("docs/models.md");

    [Fact]
    public void The_documentation_lists_the_keys_of_model_files()
    {
        var text = File.ReadAllText(Path).ReplaceLineEndings("\n");
        var made = text;
        foreach (var (name, keys) in new[]
        {
            ("cell", ModelKeys.Cell), ("receptor", ModelKeys.Receptor), ("parameter", ModelKeys.Parameter),
                ("variant", ModelKeys.Variant),
            ("test", ModelKeys.Test),
        })
        {
            var table = new StringBuilder(
                $"<!-- {name}: begin -->\n\n| key | meaning | example |\n| --- | --- | --- |\n");
            foreach (var key in keys)
                table.Append($"| `{key.Name}` | {key.Meaning} | `{key.Example}` |\n");
            made = Regex.Replace(made, $"<!-- {name}: begin -->.*?<!-- {name}: end -->",
                table.Append($"\n<!-- {name}: end -->").ToString().Replace("$", "$$"),
                RegexOptions.Singleline, TimeSpan.FromSeconds(1));
        }

        if (Environment.GetEnvironmentVariable("ISONOMIA_WRITE_DOCS") == "true")
            File.WriteAllText(Path, made);
        else
            Assert.True(
                text == made,
                "docs/models.md does not list the keys of model files; ISONOMIA_WRITE_DOCS=true ./test rewrites it");
    }

    [Fact]
    public void Every_example_of_the_documentation_is_a_model()
    {
        var examples = Example().Matches(File.ReadAllText(Path).ReplaceLineEndings("\n"));
        Assert.True(examples.Count >= 2);
        foreach (Match example in examples)
        {
            var bag = new DiagnosticBag();
            object? model = ModelFile.Parse(example.Groups["yaml"].Value, "docs/models.md", bag) switch
            {
                CellDescription cell => cell.Resolve(bag),
                ReceptorDescription receptor => receptor.Resolve(null, bag),
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
