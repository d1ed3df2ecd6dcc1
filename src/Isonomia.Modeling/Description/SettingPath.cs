using System.Collections.Immutable;
using Isonomia.Modeling.Diagnostics;
using Isonomia.Modeling.Models;

namespace Isonomia.Modeling.Description;

/// <summary>
/// Changes one value of a description by its path, as <c>--set path=value</c> does. Of a cell: <c>parameters.tau=15
/// ms</c>
/// (or <c>tau=15 ms</c>), <c>initial.v=-60 mV</c>, <c>integrator=rk4</c>, <c>refractory=5 ms</c>, <c>threshold</c>,
/// <c>reset</c>, <c>input</c>, <c>dt</c>, <c>duration</c>, <c>seed</c>. Of a circuit: <c>parameters.g=6</c>,
/// <c>populations.E.parameters.tau=15 ms</c>, <c>projections.0.weight=1 nS</c> (or by name), and so on for every key.
/// </summary>
public static class SettingPath
{
    private static readonly string[] Plain =
        ["dt", "duration", "initial", "input", "integrator", "parameters", "refractory", "reset", "seed", "threshold"];

    /// <summary>The description with one value changed.</summary>
    /// <param name="cell">The description.</param>
    /// <param name="path">What to change.</param>
    /// <param name="value">What is written in its place.</param>
    /// <param name="bag">Takes what is wrong with the path; the value is read when the description is resolved.</param>
    public static CellDescription Apply(CellDescription cell, string path, string value, DiagnosticBag bag)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(bag);
        var text = new ModelText(value, $"--set {path}");
        var dot = path.IndexOf('.', StringComparison.Ordinal);
        var (head, name) = dot < 0 ? (path, "") : (path[..dot], path[(dot + 1)..]);
        switch (head)
        {
            case "parameters" when name.Length > 0:
                return Parameter(cell, name, path, text, bag);
            case "initial" when name.Length > 0:
                return cell with
                {
                    Initial = VariantApplication.Initial(
                        cell.Initial, [new NamedText(new ModelText(name, $"--set {path}"), text)]),
                };
            case "integrator" when dot < 0:
                return IntegratorNames.Find(value) is not null ? cell with { Integrator = text } : Unknown(
                    $"there is no integrator '{value}'", NearestName.Hint(value, IntegratorNames.All));
            case "seed" when dot < 0:
                return ulong.TryParse(value, out var seed)
                    ? cell with { Seed = seed }
                    : Unknown($"'{value}' is no whole number from 0 to 2^64 - 1", null);
            case "dt" when dot < 0:
                return cell with { Dt = text };
            case "duration" when dot < 0:
                return cell with { Duration = text };
            case "input" when dot < 0:
                return cell with { Input = text };
            case "refractory" when dot < 0:
                return cell with { Refractory = text };
            case "threshold" when dot < 0:
                return cell with { Threshold = text };
            case "reset" when dot < 0:
                return cell with { Reset = text };
            default:
                return dot < 0 && cell.Parameters.Any(p => p.Name.Text == path)
                    ? Parameter(cell, path, path, text, bag)
                    : Unknown($"there is nothing to set at '{path}'",
                        NearestName.Hint(path, Plain.Concat(cell.Parameters.Select(p => p.Name.Text))));
        }

        CellDescription Unknown(string message, string? hint)
        {
            bag.Error(new SourceText($"{path}={value}", "--set"), new TextSpan(0, path.Length), message, hint);
            return cell;
        }
    }

    /// <summary>A field with one value changed.</summary>
    /// <param name="field">The field.</param>
    /// <param name="path">What to change.</param>
    /// <param name="value">What is written in its place.</param>
    /// <param name="bag">Takes what is wrong with the path; the value is read when the description is resolved.</param>
    public static FieldDescription Apply(FieldDescription field, string path, string value, DiagnosticBag bag)
    {
        ArgumentNullException.ThrowIfNull(field);
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(value);
        ArgumentNullException.ThrowIfNull(bag);
        return FieldSettings.Apply(field, path, value, bag);
    }

    /// <summary>A circuit with one value changed.</summary>
    /// <param name="circuit">The circuit.</param>
    /// <param name="path">What to change.</param>
    /// <param name="value">What is written in its place; in brackets for lists and mappings.</param>
    /// <param name="bag">Takes what is wrong with the path; the value is read when the description is resolved.</param>
    public static CircuitDescription Apply(CircuitDescription circuit, string path, string value, DiagnosticBag bag)
    {
        ArgumentNullException.ThrowIfNull(circuit);
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(value);
        ArgumentNullException.ThrowIfNull(bag);
        return new CircuitSettings(circuit, path, value, bag).Apply();
    }

    private static CellDescription Parameter(
        CellDescription cell, string name, string path, ModelText text, DiagnosticBag bag)
    {
        var names = cell.Parameters.Select(p => p.Name.Text).ToImmutableArray();
        if (names.IndexOf(name) is >= 0 and var at)
        {
            var changed = cell.Parameters[at] with { Value = text, Unit = null };
            return cell with { Parameters = cell.Parameters.SetItem(at, changed) };
        }

        bag.Error(new SourceText($"{path}={text.Text}", "--set"), new TextSpan(0, path.Length),
            $"'{cell.Name}' has no parameter '{name}'",
            NearestName.Hint(name, names) ?? $"it has {string.Join(", ", names)}");
        return cell;
    }
}
