using Isonomia.Modeling.Expressions;
using Isonomia.Modeling.Syntax;
using Isonomia.Modeling.Units;

namespace Isonomia.Modeling.Equations.Typing;

/// <content>Sums, differences and remainders: everything here must have one dimension.</content>
internal sealed partial class ExpressionTyper
{
    private Typed? TypeSum(ExpressionSyntax.Binary syntax, Dimension? expected)
    {
        var terms = new List<(ExpressionSyntax Syntax, bool IsSubtracted)>();
        Flatten(syntax, terms);
        var typed = terms.ConvertAll(t => Type(t.Syntax, expected));
        var areNumbers = true;
        for (var k = 0; k < terms.Count; k++)
            areNumbers &= typed[k] is not { } term || RequireNumber(term, terms[k].Syntax);

        ExpressionSyntax[] written = [.. terms.Select(t => t.Syntax)];
        if (!areNumbers || !HaveOneDimension(written, typed, expected, "a sum has one unit throughout")
            || typed.Contains(null))
        {
            return null;
        }

        typed = typed.ConvertAll(t => (Typed?)Counted(t!));
        var sum = terms[0].IsSubtracted ? typed[0]!.Scaled(x => -x) : typed[0]!;
        for (var k = 1; k < terms.Count; k++)
        {
            Meet(sum, typed[k]!);
            sum = Typed.Sum(sum, typed[k]!, terms[k].IsSubtracted)
                with
            { LooseUnits = sum.IsLiteral && typed[k]!.IsLiteral ? sum.LooseUnits : [] };
        }

        return sum;
    }

    // a - b + c is ((a - b) + c): the terms from left to right.
    private static void Flatten(ExpressionSyntax syntax, List<(ExpressionSyntax, bool)> terms)
    {
        var later = new Stack<(ExpressionSyntax, bool)>();
        while (syntax is ExpressionSyntax.Binary { Operator: "+" or "-" } sum)
        {
            later.Push((sum.Right, sum.Operator == "-"));
            syntax = sum.Left;
        }

        terms.Add((syntax, false));
        terms.AddRange(later);
    }

    /// <summary>
    /// Whether all parts have the same dimension; if not, those are named that differ from what is expected, or else
    /// from what most of them have.
    /// </summary>
    private bool HaveOneDimension(
        IReadOnlyList<ExpressionSyntax> syntax, List<Typed?> parts, Dimension? expected, string why)
    {
        var known = parts.OfType<Typed>().ToArray();
        if (known.Length == 0 || Array.TrueForAll(known, p => p.Dimension == known[0].Dimension))
            return true;
        var votes = known.Where(p => !p.IsBareNumber).ToArray();
        var reference = expected is { } wanted && Array.Exists(known, p => p.Dimension == wanted && !p.IsBareNumber)
            ? wanted
            : votes.GroupBy(p => p.Dimension).OrderByDescending(g => g.Count()).ThenBy(g => g.Key.IsNone).First().Key;
        for (var k = 0; k < parts.Count; k++)
        {
            if (parts[k] is { } part)
                RequireDimension(part, syntax[k], reference, why);
        }

        return false;
    }

    private Typed? TypeRemainder(ExpressionSyntax.Binary syntax, Dimension? expected)
    {
        var isRemainder = syntax.Operator == "%";
        var left = Type(syntax.Left, isRemainder ? expected : null);
        var right = Type(syntax.Right, isRemainder ? expected : left?.Dimension);
        if (left is null || right is null)
            return null;
        if (!(RequireNumber(left, syntax.Left) & RequireNumber(right, syntax.Right)))
            return null;
        (left, right) = (Counted(left), Counted(right));
        Meet(left, right);
        return HaveOneDimension([syntax.Left, syntax.Right], [left, right], isRemainder ? expected : null,
                $"both sides of '{syntax.Operator}' have one unit") && RequireNoNoise(left, right, syntax)
            ? new Typed(Expression.Apply(isRemainder ? Operator.Modulo : Operator.FloorDivide, left.Value, right.Value))
            : null;
    }
}
