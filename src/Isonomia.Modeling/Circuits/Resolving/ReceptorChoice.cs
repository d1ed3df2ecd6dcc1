using System.Collections.Immutable;
using Isonomia.Modeling.Description;
using Isonomia.Modeling.Diagnostics;
using Isonomia.Modeling.Expressions;
using Isonomia.Modeling.Models;

namespace Isonomia.Modeling.Circuits.Resolving;

/// <summary>A receptor as a projection or stimulus asks for it.</summary>
/// <param name="Reference">Its name in the library, or its file.</param>
/// <param name="Parameters">Its parameters that are changed, with their values in SI base units.</param>
/// <param name="Name">What its variables are to be called by; null for the receptor's name.</param>
internal sealed record ReceptorChoice(
    ModelText Reference, ImmutableSortedDictionary<string, double> Parameters, ModelText? Name)
{
    /// <summary>What tells it apart from others on the same cells.</summary>
    public string Key => $"{Reference.Text}|{Name?.Text}|{string.Join(';', Parameters.Select(p => $"{p.Key}={p.Value:R}"))}";

    /// <summary>Reads what is asked for; null after an error.</summary>
    /// <param name="value">A name, or the long form.</param>
    /// <param name="scope">What values of parameters may read.</param>
    /// <param name="resolve">The receptor of a name, for the dimensions of its parameters.</param>
    public static (ReceptorChoice Choice, ReceptorModel Model)? Read(
        WrittenValue value, CircuitScope scope, Func<ModelText, ReceptorModel?> resolve)
    {
        var bag = scope.Bag;
        if (value is WrittenValue.Text text)
            return resolve(text.Content) is { } plain
                ? (new ReceptorChoice(text.Content, ImmutableSortedDictionary<string, double>.Empty, null), plain)
                : null;
        if (value is not WrittenValue.Map map)
        {
            bag.Error(value.Source, value.Span, $"found {value.Form} where a receptor was expected",
                "as in 'receptor: receptors/ampa'");
            return null;
        }

        var section = new Section(map, "a receptor", bag);
        if (section.Required("receptor", "a receptor", "receptors/ampa") is not { } reference
            || resolve(reference) is not { } model)
        {
            return null;
        }

        var name = section.Text("name", "a name");
        if (name is not null && !(char.IsAsciiLetter(name.Text[0])
            && name.Text.All(c => char.IsAsciiLetterOrDigit(c) || c == '_')))
        {
            bag.Error(name.Source, name.Span, $"found '{name}' where the name of a receptor was expected",
                "letters, digits and '_', with a letter first");
            name = null;
        }

        var changes = ImmutableSortedDictionary.CreateBuilder<string, double>(StringComparer.Ordinal);
        foreach (var (key, written) in section.Map("parameters", "parameters")?.Written.Entries ?? [])
        {
            var parameter = model.Parameters.FirstOrDefault(p => p.Name == key.Text);
            if (parameter is null)
            {
                var known = model.Parameters.Select(p => p.Name).ToArray();
                bag.Error(key.Source, key.Span, $"the receptor '{model.Name}' has no parameter '{key}'",
                    NearestName.Hint(key.Text, known)
                        ?? (known.Length == 0 ? "it has none" : $"it has {string.Join(", ", known)}"));
            }
            else if (Section.Text(written, "a value", bag) is { } content
                && scope.Value(content, parameter.Symbol.Dimension) is { } number)
            {
                if (number < parameter.Minimum || number > parameter.Maximum)
                    bag.Error(content.Source, content.Span, $"the value of '{key}' lies outside of its range");
                changes[key.Text] = number;
            }
        }

        var choice = new ReceptorChoice(reference, changes.ToImmutable(), name);
        return (choice, choice.Apply(model));
    }

    private ReceptorModel Apply(ReceptorModel model) => model with
    {
        Parameters =
        [
            .. model.Parameters.Select(p => Parameters.TryGetValue(p.Name, out var value)
                ? p with { Value = Expression.Constant(value, p.Symbol.Dimension) }
                : p),
        ],
    };
}
