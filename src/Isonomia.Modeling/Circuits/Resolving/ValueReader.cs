using System.Collections.Immutable;
using Isonomia.Modeling.Description;
using Isonomia.Modeling.Diagnostics;
using Isonomia.Modeling.Equations;
using Isonomia.Modeling.Units;

namespace Isonomia.Modeling.Circuits.Resolving;

/// <summary>The named values of a population or of a pair of a projection, in the order written.</summary>
internal static class ValueReader
{
    /// <summary>Reads the mapping 'values'.</summary>
    /// <param name="section">Where it stands.</param>
    /// <param name="scope">What the values may read; each also reads those before it.</param>
    /// <param name="select">What of a written value counts here, as of a matrix for one pair.</param>
    /// <param name="widened">The scope with the values.</param>
    public static ImmutableArray<(string Name, Quantity? Value)> Values(
        Section section, CircuitScope scope, Func<WrittenValue, WrittenValue?> select, out CircuitScope widened)
    {
        widened = scope;
        if (section.Map("values", "named values") is not { } map)
            return [];
        var found = ImmutableArray.CreateBuilder<(string, Quantity?)>();
        foreach (var (name, written) in map.Written.Entries)
        {
            if (!IsName(name.Text))
            {
                section.Bag.Error(name.Source, name.Span, $"found '{name}' where the name of a value was expected",
                    "letters, digits and '_', with a letter first");
                continue;
            }

            if (ReservedNames.Meaning(name.Text) is { } meaning)
            {
                section.Bag.Error(name.Source, name.Span, $"a value cannot be called '{name}': {meaning}",
                    "choose another name");
                continue;
            }

            var value = select(written) is { } one && Section.Text(one, "a value", section.Bag) is { } text
                ? widened.Quantity(text)
                : null;
            widened = widened.With(name.Text, value);
            found.Add((name.Text, value));
        }

        return found.ToImmutable();
    }

    private static bool IsName(string text) =>
        text.Length > 0 && char.IsAsciiLetter(text[0]) && text.All(c => char.IsAsciiLetterOrDigit(c) || c == '_');
}
