using Isonomia.Modeling.Expressions;
using Isonomia.Modeling.Expressions.Printing;
using Isonomia.Modeling.Models;
using Isonomia.Modeling.Units;

namespace Isonomia.Reporting.Runs.Circuits;

/// <summary>
/// Values as numbers with units where they are the same for all cells and times, as expressions otherwise.
/// </summary>
internal static class ValueText
{
    /// <summary>The parameters of a cell.</summary>
    public static IEnumerable<(ModelParameter Parameter, string Value)> Of(CellModel cell)
    {
        var known = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var parameter in cell.Parameters)
        {
            if (Number(parameter.Value, known) is { } value)
                known[parameter.Name] = value;
        }

        // A parameter may be written before those that it is made of.
        for (var before = -1; before != known.Count;)
        {
            before = known.Count;
            foreach (var parameter in cell.Parameters.Where(p => !known.ContainsKey(p.Name)))
            {
                if (Number(parameter.Value, known) is { } value)
                    known[parameter.Name] = value;
            }
        }

        return cell.Parameters.Select(p => (p, known.TryGetValue(p.Name, out var value)
            ? SynapticText.Rounded(new Quantity(value, p.Symbol.Dimension))
            : TextPrinter.Print(p.Value)));
    }

    /// <summary>An expression of the run: a rate.</summary>
    public static string Of(Expression expression) =>
        Number(expression, new Dictionary<string, double>()) is { } value
            ? SynapticText.Rounded(new Quantity(value, expression.Dimension))
            : TextPrinter.Print(expression);

    private static double? Number(Expression expression, Dictionary<string, double> known)
    {
        if (!FreeVariables.Of(expression).All(known.ContainsKey))
            return null;
        var draws = Postorder.Of(expression)
            .Any(n => n.Operator is Operator.Noise or Operator.Normal or Operator.Uniform or Operator.Poisson);
        return draws ? null : Evaluator.Evaluate(expression, n => known[n]);
    }
}
