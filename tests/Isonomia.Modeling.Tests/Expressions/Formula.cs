using System.Collections.Immutable;
using Isonomia.Modeling.Diagnostics;
using Isonomia.Modeling.Equations;
using Isonomia.Modeling.Expressions;
using Isonomia.Modeling.Syntax;

namespace Isonomia.Modeling.Tests.Expressions;

/// <summary>Formulas without dimensions from text: every name is a variable, "yes" and "no" are conditions.</summary>
internal static class Formula
{
    private static readonly Dictionary<string, Operator> Operators = new(StringComparer.Ordinal)
    {
        ["+"] = Operator.Add,
        ["-"] = Operator.Subtract,
        ["*"] = Operator.Multiply,
        ["/"] = Operator.Divide,
        ["//"] = Operator.FloorDivide,
        ["%"] = Operator.Modulo,
        ["**"] = Operator.Power,
        ["<"] = Operator.Less,
        ["<="] = Operator.LessOrEqual,
        [">"] = Operator.Greater,
        [">="] = Operator.GreaterOrEqual,
        ["=="] = Operator.Equal,
        ["!="] = Operator.NotEqual,
        ["and"] = Operator.And,
        ["or"] = Operator.Or,
        ["int"] = Operator.ToInteger,
    };

    public static Expression Read(string text)
    {
        var bag = new DiagnosticBag();
        var syntax = ExpressionParser.Parse(new SourceText(text, "formula"), bag);
        Assert.Empty(bag.Found);
        return Make(syntax!);
    }

    /// <summary>A system of "dx/dt = ..." and "y = ..." lines; names without equation are parameters.</summary>
    public static EquationSystem System(params string[] lines)
    {
        var parts = lines.Select(l => l.Split(" = ", 2)).ToArray();
        var equations = parts.Select(p => p[0].StartsWith('d') && p[0].EndsWith("/dt", StringComparison.Ordinal)
            ? Of(p[0][1..^3], EquationKind.Differential, SymbolKind.State, p[1])
            : Of(p[0], EquationKind.Subexpression, SymbolKind.Subexpression, p[1])).ToImmutableArray();
        var names = FreeVariables.Of([.. equations.Select(e => e.Right!)]).Except(equations.Select(e => e.Name));
        var symbols = equations.Select(e => e.Symbol)
            .Concat(names.Select(n => new Symbol(n, SymbolKind.Parameter, default)));
        return new EquationSystem(
            equations, symbols.ToImmutableSortedDictionary(s => s.Name, s => s, StringComparer.Ordinal));
    }

    private static Equation Of(string name, EquationKind kind, SymbolKind symbol, string right) => new(
        new Symbol(name, symbol, default), kind, Read(right),
        ImmutableSortedDictionary.Create<string, Expression>(StringComparer.Ordinal), EquationFlags.None);

    private static Expression Make(ExpressionSyntax syntax) => syntax switch
    {
        ExpressionSyntax.Number number => number.IsInteger
            ? Expression.Integer((long)number.Value)
            : Expression.Constant(number.Value),
        ExpressionSyntax.Name { Identifier: "True" or "False" } truth => Expression.Boolean(truth.Identifier == "True"),
        ExpressionSyntax.Name name => Expression.Variable(
            name.Identifier, default, name.Identifier is "yes" or "no" ? ValueKind.Boolean : ValueKind.Real),
        ExpressionSyntax.Unary { Operator: "-" } minus => -Make(minus.Operand),
        ExpressionSyntax.Unary { Operator: "not" } not => Expression.Apply(Operator.Not, Make(not.Operand)),
        ExpressionSyntax.Unary plus => Make(plus.Operand),
        ExpressionSyntax.Binary binary =>
            Expression.Apply(Operators[binary.Operator], Make(binary.Left), Make(binary.Right)),
        ExpressionSyntax.Call { Function: "clip" } clip => Expression.Apply(Operator.Minimum,
            Expression.Apply(Operator.Maximum, Make(clip.Arguments[0]), Make(clip.Arguments[1])),
            Make(clip.Arguments[2])),
        ExpressionSyntax.Call call => Expression.Apply(
            Operators.TryGetValue(call.Function, out var op) ? op : Enum.Parse<Operator>(call.Function, ignoreCase: true),
            [.. call.Arguments.Select(Make)]),
        _ => throw new ArgumentException($"{syntax} is no formula.", nameof(syntax)),
    };
}
