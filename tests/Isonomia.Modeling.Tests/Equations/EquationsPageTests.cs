using System.Text.RegularExpressions;
using Isonomia.Modeling.Diagnostics;
using Isonomia.Modeling.Equations;

namespace Isonomia.Modeling.Tests.Equations;

public partial class EquationsPageTests
{
    // What the single expressions and statements of the page are about.
    private const string Cell = "dv/dt = -v/ms : volt\ndw/dt = -w/ms : amp\nVT : volt\nVr : volt\nb : amp";

    private static readonly IReadOnlyList<(string Kind, string Text)> blocks =
        [.. Fence().Matches(Page()).Select(m => (m.Groups["kind"].Value, m.Groups["text"].Value.TrimEnd('\n')))];

    [Fact]
    public void Every_example_of_the_page_is_read_without_complaint()
    {
        var kinds = blocks.Where(b => b.Kind is not ("wrong" or "text")).ToArray();
        Assert.InRange(kinds.Length, 9, 100);
        Assert.All(kinds, b => Assert.Equal("", string.Join('\n', Findings(b.Kind, b.Text).Select(d => d.Render()))));
    }

    [Fact]
    public void What_the_page_says_of_a_wrong_model_is_what_people_are_told()
    {
        var at = blocks.ToList().FindIndex(b => b.Kind == "wrong");
        var told = string.Join('\n', Findings("equations", blocks[at].Text).Select(d => d.Render()));
        Assert.Equal(blocks[at + 1].Text, told);
    }

    private static IReadOnlyList<Diagnostic> Findings(string kind, string text)
    {
        var bag = new DiagnosticBag();
        var source = new SourceText(text, kind);
        var system = EquationResolver.Resolve(kind == "equations" ? source : new SourceText(Cell, "cell"), [], bag);
        if (kind == "reset")
            StatementResolver.Resolve(source, system, bag);
        else if (kind != "equations")
            ExpressionResolver.Resolve(source, system.Symbols.Values, bag, Expected(kind, system));
        return bag.Found;
    }

    private static ExpectedValue Expected(string kind, EquationSystem system) => kind switch
    {
        "threshold" => ExpectedValue.Condition,
        "refractory" => ExpectedValue.TimeOrCondition,
        "initial" => ExpectedValue.Initial(system.Symbols["v"]),
        _ => throw new ArgumentException($"the page has a block '{kind}'", nameof(kind)),
    };

    private static string Page()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Isonomia.slnx")))
                return File.ReadAllText(Path.Combine(folder.FullName, "docs", "equations.md")).ReplaceLineEndings("\n");
        }

        throw new DirectoryNotFoundException("no folder above holds Isonomia.slnx");
    }

    [GeneratedRegex("^```(?<kind>[a-z]+)\n(?<text>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline
        | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Fence();
}
