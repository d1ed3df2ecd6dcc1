using System.Collections.Immutable;
using System.Globalization;
using Isonomia.Modeling.Diagnostics;

namespace Isonomia.Modeling.Description;

/// <summary>
/// Changes one value of a circuit by its path: <c>parameters.g=6</c>, <c>populations.E.size=800</c>,
/// <c>populations.E.parameters.tau=15 ms</c>, <c>projections.0.weight=1 nS</c> (or by name), <c>dt=0.05 ms</c>.
/// </summary>
internal sealed class CircuitSettings(CircuitDescription circuit, string path, string value, DiagnosticBag bag)
{
    private static readonly string[] Heads =
        ["dt", "duration", "seed", "parameters", "populations", "projections", "stimuli", "probes"];

    private readonly string[] steps = path.Split('.');

    private ModelText Text => new(value, $"--set {path}");

    /// <summary>The changed circuit; the same where the path leads nowhere, which is reported.</summary>
    public CircuitDescription Apply() => (steps[0], steps.Length) switch
    {
        ("dt", 1) => circuit with { Dt = Text },
        ("duration", 1) => circuit with { Duration = Text },
        ("seed", 1) => ulong.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var seed)
            ? circuit with { Seed = seed }
            : Unknown($"'{value}' is no whole number from 0 to 2^64 - 1", null),
        ("parameters", 2) => Parameter(steps[1]),
        ("populations", > 2) => Population(),
        ("projections", > 2) => circuit with { Projections = Item(circuit.Projections, "projection") },
        ("stimuli", > 2) => circuit with { Stimuli = Item(circuit.Stimuli, "stimulus") },
        ("probes", > 2) => circuit with { Probes = Item(circuit.Probes, "probe") },
        (_, 1) when circuit.Parameters.Any(p => p.Name.Text == path) => Parameter(path),
        _ => Unknown($"there is nothing to set at '{path}'",
            NearestName.Hint(steps[0], Heads.Concat(circuit.Parameters.Select(p => p.Name.Text)))
            ?? (Heads.Contains(steps[0]) ? Example(steps[0]) : $"known: {string.Join(", ", Heads)}")),
    };

    private CircuitDescription Parameter(string name)
    {
        for (var i = 0; i < circuit.Parameters.Length; i++)
        {
            if (circuit.Parameters[i].Name.Text == name)
            {
                return circuit with
                {
                    Parameters = circuit.Parameters.SetItem(i,
                        circuit.Parameters[i] with { Value = Text, Unit = null }),
                };
            }
        }

        var names = circuit.Parameters.Select(p => p.Name.Text).ToArray();
        return Unknown($"'{circuit.Name}' has no parameter '{name}'",
            NearestName.Hint(name, names) ?? (names.Length == 0 ? null : $"it has {string.Join(", ", names)}"));
    }

    private CircuitDescription Population()
    {
        for (var i = 0; i < circuit.Populations.Length; i++)
        {
            var entry = circuit.Populations[i];
            if (entry.Key.Text == steps[1])
            {
                return circuit with
                {
                    Populations = circuit.Populations.SetItem(i, entry with { Value = Changed(entry.Value, 2) }),
                };
            }
        }

        var names = circuit.Populations.Select(p => p.Key.Text).ToArray();
        return Unknown($"'{circuit.Name}' has no population '{steps[1]}'",
            NearestName.Hint(steps[1], names) ?? $"it has {string.Join(", ", names)}");
    }

    private ImmutableArray<WrittenValue> Item(ImmutableArray<WrittenValue> items, string sort)
    {
        var names = items.Select(i => ((i as WrittenValue.Map)?.Find("name") as WrittenValue.Text)?.Content.Text)
            .ToArray();
        var at = Array.IndexOf(names, steps[1]);
        if (at < 0 && (!int.TryParse(steps[1], NumberStyles.None, CultureInfo.InvariantCulture, out at)
            || at >= items.Length))
        {
            Unknown($"'{circuit.Name}' has no {sort} '{steps[1]}'",
                NearestName.Hint(steps[1], names.OfType<string>())
                    ?? (items.IsEmpty ? null
                        : $"they are numbered from 0 to {items.Length - 1}, or called by their 'name'"));
            return items;
        }

        return items.SetItem(at, Changed(items[at], 2));
    }

    // A key that is not there yet is added; whether it may stand there is found when the circuit is resolved.
    private WrittenValue Changed(WrittenValue before, int step)
    {
        if (step == steps.Length)
            return Yaml.WrittenYaml.Parse(value, $"--set {path}");
        switch (before)
        {
            case WrittenValue.Map map:
                var key = new ModelText(steps[step], $"--set {path}");
                return map.With(key, Changed(
                    map.Find(steps[step]) ?? new WrittenValue.Map([], key.Source, key.Span), step + 1));
            case WrittenValue.List list when int.TryParse(steps[step], NumberStyles.None, CultureInfo.InvariantCulture,
                out var at) && at < list.Items.Length:
                return new WrittenValue.List(list.Items.SetItem(at, Changed(list.Items[at], step + 1)), list.Source,
                    list.Span);
            default:
                Unknown($"there is nothing to set at '{path}'",
                    $"'{string.Join('.', steps[..step])}' is {before.Form}");
                return before;
        }
    }

    private CircuitDescription Unknown(string message, string? hint)
    {
        bag.Error(new SourceText($"{path}={value}", "--set"), new TextSpan(0, path.Length), message, hint);
        return circuit;
    }

    private static string Example(string head) => head switch
    {
        "parameters" => "as in parameters.NAME=VALUE",
        "populations" => "as in populations.NAME.size=VALUE",
        "projections" => "as in projections.0.weight=VALUE",
        _ => $"as in {head}.0.KEY=VALUE",
    };
}
