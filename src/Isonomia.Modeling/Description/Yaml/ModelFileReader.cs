using System.Collections.Immutable;
using Isonomia.Modeling.Diagnostics;
using Isonomia.Modeling.Models;

namespace Isonomia.Modeling.Description.Yaml;

/// <summary>From a YAML tree to the description of a cell or a receptor.</summary>
internal sealed class ModelFileReader(SourceText file, DiagnosticBag bag)
{
    private const string Statements = "the text of the statements";
    private const int LongestName = 64;

    private readonly ImmutableArray<string>.Builder unreadable = ImmutableArray.CreateBuilder<string>();

    private static readonly (string Name, StateLocation Location)[] Locations =
        [("target", StateLocation.Target), ("source", StateLocation.Source), ("synapse", StateLocation.Synapse)];

    /// <summary>
    /// The description; what could not be read is left out of it. Null where nothing can be made of the file.
    /// </summary>
    public ModelDescription? Read(YamlNode root)
    {
        if (root is not YamlNode.Map map)
        {
            bag.Error(file, root.Span, $"found {root.Kind} where keys and values were expected",
                "begin with 'cell: NAME', 'receptor: NAME', 'field: NAME' or 'circuit: NAME'");
            return null;
        }

        var first = map.Entries
            .FirstOrDefault(e => e.Key.Text.Text is "cell" or "receptor" or "field" or "circuit").Key?.Text.Text;
        return first switch
        {
            "cell" => Cell(new KeyedMap(map, ModelKeys.Cell, "a cell's file", file, bag)),
            "receptor" => Receptor(new KeyedMap(map, ModelKeys.Receptor, "a receptor's file", file, bag)),
            "field" => Field(new KeyedMap(map, ModelKeys.Field, "a field's file", file, bag)),
            "circuit" => Circuit(new KeyedMap(map, CircuitKeys.Circuit, "a circuit's file", file, bag)),
            _ => Neither(map),
        };
    }

    private CellDescription Cell(KeyedMap map) => new()
    {
        Name = Name(map, "cell"),
        Kind = map.Prose("kind"),
        Description = map.Prose("description"),
        Source = map.Prose("source"),
        Parameters = Parameters(map),
        Unreadable = unreadable.ToImmutable(),
        Equations = Equations(map),
        Threshold = map.Text("threshold", "a condition"),
        Reset = map.Program("reset", Statements),
        Refractory = map.Text("refractory", "a time or a condition"),
        Initial = map.Names("initial", "value"),
        Input = map.Text("input", "an expression"),
        Integrator = map.Text("integrator", "the name of an integrator"),
        Dt = map.Text("dt", "a time"),
        Duration = map.Text("duration", "a time"),
        Seed = Seed(map),
        Variants = Variants(map),
        Tests = Tests(map),
    };

    private ReceptorDescription Receptor(KeyedMap map) => new()
    {
        Name = Name(map, "receptor"),
        Kind = map.Prose("kind"),
        Description = map.Prose("description"),
        Source = map.Prose("source"),
        Parameters = Parameters(map),
        Unreadable = unreadable.ToImmutable(),
        Equations = map.Has("equations") ? Equations(map) : new ModelText("", file.Origin),
        OnPre = map.Program("on_pre", Statements),
        OnPost = map.Program("on_post", Statements),
        State = State(map),
        Initial = map.Names("initial", "value"),
        Integrator = map.Text("integrator", "the name of an integrator"),
        Variants = Variants(map),
        Tests = Tests(map),
    };

    private FieldDescription Field(KeyedMap map) => new()
    {
        Name = Name(map, "field"),
        Kind = map.Prose("kind"),
        Description = map.Prose("description"),
        Source = map.Prose("source"),
        Parameters = Parameters(map),
        Unreadable = unreadable.ToImmutable(),
        Equations = Equations(map),
        Coupling = map.Names("coupling", "expression"),
        Output = map.Text("output", "an expression"),
        Modes = Modes(map),
        Initial = map.Names("initial", "value"),
        Integrator = map.Text("integrator", "the name of an integrator"),
        Dt = map.Text("dt", "a time"),
        Duration = map.Text("duration", "a time"),
        Seed = Seed(map),
        Variants = Variants(map),
    };

    private ImmutableArray<NamedText> Modes(KeyedMap map)
    {
        if (map.Find("modes") is (_, YamlNode.Map inner))
            _ = new KeyedMap(inner, ModelKeys.Modes, "modes", file, bag);
        return map.Names("modes", "value");
    }

    private CircuitDescription Circuit(KeyedMap map)
    {
        var reader = new CircuitReader(file, bag);
        var circuit = new CircuitDescription
        {
            Name = Name(map, "circuit"),
            Kind = map.Prose("kind"),
            Description = map.Prose("description"),
            Source = map.Prose("source"),
            Parameters = Parameters(map),
            Unreadable = unreadable.ToImmutable(),
            Equations = new ModelText("", file.Origin),
            Dt = map.Text("dt", "a time"),
            Duration = map.Text("duration", "a time"),
            Seed = Seed(map),
            Populations = reader.Entries(map, "populations"),
            Projections = reader.Items(map, "projections"),
            Stimuli = reader.Items(map, "stimuli"),
            Probes = reader.Items(map, "probes"),
            Variants = Variants(map),
        };
        Circuits.Resolving.CircuitForm.Check(circuit, bag);
        return circuit;
    }

