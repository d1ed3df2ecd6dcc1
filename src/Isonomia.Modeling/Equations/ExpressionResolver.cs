using Isonomia.Modeling.Diagnostics;
using Isonomia.Modeling.Equations.Typing;
using Isonomia.Modeling.Expressions;
using Isonomia.Modeling.Syntax;
using Isonomia.Modeling.Units;

namespace Isonomia.Modeling.Equations;

/// <summary>Reads single expressions: thresholds, refractory periods, initial values, values of parameters.</summary>
public static class ExpressionResolver
{
    /// <summary>An expression with every name resolved and every dimension checked.</summary>
    /// <param name="text">The expression.</param>
    /// <param name="symbols">
    /// What it may name besides constants, units and functions: the symbols of an <see cref="EquationSystem"/>, or
    /// parameters.
    /// </param>
    /// <param name="bag">Takes what is wrong with it.</param>
    /// <param name="expected">What it should be.</param>
    /// <param name="site">
    /// What it is, such as "threshold" or "initial v": random draws in it are named after this, and two expressions of
    /// a model that draw must differ in it.
    /// </param>
    /// <returns>The expression, or null after an error.</returns>
    public static Expression? Resolve(
        SourceText text, IEnumerable<Symbol> symbols, DiagnosticBag bag, ExpectedValue expected,
        string site = "expression")
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(bag);
        return ExpressionParser.Parse(text, bag) is { } syntax
            ? Resolve(text, syntax, symbols, bag, expected, site)
            : null;
    }

    /// <summary>The same of an expression that has been parsed.</summary>
    /// <param name="text">The text in which it stands.</param>
    /// <param name="syntax">The expression.</param>
    /// <param name="symbols">As above.</param>
    /// <param name="bag">Takes what is wrong with it.</param>
    /// <param name="expected">What it should be.</param>
    /// <param name="site">As above.</param>
    /// <returns>The expression, or null after an error.</returns>
    public static Expression? Resolve(
        SourceText text, ExpressionSyntax syntax, IEnumerable<Symbol> symbols, DiagnosticBag bag,
        ExpectedValue expected, string site)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(bag);
        ArgumentNullException.ThrowIfNull(expected);
        var scope = new Scope(symbols);
        var typer = new ExpressionTyper(text, syntax, scope, new TypingRules(
            site, AllowsDraws: expected.AllowsDraws, AllowsDistributions: expected.AllowsDistributions,
            CountsConditions: true));
        var value = typer.Type(syntax, expected.Dimension) is { } typed ? Check(typer, typed, syntax, expected) : null;
        typer.Findings.HandOver(bag, scope.Symbols);
        return value;
    }

    private static Expression? Check(
        ExpressionTyper typer, Typed typed, ExpressionSyntax syntax, ExpectedValue expected)
    {
        if (typed.IsLiteral)
            typer.Findings.Doubt(typed.LooseUnits);
        if (typed.IsBoolean && expected.AllowsConditions)
            return typed.Value;
        if (!expected.AllowsNumbers)
            return typer.RequireCondition(typed, syntax) ? typed.Value : null;
        if (typer.AsNumber(typed, syntax) is not { } number)
            return null;
        typed = number;
        if (expected.Dimension is not { } dimension)
            return typed.Value;
        if (typed.IsBareNumber && typed.Value.IsConstant(0))
            return expected.IsInteger ? Expression.Integer(0) : Expression.Constant(0, dimension);
        if (expected.AllowsConditions && typed.Dimension != dimension && !typed.IsBareNumber)
            return typer.RequireTimeOrCondition(typed, syntax);
        if (!typer.RequireDimension(typed, syntax, dimension))
            return null;
        return expected.IsInteger ? typer.ToInteger(typed, syntax) : typed.Value;
    }
}
