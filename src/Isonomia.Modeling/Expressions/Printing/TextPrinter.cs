using Isonomia.Modeling.Units;

namespace Isonomia.Modeling.Expressions.Printing;

/// <summary>
/// Writes expressions in the language of equations, so that reading them gives an equal tree but for constants: those
/// with a dimension are written as a number times units, negative ones with a sign. Parentheses stand only where they
/// are needed. The operators without a word in Brian 2 are written select(c, x, y), minimum(x, y) and maximum(x, y).
/// </summary>
public static class TextPrinter
{
    /// <summary>The text of an expression; parts of more than 10,000 characters are written "...".</summary>
    /// <param name="expression">The expression.</param>
    public static string Print(Expression expression)
    {
        ArgumentNullException.ThrowIfNull(expression);
        return Folding.Print(expression, Write);
    }

    /// <summary>The name of a function in the language of equations.</summary>
    internal static string FunctionName(Operator op) => op switch
    {
        Operator.ToInteger => "int",
        _ => op.ToString().ToLowerInvariant(),
    };

    private static Written Write(Expression node, Written[] x)
    {
        switch (node.Operator)
        {
            case Operator.Constant:
                return Constant(node);
            case Operator.Variable:
                return new Written(node.Name, Binding.Atom);
            case Operator.Noise:
                return new Written(node.Name.Length == 0 ? "xi" : "xi_" + node.Name, Binding.Atom);
            case Operator.Normal:
                return new Written("randn()", Binding.Atom);
            case Operator.Uniform:
                return new Written("rand()", Binding.Atom);
            case Operator.Negate:
                return new Written("-" + x[0].At(Binding.Sign), Binding.Sign);
            case Operator.Not:
                return new Written("not " + x[0].At(Binding.Not), Binding.Not);
            case Operator.Power:
                return new Written(x[0].At(Binding.Atom) + "**" + x[1].At(Binding.Sign), Binding.Power);
            case Operator.Minimum when node[0].Operator == Operator.Maximum
                && x[0].Text.StartsWith("maximum(", StringComparison.Ordinal):
                return new Written($"clip({x[0].Text[8..^1]}, {x[1].Text})", Binding.Atom);
        }

        if (Infix(node.Operator) is not var (sign, binding))
            return new Written($"{FunctionName(node.Operator)}({string.Join(", ", x.Select(o => o.Text))})", Binding.Atom);

        // Sums and products are read from the left; comparisons are not chained.
        var left = binding == Binding.Comparison ? binding + 1 : binding;
        return new Written($"{x[0].At(left)}{sign}{x[1].At(binding + 1)}", binding);
    }

    private static (string Sign, Binding Binding)? Infix(Operator op) => op switch
    {
        Operator.Add => (" + ", Binding.Sum),
        Operator.Subtract => (" - ", Binding.Sum),
        Operator.Multiply => ("*", Binding.Product),
        Operator.Divide => ("/", Binding.Product),
        Operator.FloorDivide => ("//", Binding.Product),
        Operator.Modulo => (" % ", Binding.Product),
        Operator.Less => (" < ", Binding.Comparison),
        Operator.LessOrEqual => (" <= ", Binding.Comparison),
        Operator.Greater => (" > ", Binding.Comparison),
        Operator.GreaterOrEqual => (" >= ", Binding.Comparison),
        Operator.Equal => (" == ", Binding.Comparison),
        Operator.NotEqual => (" != ", Binding.Comparison),
        Operator.And => (" and ", Binding.And),
        Operator.Or => (" or ", Binding.Or),
        _ => null,
    };

    private static Written Constant(Expression node)
    {
        if (node.Kind == ValueKind.Boolean)
            return new Written(node.Value != 0 ? "True" : "False", Binding.Atom);
        if (node.Dimension.IsNone)
        {
            var text = node.Kind == ValueKind.Integer ? NumberText.Of(node.Value) : NumberText.OfReal(node.Value);
            return new Written(text, text[0] == '-' ? Binding.Sign : Binding.Atom);
        }

        var unit = DimensionNames.Declare(node.Dimension);
        if (node.Value == 1 && unit.All(char.IsAsciiLetter))
            return new Written(unit, Binding.Atom);
        var number = NumberText.Of(node.Value);
        return new Written(
            unit.StartsWith("1/", StringComparison.Ordinal) ? number + unit[1..] : $"{number}*{unit}", Binding.Product);
    }
}
