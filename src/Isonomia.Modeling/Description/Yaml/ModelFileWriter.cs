using System.Collections.Immutable;
using Isonomia.Modeling.Models;

namespace Isonomia.Modeling.Description.Yaml;

/// <summary>From a description to its file in canonical form. Comments outside of equations are not kept.</summary>
internal static class ModelFileWriter
{
    public static string Write(ModelDescription model)
    {
        var page = new YamlText();
        var circuit = model as CircuitDescription;
        var field = model as FieldDescription;
        page.Add(model is CellDescription ? "cell" : field is not null ? "field"
            : circuit is not null ? "circuit" : "receptor",
            model.Name.ToString());
        page.Add("kind", model.Kind);
        page.Add("description", model.Description);
        page.Add("source", model.Source);
        if (!model.Parameters.IsEmpty)
            page.AddKey("parameters");
        foreach (var parameter in model.Parameters)
            page.AddLine($"{YamlText.Scalar(parameter.Name.ToString())}: {Parameter(parameter)}", 2);
        page.AddBlock("equations", model.Equations.ToString() is { Length: > 0 } equations ? equations : null);
        var (cell, receptor) = (model as CellDescription, model as ReceptorDescription);
        page.Add("threshold", cell?.Threshold?.ToString());
        page.Add("reset", cell?.Reset?.ToString());
        page.Add("refractory", cell?.Refractory?.ToString());
        page.Add("on_pre", receptor?.OnPre?.ToString());
        page.Add("on_post", receptor?.OnPost?.ToString());
        page.Add("state", receptor is { State: not StateLocation.Target and var state }
            ? state.ToString().ToLowerInvariant()
            : null);
        AddNames(page, "coupling", field?.Coupling ?? [], 0);
        page.Add("output", field?.Output?.ToString());
        AddNames(page, "modes", field?.Modes ?? [], 0);
        AddNames(page, "initial", model.Initial, 0);
        page.Add("input", cell?.Input?.ToString());
        page.Add("integrator", model.Integrator?.ToString());
        page.Add("dt", (cell?.Dt ?? field?.Dt ?? circuit?.Dt)?.ToString());
        page.Add("duration", (cell?.Duration ?? field?.Duration ?? circuit?.Duration)?.ToString());
        page.Add("seed", (cell?.Seed ?? field?.Seed ?? circuit?.Seed)?.ToString());
        if (circuit is not null)
            AddCircuit(page, circuit);
        if (!model.Variants.IsEmpty)
            page.AddKey("variants");
        foreach (var variant in model.Variants)
            AddVariant(page, variant);
        AddTests(page, model.Tests, 0);
        return page.ToString();
    }

    private static void AddCircuit(YamlText page, CircuitDescription circuit)
    {
        if (!circuit.Populations.IsEmpty)
            page.AddKey("populations");
        foreach (var (name, value) in circuit.Populations)
            page.AddLine($"{YamlText.Scalar(name.ToString())}: {value}", 2);
        foreach (var (key, items) in new[]
        {
            ("projections", circuit.Projections), ("stimuli", circuit.Stimuli), ("probes", circuit.Probes),
        })
        {
            if (!items.IsEmpty)
                page.AddKey(key);
            foreach (var item in items)
                page.AddLine($"- {item}", 2);
        }
    }

    private static string Parameter(ParameterDescription parameter)
    {
        var value = YamlText.Scalar(parameter.Value.ToString());
        if (parameter is { Unit: null, Meaning: null, Minimum: null, Maximum: null })
            return value;
        return YamlText.Map(
        [
            ("value", value), .. Optional("unit", parameter.Unit?.ToString()),
            .. Optional("meaning", parameter.Meaning),
            .. parameter.Minimum is not null && parameter.Maximum is not null
                ? [("range", Range(parameter.Minimum, parameter.Maximum))]
                : ImmutableArray<(string, string)>.Empty,
        ]);
    }

    private static void AddVariant(YamlText page, VariantDescription variant)
    {
        page.AddKey(YamlText.Scalar(variant.Name.ToString()), 2);
        page.Add("description", variant.Description, 4);
        page.Add("source", variant.Source, 4);
        AddNames(page, "parameters", variant.Parameters, 4);
        page.AddBlock("equations", variant.Equations?.ToString(), 4);
        AddNames(page, "initial", variant.Initial, 4);
        page.Add("input", variant.Input?.ToString(), 4);
        page.Add("integrator", variant.Integrator?.ToString(), 4);
        page.Add("dt", variant.Dt?.ToString(), 4);
        page.Add("duration", variant.Duration?.ToString(), 4);
        AddTests(page, variant.Tests, 4);
    }

    private static void AddTests(YamlText page, ImmutableArray<TestDescription> tests, int indent)
    {
        if (!tests.IsEmpty)
            page.AddKey("tests", indent);
        foreach (var test in tests)
        {
            page.AddLine("- " + YamlText.Map(
            [
                .. Optional("source", test.Source), .. Optional("input", test.Input?.ToString()),
                .. Optional("events", test.Events),
                .. Optional("weight", test.Weight?.ToString()), .. Optional("v", test.Potential?.ToString()),
                .. Names("parameters", test.Parameters), .. Names("initial", test.Initial),
                .. Optional("for", test.Duration.ToString()), .. Optional("after", test.After?.ToString()),
                .. Optional("dt", test.Dt?.ToString()),
                .. TestReader.Spiking.SelectMany(k => test.Expectations.Where(e => e.Quantity == k.Quantity)
                    .Select(e => (k.Key, e.Quantity == ObservedQuantity.Spikes && e.Low.Equals(e.High)
                        ? YamlText.Scalar(e.Low.ToString())
                        : Range(e.Low, e.High)))),
                .. TestReader.Variables.SelectMany(k =>
                    OfVariables(k.Key, [.. test.Expectations.Where(e => e.Quantity == k.Quantity)])),
            ]), indent + 2);
        }
    }

    private static (string, string)[] OfVariables(string key, ExpectationDescription[] expected) =>
        expected.Length == 0
            ? []
            : [(key, YamlText.Map(expected.Select(e => (e.Variable!.ToString(), Range(e.Low, e.High)))))];

    private static void AddNames(YamlText page, string key, ImmutableArray<NamedText> names, int indent)
    {
        if (!names.IsEmpty)
            page.AddLine($"{key}: {Names(names)}", indent);
    }

    private static (string, string)[] Names(string key, ImmutableArray<NamedText> names) =>
        names.IsEmpty ? [] : [(key, Names(names))];

    private static string Names(ImmutableArray<NamedText> names) =>
        YamlText.Map(names.Select(n => (n.Name.ToString(), YamlText.Scalar(n.Value.ToString()))));

    private static string Range(ModelText low, ModelText high) =>
        YamlText.List([YamlText.Scalar(low.ToString()), YamlText.Scalar(high.ToString())]);

    private static (string, string)[] Optional(string key, ImmutableArray<ModelText> items) =>
        items.IsEmpty ? [] : [(key, YamlText.List(items.Select(i => YamlText.Scalar(i.ToString()))))];

    private static (string, string)[] Optional(string key, string? text) =>
        text is null ? [] : [(key, YamlText.Scalar(text))];
}
