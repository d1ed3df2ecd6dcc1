namespace Isonomia.Modeling.Expressions.Printing;

/// <summary>
/// Writes expressions as readable C: for people who want to see what runs, and for compilers of C dialects. Functions
/// that C does not have are called by their names here: exprel, sign, mod, floor_div, timestep, and normal, uniform and
/// poisson, whose site stands as a text. Dimensions are not written; all is SI.
/// </summary>
public static class CPrinter
{
    /// <summary>The text of an expression; parts of more than 10,000 characters are written "...".</summary>
    /// <param name="expression">The expression.</param>
    /// <param name="real">The type of its numbers.</param>
    public static string Print(Expression expression, CReal real = CReal.Double)
    {
        ArgumentNullException.ThrowIfNull(expression);
        return Folding.Print(expression, (node, operands) => Write(node, operands, real));
    }

    /// <summary>The text of one node over the texts of its operands.</summary>
    internal static Written Write(Expression node, Written[] x, CReal real)
    {
        switch (node.Operator)
        {
            case Operator.Constant:
                return Constant(node, real);
            case Operator.Variable:
                return new Written(node.Name, Binding.Atom);
            case Operator.Negate or Operator.Not:
                var sign = node.Operator == Operator.Not ? "!" : "-";
                return new Written(sign + x[0].At(Binding.Power), Binding.Sign);
            case Operator.Select:
                return new Written(
                    $"{x[0].At(Binding.Or)} ? {x[1].At(Binding.Or)} : {x[2].At(Binding.Or)}", Binding.Choice);
            case Operator.Power when node[1].Operator == Operator.Constant && x[0].Binding == Binding.Atom
                && node[1].Value is 2 or 3 && x[0].Text.All(c => char.IsAsciiLetterOrDigit(c) || c == '_'):
                return new Written(string.Join('*', Enumerable.Repeat(x[0].Text, (int)node[1].Value)), Binding.Product);
            case Operator.Normal or Operator.Uniform or Operator.Poisson or Operator.Noise:
                var site = $"{node.Operator.ToString().ToLowerInvariant()}(\"{node.Name}\"";
                return new Written(x.Length == 0 ? site + ")" : $"{site}, {x[0].Text})", Binding.Atom);
        }

        if (Infix(node.Operator) is var (text, binding))
            return new Written($"{x[0].At(binding)}{text}{x[1].At(binding + 1)}", binding);
        return new Written(
            $"{FunctionName(node.Operator, real)}({string.Join(", ", x.Select(o => o.Text))})", Binding.Atom);
    }

    private static (string Text, Binding Binding)? Infix(Operator op) => op switch
    {
        Operator.Add => (" + ", Binding.Sum),
        Operator.Subtract => (" - ", Binding.Sum),
        Operator.Multiply => ("*", Binding.Product),
        Operator.Divide => ("/", Binding.Product),
        Operator.Less => (" < ", Binding.Comparison),
        Operator.LessOrEqual => (" <= ", Binding.Comparison),
        Operator.Greater => (" > ", Binding.Comparison),
        Operator.GreaterOrEqual => (" >= ", Binding.Comparison),
        Operator.Equal => (" == ", Binding.Equality),
        Operator.NotEqual => (" != ", Binding.Equality),
        Operator.And => (" && ", Binding.And),
        Operator.Or => (" || ", Binding.Or),
        _ => null,
    };

    private static string FunctionName(Operator op, CReal real)
    {
        var name = op switch
        {
            Operator.Power => "pow",
            Operator.Minimum => "fmin",
            Operator.Maximum => "fmax",
            Operator.ToInteger => "trunc",
            Operator.Abs => "fabs",
            Operator.Arcsin => "asin",
            Operator.Arccos => "acos",
            Operator.Arctan => "atan",
            Operator.Modulo => "mod",
            Operator.FloorDivide => "floor_div",
            _ => op.ToString().ToLowerInvariant(),
        };
        return real == CReal.Float ? name + "f" : name;
    }

    private static Written Constant(Expression node, CReal real)
    {
        if (node.Kind == ValueKind.Boolean)
            return new Written(node.Value != 0 ? "true" : "false", Binding.Atom);
        if (!double.IsFinite(node.Value))
            return new Written(double.IsNaN(node.Value) ? "NAN" : node.Value > 0 ? "INFINITY" : "-INFINITY", Binding.Sign);

        // Numbers of 32 bits are written with the digits that they have.
        var text = real == CReal.Double
            ? NumberText.OfReal(node.Value)
            : NumberText.OfReal(double.Parse(((float)node.Value).ToString("R"))) + "f";
        return new Written(text, node.Value < 0 ? Binding.Sign : Binding.Atom);
    }
}
