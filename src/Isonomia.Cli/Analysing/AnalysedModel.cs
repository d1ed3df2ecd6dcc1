using System.Collections.Immutable;
using Isonomia.Cli.Sweeping;
using Isonomia.Modeling.Description;
using Isonomia.Modeling.Diagnostics;
using Isonomia.Modeling.Equations;
using Isonomia.Modeling.Expressions;
using Isonomia.Modeling.Fields;
using Isonomia.Modeling.Models;
using Isonomia.Simulation.Fields.Analysis;

namespace Isonomia.Cli.Analysing;

/// <summary>A field or a cell that is analysed: a cell is a field that its threshold is no part of.</summary>
internal static class AnalysedModel
{
    /// <summary>Reads a model and changes what is asked for.</summary>
    /// <exception cref="ModelException">It is neither field nor cell, or something is wrong with it.</exception>
    public static FieldModel Find(string name, IEnumerable<KeyValuePair<string, string>> settings)
    {
        var bag = new DiagnosticBag();
        var written = ModelFile.Find(SimulationRequest.NameOf(name));
        FieldModel? model;
        switch (written)
        {
            case FieldDescription field:
                foreach (var (path, value) in settings)
                {
                    SettingDimension.Require(field.ToModel().Region, path, value, bag);
                    field = SettingPath.Apply(field, path, value, bag);
                }

                bag.ThrowIfErrors();
                model = field.Resolve(bag);
                break;
            case CellDescription cell:
                foreach (var (path, value) in settings)
                {
                    SettingDimension.Require(cell.ToModel(), path, value, bag);
                    cell = SettingPath.Apply(cell, path, value, bag);
                }

                bag.ThrowIfErrors();
                model = cell.Resolve(bag) is { } resolved ? new FieldModel(resolved) : null;
                break;
            default:
                throw Wrong("analyse", name, $"'{written.Name}' is neither a field nor a cell", "analyse its cells");
        }

        bag.ThrowIfErrors();
        return model!;
    }

    /// <summary>A parameter of a name, with or without "parameters." before it.</summary>
    public static ModelParameter Parameter(FieldModel model, string option, string path)
    {
        var name = path.StartsWith("parameters.", StringComparison.Ordinal) ? path["parameters.".Length..] : path;
        return model.Region.Parameters.FirstOrDefault(p => p.Name == name) ?? throw Wrong(option, path,
            $"'{model.Name}' has no parameter '{name}'", NearestName.Hint(name, model.Region.Parameters.Select(p => p.Name)));
    }

    /// <summary>The box of states in which fixed points are looked for: as asked, else around where the field goes.</summary>
    public static StateBox Box(RegionFunctions functions, ReadOnlySpan<double> parameters, IEnumerable<string> asked)
    {
        var box = StateBox.Around(functions, parameters);
        if (asked.Any())
            box = box.Whole();
        foreach (var text in asked)
        {
            var equals = text.IndexOf('=', StringComparison.Ordinal);
            var ends = text[(equals + 1)..].Split(':');
            var state = equals > 0 ? functions.States.ToList().FindIndex(s => s.Name == text[..equals].Trim()) : -1;
            if (state < 0 || ends.Length != 2)
            {
                throw Wrong("--box", text, "found no state and range", "as in --box V=-80mV:-20mV; states: "
                    + string.Join(", ", functions.States.Select(s => s.Name)));
            }

            var dimension = functions.States[state].Dimension;
            var (low, high) = (QuantityArgument.Read("--box", ends[0], dimension), QuantityArgument.Read("--box", ends[1], dimension));
            if (!(high > low))
                throw Wrong("--box", text, "found a range whose upper end is not above the lower");
            box = new StateBox(box.Low.SetItem(state, low), box.High.SetItem(state, high));
        }

        return box;
    }

    public static ModelException Wrong(string option, string text, string message, string? hint = null) => new(
        [new Diagnostic(Severity.Error, message, new SourceText(text, option), new TextSpan(0, text.Length), hint)]);
}