    private ModelDescription? Neither(YamlNode.Map map)
    {
        var keys = map.Entries.Select(e => e.Key.Text.Text).ToArray();
        bag.Error(file, map.Entries.Count > 0 ? map.Entries[0].Key.Span : map.Span,
            "found no 'cell', 'receptor', 'field' or 'circuit' where one of them was expected",
            keys.Select(k => NearestName.Hint(k, ["cell", "receptor", "field", "circuit"]))
                .FirstOrDefault(h => h is not null)
                ?? "say what the file holds by 'cell: NAME', 'receptor: NAME', 'field: NAME' or 'circuit: NAME'");
        return null;
    }

    private ModelText Name(KeyedMap map, string key)
    {
        if (map.Text(key, "a name") is not { } name)
            return new ModelText("", file.Origin);
        var text = name.Text;
        if (text.Length > LongestName || text[0] is '-' or '_'
            || !text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'))
        {
            bag.Error(name.Source, name.Span,
                $"found '{text[..Math.Min(text.Length, LongestName)]}' where a name was expected",
                $"at most {LongestName} letters, digits, '-' and '_', with a letter or digit first");
        }

        return name;
    }

    private ModelText Equations(KeyedMap map)
    {
        if (!map.Has("equations"))
            bag.Error(file, map.Span, $"found no 'equations' in {map.What}",
                "add 'equations: |' and the equations below, indented");
        var text = map.Program("equations", "the text of the equations");
        if (text is not null && text.ToString().Length == 0)
            bag.Error(file, map.Find("equations")!.Value.Key.Span, "found no equations below this key",
                "indent them, one a line");
        return text ?? new ModelText("", file.Origin);
    }

    private ImmutableArray<ParameterDescription> Parameters(KeyedMap map)
    {
        var found = ImmutableArray.CreateBuilder<ParameterDescription>();
        foreach (var (key, value) in map.Entries("parameters", "a mapping of names to values", unreadable))
        {
            var name = new ModelText(key.Text);
            if (value is not YamlNode.Map inner)
            {
                if (map.Text(value, "a value") is { } text)
                    found.Add(new ParameterDescription(name, text));
                else
                    unreadable.Add(name.Text);
                continue;
            }

            var entry = new KeyedMap(inner, ModelKeys.Parameter, $"parameter '{name}'", file, bag);
            if (!entry.Has("value"))
                bag.Error(file, key.Span, $"parameter '{name}' has no 'value'",
                    $"as in '{name}: {{value: 1 mV, meaning: ...}}'");
            var (low, high) = entry.Find("range") is var (_, range) ? entry.Range(range, "range") : default;
            if (entry.Text("value", "a value") is { } written)
                found.Add(new ParameterDescription(name, written, entry.Text("unit", "a unit"), entry.Prose("meaning"),
                    low, high));
            else
                unreadable.Add(name.Text);
        }

        return found.ToImmutable();
    }

    private ImmutableArray<VariantDescription> Variants(KeyedMap map)
    {
        var found = ImmutableArray.CreateBuilder<VariantDescription>();
        foreach (var (key, value) in map.Entries("variants", "a mapping of names to changes"))
        {
            if (value is not YamlNode.Map inner)
            {
                bag.Error(
                    file, value.Span,
                    $"found {value.Kind} where the changes of variant '{key.Text.Text}' were expected",
                    "as in 'NAME: {parameters: {a: 0.1}}'");
                continue;
            }

            var changes = new KeyedMap(inner, ModelKeys.Variant, $"variant '{key.Text.Text}'", file, bag);
            found.Add(new VariantDescription
            {
                Name = new ModelText(key.Text),
                Description = changes.Prose("description"),
                Source = changes.Prose("source"),
                Parameters = changes.Names("parameters", "value"),
                Equations = changes.Program("equations", "the text of the equations"),
                Initial = changes.Names("initial", "value"),
                Integrator = changes.Text("integrator", "the name of an integrator"),
                Input = changes.Text("input", "an expression"),
                Dt = changes.Text("dt", "a time"),
                Duration = changes.Text("duration", "a time"),
                Tests = Tests(changes),
            });
        }

        return found.ToImmutable();
    }

    private ImmutableArray<TestDescription> Tests(KeyedMap map)
    {
        var found = ImmutableArray.CreateBuilder<TestDescription>();
        foreach (var item in map.Items("tests", "tests"))
        {
            if (item is YamlNode.Map inner)
                found.Add(TestReader.Read(new KeyedMap(inner, ModelKeys.Test, "a test", file, bag), file, bag));
            else
                bag.Error(file, item.Span, $"found {item.Kind} where a test was expected",
                    "as in '- {input: 300 pA, for: 1 s, spikes: 12}'");
        }

        return found.ToImmutable();
    }

    private StateLocation State(KeyedMap map)
    {
        if (map.Text("state", "target, source or synapse") is not { } text)
            return StateLocation.Target;
        if (Array.FindIndex(Locations, l => l.Name == text.Text) is >= 0 and var found)
            return Locations[found].Location;
        bag.Error(text.Source, text.Span, $"found '{text}' where target, source or synapse was expected",
            NearestName.Hint(text.Text, Locations.Select(l => l.Name)));
        return StateLocation.Target;
    }

    private ulong? Seed(KeyedMap map)
    {
        if (map.Text("seed", "a whole number") is not { } text)
            return null;
        if (ulong.TryParse(text.Text, System.Globalization.NumberStyles.None, null, out var seed))
            return seed;
        bag.Error(text.Source, text.Span, $"found '{text}' where a whole number was expected", "as in 'seed: 42'");
        return null;
    }
}
