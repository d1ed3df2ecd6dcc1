using Isonomia.Modeling.Equations;
using Isonomia.Modeling.Syntax;
using Isonomia.Modeling.Units;

namespace Isonomia.Modeling.Expressions.Printing.Notation;

/// <summary>Sets expressions as mathematics: fractions, powers, roots, subscripts, and parentheses where needed.</summary>
internal sealed class MathWriter(INotation notation)
{
    public string Print(Expression expression) => Folding.Print(expression, Write, notation.Ellipsis);

    /// <summary>dx/dt = ..., x = ..., or the name alone of a parameter.</summary>
    public string Print(Equation equation)
    {
        var defined = Name(equation.Name);
        if (equation.Right is null)
            return defined;
        if (equation.Kind != EquationKind.Differential)
            return notation.Infix(defined, "=", Print(equation.Right));

        var side = equation.Right;
        foreach (var (name, factor) in equation.Noise)
        {
            var noise = Times(factor, Expression.Noise(name));
            side = side.IsConstant(0) ? noise : side + noise;
        }

        return notation.Infix(notation.Rate(defined), "=", Print(side));
    }

    // The number 1 that noise was multiplied by to have a factor is not shown.
    private static Expression Times(Expression factor, Expression noise) => factor switch
    {
        _ when factor.IsConstant(1) && factor.Dimension.IsNone => noise,
        { Operator: Operator.Multiply } => Times(factor[1], noise) is var right && ReferenceEquals(right, noise)
            ? Times(factor[0], noise)
            : factor * noise,
        _ => factor * noise,
    };

    private string Name(string name)
    {
        var (head, below) = NameParts.Split(name);
        return notation.Name(head, below);
    }

    private Written Write(Expression node, Written[] x)
    {
        switch (node.Operator)
        {
            case Operator.Constant:
                return Constant(node);
            case Operator.Variable:
                return Atom(Name(node.Name));
            case Operator.Noise:
                return Atom(notation.Name("ξ", node.Name.Length == 0 ? [] : [node.Name]));
            case Operator.Normal:
                return Function("normal", "0", "1");
            case Operator.Uniform:
                return Function("uniform", "0", "1");
            case Operator.Negate:
                return new Written(notation.Prefix("-", At(x[0], Binding.Product)), Binding.Sign);
            case Operator.Not:
                return new Written(notation.Prefix("¬", At(x[0], Binding.Power)), Binding.Not);
            case Operator.Multiply:
                // A sign within a product needs parentheses unless it leads.
                return new Written(notation.Infix(
                    x[0].Binding == Binding.Sign ? x[0].Text : At(x[0], Binding.Product), "",
                    x[1].Binding == Binding.Product ? x[1].Text : At(x[1], Binding.Power)), Binding.Product);
            case Operator.Divide:
                return new Written(notation.Fraction(x[0].Text, x[1].Text), Binding.Power);
            case Operator.FloorDivide:
                return Atom(notation.Fence("⌊", notation.Fraction(x[0].Text, x[1].Text), "⌋"));
            case Operator.Power:
                return new Written(notation.Superscript(At(x[0], Binding.Atom), x[1].Text), Binding.Power);
            case Operator.Select:
                return Atom(notation.Cases(x[0].Text, x[1].Text, x[2].Text));
            case Operator.Sqrt:
                return Atom(notation.Root(x[0].Text));
            case Operator.Abs:
                return Atom(notation.Fence("|", x[0].Text, "|"));
            case Operator.Floor:
                return Atom(notation.Fence("⌊", x[0].Text, "⌋"));
            case Operator.Ceil:
                return Atom(notation.Fence("⌈", x[0].Text, "⌉"));
            case Operator.Expm1:
                return Sum(Function("exp", x[0].Text), "-", Atom(notation.Number("1")));
            case Operator.Log1p:
                return Function("ln", Sum(Atom(notation.Number("1")), "+", x[0]).Text);
        }

        return Infix(node.Operator) is var (sign, binding)
            ? new Written(notation.Infix(At(x[0], binding), sign, At(x[1], binding + 1)), binding)
            : Function(FunctionName(node.Operator), [.. x.Select(o => o.Text)]);
    }

    private Written Sum(Written left, string sign, Written right) =>
        new(notation.Infix(left.Text, sign, At(right, Binding.Product)), Binding.Sum);

    private static Written Atom(string text) => new(text, Binding.Atom);

    private Written Function(string name, params string[] arguments) =>
        new(notation.Call(name, arguments), Binding.Power);

    private string At(Written part, Binding least) =>
        part.Binding >= least ? part.Text : notation.Fence("(", part.Text, ")");

    private Written Constant(Expression node)
    {
        if (node.Kind == ValueKind.Boolean)
            return Atom(notation.Name(node.Value != 0 ? "true" : "false", []));
        if (node.Dimension.IsNone)
        {
            var digits = Digits(node.Value);
            return new Written(notation.Number(digits),
                node.Value < 0 ? Binding.Sign : digits.Contains('e') ? Binding.Product : Binding.Atom);
        }

        // "281 pF", "5*volt/second**2", "2/metre".
        var text = new Quantity(node.Value, node.Dimension).ToString();
        var cut = text.AsSpan().IndexOfAny(' ', '*', '/');
        if (cut < 0)
            return Atom(notation.Number(Digits(node.Value)));
        var unit = UnitPart.Split(text[cut] == '/' ? text[cut..] : text[(cut + 1)..]);
        var number = notation.Number(Digits(double.Parse(text[..cut])));
        return new Written(notation.Unit(number, unit), node.Value < 0 ? Binding.Sign : Binding.Product);
    }

    // For people: what rounding has left in the last digits is not shown.
    private static string Digits(double value) => NumberText.Of(double.Parse(value.ToString("G12")));

    private static (string Sign, Binding Binding)? Infix(Operator op) => op switch
    {
        Operator.Add => ("+", Binding.Sum),
        Operator.Subtract => ("-", Binding.Sum),
        Operator.Modulo => ("mod", Binding.Comparison),
        Operator.Less => ("<", Binding.Comparison),
        Operator.LessOrEqual => ("≤", Binding.Comparison),
        Operator.Greater => (">", Binding.Comparison),
        Operator.GreaterOrEqual => ("≥", Binding.Comparison),
        Operator.Equal => ("=", Binding.Comparison),
        Operator.NotEqual => ("≠", Binding.Comparison),
        Operator.And => ("∧", Binding.And),
        Operator.Or => ("∨", Binding.Or),
        _ => null,
    };

    private static string FunctionName(Operator op) => op switch
    {
        Operator.Log => "ln",
        Operator.Minimum => "min",
        Operator.Maximum => "max",
        Operator.Sign => "sgn",
        Operator.ToInteger => "int",
        _ => op.ToString().ToLowerInvariant(),
    };
}
