using Isonomia.Modeling.Diagnostics;
using Isonomia.Modeling.Models;

namespace Isonomia.Modeling.Description;

/// <summary>Changes one value of a field by its path, as <c>--set path=value</c> does.</summary>
internal static class FieldSettings
{
    private static readonly string[] Plain =
        ["dt", "duration", "initial", "integrator", "output", "parameters", "seed"];

    public static FieldDescription Apply(FieldDescription field, string path, string value, DiagnosticBag bag)
    {
        var text = new ModelText(value, $"--set {path}");
        var dot = path.IndexOf('.', StringComparison.Ordinal);
        var (head, name) = dot < 0 ? (path, "") : (path[..dot], path[(dot + 1)..]);
        switch (head)
        {
            case "parameters" when name.Length > 0:
                return Parameter(name);
            case "initial" when name.Length > 0:
                return field with
                {
                    Initial = VariantApplication.Initial(
                        field.Initial, [new NamedText(new ModelText(name, $"--set {path}"), text)]),
                };
            case "integrator" when dot < 0:
                return IntegratorNames.Find(value) is not null ? field with { Integrator = text } : Unknown(
                    $"there is no integrator '{value}'", NearestName.Hint(value, IntegratorNames.All));
            case "seed" when dot < 0:
                return ulong.TryParse(value, out var seed)
                    ? field with { Seed = seed }
                    : Unknown($"'{value}' is no whole number from 0 to 2^64 - 1", null);
            case "dt" when dot < 0:
                return field with { Dt = text };
            case "duration" when dot < 0:
                return field with { Duration = text };
            case "output" when dot < 0:
                return field with { Output = text };
            default:
                return dot < 0 && field.Parameters.Any(p => p.Name.Text == path)
                    ? Parameter(path)
                    : Unknown($"there is nothing to set at '{path}'",
                        NearestName.Hint(path, Plain.Concat(field.Parameters.Select(p => p.Name.Text))));
        }

        FieldDescription Parameter(string parameter)
        {
            var at = field.Parameters.ToList().FindIndex(p => p.Name.Text == parameter);
            if (at >= 0)
            {
                var changed = field.Parameters[at] with { Value = text, Unit = null };
                return field with { Parameters = field.Parameters.SetItem(at, changed) };
            }

            var names = field.Parameters.Select(p => p.Name.Text).ToArray();
            return Unknown($"'{field.Name}' has no parameter '{parameter}'",
                NearestName.Hint(parameter, names) ?? $"it has {string.Join(", ", names)}");
        }

        FieldDescription Unknown(string message, string? hint)
        {
            bag.Error(new SourceText($"{path}={value}", "--set"), new TextSpan(0, path.Length), message, hint);
            return field;
        }
    }
}
