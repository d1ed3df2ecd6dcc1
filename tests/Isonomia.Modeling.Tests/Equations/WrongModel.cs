using Isonomia.Modeling.Diagnostics;
using Isonomia.Modeling.Equations;

namespace Isonomia.Modeling.Tests.Equations;

/// <summary>
/// A wrong model of wrong-models.txt. There "|" begins a line of its equations and ">" a line of what people are told.
/// </summary>
/// <param name="Name">What is wrong with it.</param>
/// <param name="Settings">Parameters, context, threshold, refractory, reset and initial values, as key and text.</param>
/// <param name="Equations">Its equations.</param>
/// <param name="Told">What people are told, as they read it.</param>
internal sealed record WrongModel(
    string Name, IReadOnlyList<(string Key, string Text)> Settings, string Equations, string Told)
{
    public static IReadOnlyList<WrongModel> All { get; } =
        [.. Read("wrong-models.txt").Split("=== ", StringSplitOptions.RemoveEmptyEntries).Select(Parse)];

    /// <summary>All findings about it as people read them.</summary>
    public string Findings()
    {
        var bag = new DiagnosticBag();
        var given = Reading.Parameters(Setting("parameters") ?? "");
        var context = Setting("context") == "synapse" ? EquationContext.Synapse : EquationContext.Cell;
        var system = EquationResolver.Resolve(new SourceText(Equations, "equations"), given, bag, context);
        foreach (var (key, text) in Settings)
        {
            var source = new SourceText(text, key);
            if (key == "reset")
                StatementResolver.Resolve(source, system, bag);
            else if (Expected(key, system) is { } expected)
                ExpressionResolver.Resolve(source, system.Symbols.Values, bag, expected);
        }

        return string.Join('\n', bag.Found.Select(d => d.Render()));
    }

    private string? Setting(string key) => Settings.FirstOrDefault(s => s.Key == key).Text;

    private static ExpectedValue? Expected(string key, EquationSystem system) => key.Split(' ') switch
    {
        ["threshold"] => ExpectedValue.Condition,
        ["refractory"] => ExpectedValue.TimeOrCondition,
        ["initial", var name] => ExpectedValue.Initial(system.Symbols[name]),
        _ => null,
    };

    private static WrongModel Parse(string block)
    {
        var lines = block.Split('\n');
        return new WrongModel(
            lines[0],
            [.. lines.Skip(1).Where(l => l.Length > 0 && char.IsLetter(l[0])).Select(l => l.Split(": ", 2))
                .Select(p => (p[0], p[1]))],
            string.Join('\n', lines.Where(l => l.StartsWith("| ", StringComparison.Ordinal)).Select(l => l[2..])),
            string.Join('\n', lines.Where(l => l.StartsWith("> ", StringComparison.Ordinal)).Select(l => l[2..])));
    }

    private static string Read(string name)
    {
        using var stream = typeof(WrongModel).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"no resource {name}");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
