using System.Collections.Immutable;
using Isonomia.Modeling.Diagnostics;
using Isonomia.Modeling.Models;

namespace Isonomia.Modeling.Description.Yaml;

/// <summary>From a YAML tree to the description of a test.</summary>
internal static class TestReader
{
    /// <summary>The keys of quantities of the spikes, and of quantities of variables.</summary>
    public static readonly ImmutableArray<(string Key, ObservedQuantity Quantity)> Spiking =
    [
        ("spikes", ObservedQuantity.Spikes), ("rate", ObservedQuantity.Rate),
        ("first_spike", ObservedQuantity.FirstSpike),
        ("last_spike", ObservedQuantity.LastSpike), ("adaptation", ObservedQuantity.Adaptation),
        ("interval_cv", ObservedQuantity.IntervalVariation), ("interval_ratio", ObservedQuantity.IntervalRatio),
    ];

    public static readonly ImmutableArray<(string Key, ObservedQuantity Quantity)> Variables =
    [
        ("final", ObservedQuantity.Final), ("minimum", ObservedQuantity.Minimum), ("maximum", ObservedQuantity.Maximum),
    ];

    public static TestDescription Read(KeyedMap map, SourceText file, DiagnosticBag bag)
    {
        if (!map.Has("for"))
            bag.Error(file, map.Span, "the test does not say how long it runs", "add 'for: 1 s'");
        var expected = Expectations(map);
        if (expected.IsEmpty && !bag.HasErrors)
            bag.Error(file, map.Span, "the test expects nothing",
                "add one of " + string.Join(", ", Spiking.Concat(Variables).Select(k => k.Key)));
        return new TestDescription
        {
            Source = map.Prose("source"),
            Input = map.Text("input", "an expression"),
            Events = [.. map.Items("events", "times").Select(e => map.Text(e, "a time")).OfType<ModelText>()],
            Weight = map.Text("weight", "a weight"),
            Potential = map.Text("v", "a potential"),
            Parameters = map.Names("parameters", "value"),
            Initial = map.Names("initial", "value"),
            Duration = map.Text("for", "a time") ?? new ModelText("", file.Origin),
            After = map.Text("after", "a time"),
            Dt = map.Text("dt", "a time"),
            Expectations = expected,
        };
    }

    private static ImmutableArray<ExpectationDescription> Expectations(KeyedMap map)
    {
        var found = ImmutableArray.CreateBuilder<ExpectationDescription>();
        foreach (var (key, quantity) in Spiking)
        {
            if (map.Find(key) is not var (at, value))
                continue;
            var (low, high) = quantity == ObservedQuantity.Spikes && value is YamlNode.Scalar
                ? (map.Text(value, "a number of spikes"), map.Text(value, "a number of spikes"))
                : map.Range(value, key);
            if (low is not null && high is not null)
                found.Add(new ExpectationDescription(quantity, null, new ModelText(at.Text), low, high));
        }

        foreach (var (key, quantity) in Variables)
        {
            foreach (var (name, value) in map.Entries(key, "a mapping of variables to ranges"))
            {
                var (low, high) = map.Range(value, name.Text.Text);
                if (low is not null && high is not null)
                    found.Add(new ExpectationDescription(quantity, new ModelText(name.Text), new ModelText(name.Text),
                        low, high));
            }
        }

        return found.ToImmutable();
    }
}
