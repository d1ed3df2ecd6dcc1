using System.Text;
using Isonomia.Modeling.Diagnostics;
using Isonomia.Modeling.Equations;
using Isonomia.Modeling.Integration;
using Isonomia.Modeling.Tests.Equations;

namespace Isonomia.Modeling.Tests.Gallery;

/// <summary>
/// Equation strings of Brian 2's documentation and example gallery (github.com/brian-team/brian2, read on version
/// 2.10's pages), unchanged. Each resolves, given the dimensions of the constants that its page defines outside, or is
/// refused for a reason that is stated.
/// </summary>
public class BrianGalleryTests
{
    private const string Begin = "<!-- gallery: begin -->\n";
    private const string End = "<!-- gallery: end -->";
    private static readonly IReadOnlyList<WrittenModel> models = WrittenModel.Read("brian2.txt");

    public static TheoryData<string> Names => [.. models.Select(m => m.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_model_of_the_gallery_runs_unchanged_or_is_refused_for_the_stated_reason(string name)
    {
        var model = models.Single(m => m.Name == name);
        var errors = model.Findings().Where(d => d.Severity == Severity.Error).ToArray();
        if (model.Setting("refused") is { } reason)
            Assert.Contains(reason, errors.Select(d => d.Message));
        else
            Assert.Equal("", string.Join('\n', errors.Select(d => d.Render())));
    }

    // The program of a step is what is compiled and run.
    [Theory]
    [MemberData(nameof(Names))]
    public void What_is_accepted_becomes_the_program_of_a_step(string name)
    {
        var model = models.Single(m => m.Name == name);
        if (model.Setting("refused") is not null)
            return;
        var system = model.Resolve().System;
        var states = system.States.Where(s => !s.Flags.HasFlag(EquationFlags.EventDriven)).Select(s => s.Symbol);
        var program = StepBuilder.Build(system, IntegrationMethod.Auto);
        Assert.Equal(states, program.Assignments.Select(a => a.Target).Where(t => t.Kind == SymbolKind.State));
        Assert.All(program.Assignments, a => Assert.Equal(a.Target.Dimension, a.Value.Dimension));
    }

    [Fact]
    public void Most_of_the_gallery_is_accepted()
    {
        Assert.InRange(models.Count(m => m.Setting("refused") is null), 100, int.MaxValue);
        Assert.Equal(models.Count, models.Select(m => m.Name).Distinct().Count());
    }

    [Fact]
    public void The_page_of_compatibility_lists_what_was_tried()
    {
        var path = Path.Combine(Root(), "docs", "brian-compatibility.md");
        var text = File.ReadAllText(path).ReplaceLineEndings("\n");
        var from = text.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        var fresh = text[..from] + "\n" + Table() + "\n" + text[text.IndexOf(End, StringComparison.Ordinal)..];
        if (Environment.GetEnvironmentVariable("ISONOMIA_WRITE_DOCS") == "true")
            File.WriteAllText(path, text = fresh);
        Assert.True(
            text == fresh,
            "docs/brian-compatibility.md is not what was tried; ISONOMIA_WRITE_DOCS=true ./test rewrites it");
    }

    private static string Table()
    {
        var refused = models.Count(m => m.Setting("refused") is not null);
        var table = new StringBuilder($"{models.Count} models; {models.Count - refused} read unchanged, {refused} are ")
            .Append("refused for the reason given.\n\n| model | page | uses | result |\n| --- | --- | --- | --- |\n");
        foreach (var model in models)
        {
            var result = model.Setting("refused") is { } reason ? $"refused: {reason}" : "reads";
            var features = model.Setting("features") ?? "";
            table.Append($"| {model.Name} | `{model.Setting("page")}` | {features} | {result} |\n");
        }

        return table.ToString();
    }

    private static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Isonomia.slnx")))
                return folder.FullName;
        }

        throw new DirectoryNotFoundException("no folder above holds Isonomia.slnx");
    }
}
