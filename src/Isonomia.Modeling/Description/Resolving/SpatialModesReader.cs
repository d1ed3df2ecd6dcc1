using System.Globalization;
using Isonomia.Modeling.Diagnostics;
using Isonomia.Modeling.Equations;
using Isonomia.Modeling.Fields;
using Isonomia.Modeling.Units;

namespace Isonomia.Modeling.Description.Resolving;

/// <summary>Reads the spatial modes of a field.</summary>
internal static class SpatialModesReader
{
    private const int MostModes = 100;

    public static SpatialModes? Read(
        FieldDescription field, IReadOnlyDictionary<string, Symbol> symbols, IReadOnlyDictionary<string, double> values,
        DiagnosticBag bag)
    {
        if (field.Modes.IsEmpty)
            return null;
        var parameters = symbols.Values.ToArray();
        var found = field.Modes.ToDictionary(m => m.Name.Text, m => m.Value, StringComparer.Ordinal);
        if (ModelKeys.Modes.FirstOrDefault(k => !found.ContainsKey(k.Name)) is { } missing)
        {
            bag.Error(field.Modes[0].Name.Source, field.Modes[0].Name.Span, $"found modes without '{missing.Name}'",
                $"{missing.Meaning}, as in '{missing.Name}: {missing.Example}'");
            return null;
        }

        var (over, count) = (found["over"], found["largest"]);
        if (!symbols.TryGetValue(over.Text, out var symbol) || symbol.Dimension != Dimension.Length.Power(-2))
        {
            bag.Error(over.Source, over.Span,
                $"found '{over}' where a parameter in metre**-2 was expected", "the squared wave number");
            return null;
        }

        if (!int.TryParse(count.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var largest)
            || largest > MostModes)
        {
            bag.Error(count.Source, count.Span, $"found '{count}' where a whole number up to {MostModes} was expected");
            return null;
        }

        var side = ExpressionResolver.Resolve(
            found["side"].Source, parameters, bag, ExpectedValue.Constant(Dimension.Length), "side");
        var weight = ExpressionResolver.Resolve(
            found["weight"].Source, parameters, bag, ExpectedValue.Constant(Dimension.None), "weight");
        return side is null || weight is null || !values.ContainsKey(over.Text)
            ? null
            : new SpatialModes(over.Text, side, largest, weight);
    }
}
