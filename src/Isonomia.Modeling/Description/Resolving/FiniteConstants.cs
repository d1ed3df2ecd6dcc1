using System.Collections.Immutable;
using Isonomia.Modeling.Diagnostics;
using Isonomia.Modeling.Equations;
using Isonomia.Modeling.Equations.Typing;
using Isonomia.Modeling.Expressions;
using Isonomia.Modeling.Syntax;
using Isonomia.Modeling.Units;

namespace Isonomia.Modeling.Description.Resolving;

/// <summary>
/// What a model computes of numbers and parameters alone must be a finite number. A division by a parameter that is
/// zero, or the root of a negative one, is told with its place before anything runs: stepped, it would make a state not
/// a number at some later time, or nothing at all where it meets a zero.
/// </summary>
internal sealed class FiniteConstants
{
    private readonly SourceText source;
    private readonly EquationSystem system;
    private readonly IReadOnlyDictionary<string, double> parameters;
    private readonly DiagnosticBag bag;
    private readonly Dictionary<string, ExpressionSyntax> subexpressions;
    private readonly Dictionary<ExpressionSyntax, double?> known = new(ReferenceEqualityComparer.Instance);

    private FiniteConstants(
        SourceText source, EquationSystem system, IReadOnlyDictionary<string, double> parameters, DiagnosticBag bag,
        ImmutableArray<EquationSyntax> equations)
    {
        (this.source, this.system, this.parameters, this.bag) = (source, system, parameters, bag);
        subexpressions = equations.Where(e => e is { Kind: EquationKind.Subexpression, Right: not null })
            .DistinctBy(e => e.Name, StringComparer.Ordinal).ToDictionary(e => e.Name, e => e.Right!, StringComparer.Ordinal);
    }

    /// <summary>Checks equations that are free of other errors.</summary>
    /// <param name="equations">Their text.</param>
    /// <param name="system">What they mean.</param>
    /// <param name="parameters">The values of the parameters, in SI base units.</param>
    /// <param name="bag">Where to report what is not finite.</param>
    public static void Check(
        SourceText equations, EquationSystem system, IReadOnlyDictionary<string, double> parameters, DiagnosticBag bag)
    {
        var read = EquationsParser.Parse(equations, new DiagnosticBag());
        var check = new FiniteConstants(equations, system, parameters, bag, read);
        foreach (var equation in read)
        {
            if (equation.Right is not null)
                check.Value(equation.Right);
        }
    }

    // Null where it is not known, because it changes or was reported.
    private double? Value(ExpressionSyntax syntax)
    {
        if (known.TryGetValue(syntax, out var value))
            return value;
        known[syntax] = null;
        return known[syntax] = syntax switch
        {
            ExpressionSyntax.Number number => number.Value,
            ExpressionSyntax.Name name => Named(name.Identifier),
            ExpressionSyntax.Unary { Operator: "-" } minus => -Value(minus.Operand),
            ExpressionSyntax.Unary { Operator: "+" } plus => Value(plus.Operand),
            ExpressionSyntax.Unary other => Unknown(other.Operand),
            ExpressionSyntax.Binary binary => OfTwo(binary),
            ExpressionSyntax.Call call => Called(call),
            _ => null,
        };
    }

    private double? Named(string name)
    {
        if (parameters.TryGetValue(name, out var value))
            return value;
        if (subexpressions.TryGetValue(name, out var definition))
            return Value(definition);
        return system.Symbols.ContainsKey(name)
            ? null
            : PhysicalConstants.Find(name)?.Value ?? UnitTable.Find(name)?.Scale;
    }

    private double? OfTwo(ExpressionSyntax.Binary syntax)
    {
        var (left, right) = (Value(syntax.Left), Value(syntax.Right));
        var operation = syntax.Operator switch
        {
            "+" => Operator.Add,
            "-" => Operator.Subtract,
            "*" => Operator.Multiply,
            "/" => Operator.Divide,
            "//" => Operator.FloorDivide,
            "%" => Operator.Modulo,
            "**" => Operator.Power,
            _ => default(Operator?),
        };
        if (operation is Operator.Divide or Operator.FloorDivide or Operator.Modulo && right == 0)
        {
            bag.Error(source, syntax.Right.Span, $"found a division by '{Text(syntax.Right)}', which is zero",
                Remedy(syntax.Right));
            return null;
        }

        return operation is { } op && left is { } x && right is { } y
            ? Finite(syntax, Arithmetic.Apply(op, x, y), double.IsFinite(x) && double.IsFinite(y))
            : null;
    }

    private double? Called(ExpressionSyntax.Call syntax)
    {
        double?[] arguments = [.. syntax.Arguments.Select(Value)];
        return arguments is [{ } x]
            && (Functions.TakesPlainNumber(syntax.Function, out var op)
                || Functions.TakesAnyUnit(syntax.Function, out op))
            ? Finite(syntax, Arithmetic.Apply(op, x), double.IsFinite(x))
            : null;
    }

    private double? Unknown(ExpressionSyntax operand)
    {
        Value(operand);
        return null;
    }

    private double? Finite(ExpressionSyntax syntax, double value, bool isOfFinite)
    {
        if (double.IsFinite(value) || !isOfFinite)
            return value;
        bag.Error(source, syntax.Span,
            $"the value of '{Text(syntax)}' is {(double.IsNaN(value) ? "not a number" : "infinite")}", Remedy(syntax));
        return null;
    }

    private string? Remedy(ExpressionSyntax syntax) =>
        SyntaxNodes.Names(syntax).FirstOrDefault(n => parameters.ContainsKey(n.Identifier)) is { } parameter
            ? $"give '{parameter.Identifier}' another value"
            : null;

    private string Text(ExpressionSyntax syntax)
    {
        var text = source.Slice(syntax.Span).ReplaceLineEndings(" ").Trim();
        return text.Length <= 40 ? text : text[..37] + "...";
    }
}
