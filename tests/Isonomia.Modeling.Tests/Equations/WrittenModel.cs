using Isonomia.Modeling.Diagnostics;
using Isonomia.Modeling.Equations;

namespace Isonomia.Modeling.Tests.Equations;

/// <summary>
/// A model of wrong-models.txt or brian2.txt. There "===" begins a model with its name, "|" a line of its equations,
/// ">" a line of what people are told about it, and "KEY:" anything else; a key that is repeated goes on in the next
/// line.
/// </summary>
/// <param name="Name">What it is, or what is wrong with it.</param>
/// <param name="Settings">Parameters, context, threshold, reset, initial values and so on: key and text.</param>
/// <param name="Equations">Its equations.</param>
/// <param name="Told">What people are told, as they read it.</param>
internal sealed record WrittenModel(
    string Name, IReadOnlyList<(string Key, string Text)> Settings, string Equations, string Told)
{
    private static readonly string[] statements = ["reset", "on_pre", "on_post"];

    /// <summary>The models of a resource.</summary>
    public static IReadOnlyList<WrittenModel> Read(string resource) => [.. Blocks(resource).Select(Parse)];

    /// <summary>The parts of a resource, each with the name behind its "===" and its lines.</summary>
    public static IEnumerable<(string Name, string[] Lines)> Blocks(string resource)
    {
        using var stream = typeof(WrittenModel).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"no resource {resource}");
        using var reader = new StreamReader(stream);
        var text = reader.ReadToEnd().ReplaceLineEndings("\n");
        return from block in text.Split("=== ", StringSplitOptions.RemoveEmptyEntries)
               let lines = block.Split('\n')
               select (lines[0], lines[1..]);
    }

    public string? Setting(string key) => Settings.FirstOrDefault(s => s.Key == key).Text;

    /// <summary>Everything that is found wrong or doubtful in it.</summary>
    public IReadOnlyList<Diagnostic> Findings() => Resolve().Findings;

    /// <summary>Its equations, resolved, and everything that is found wrong or doubtful in it.</summary>
    public (EquationSystem System, IReadOnlyList<Diagnostic> Findings) Resolve()
    {
        var bag = new DiagnosticBag();
        var isSynapse = Setting("context") == "synapse";
        Symbol[] others = [.. Others()];
        var system = EquationResolver.Resolve(new SourceText(Equations, "equations"),
            Reading.Parameters(Setting("parameters") ?? "").Concat(others), bag,
            isSynapse ? EquationContext.Synapse : EquationContext.Cell);
        foreach (var (key, text) in Settings)
        {
            var source = new SourceText(text, key);
            if (Array.IndexOf(statements, key) >= 0)
                StatementResolver.Resolve(source, system, bag, key, others);
            else if (Expected(key, system) is { } expected)
                ExpressionResolver.Resolve(source, system.Symbols.Values, bag, expected, key);
        }

        return (system, bag.Found);
    }

    // The variables of a synapse's cells.
    private IEnumerable<Symbol> Others() =>
        from other in (Setting("others") ?? "").Split(", ", StringSplitOptions.RemoveEmptyEntries)
        let parts = other.Split(": ")
        select new Symbol(parts[0], SymbolKind.Parameter, Reading.Unit(parts[1]));

    private static ExpectedValue? Expected(string key, EquationSystem system) => key.Split(' ') switch
    {
        ["threshold"] => ExpectedValue.Condition,
        ["refractory"] => ExpectedValue.TimeOrCondition,
        ["initial", var name] when system.Symbols.TryGetValue(name, out var symbol) => ExpectedValue.Initial(symbol),
        _ => null,
    };

    private static WrittenModel Parse((string Name, string[] Lines) block)
    {
        var lines = block.Lines;
        var settings = lines.Where(l => l.Length > 0 && char.IsLetter(l[0])).Select(l => l.Split(": ", 2))
            .GroupBy(p => p[0], p => p[1]).Select(g => (g.Key, string.Join('\n', g)));
        return new WrittenModel(block.Name, [.. settings], Lines("| "), Lines("> "));

        string Lines(string begin) => string.Join('\n',
            lines.Where(l => l.StartsWith(begin, StringComparison.Ordinal)).Select(l => l[begin.Length..]));
    }
}
