using System.Collections.Immutable;
using Isonomia.Modeling.Diagnostics;
using Isonomia.Modeling.Equations.Advising;
using Isonomia.Modeling.Expressions;
using Isonomia.Modeling.Syntax;
using Isonomia.Modeling.Units;

namespace Isonomia.Modeling.Equations.Typing;

/// <summary>
/// Gives the names of one expression their meaning and checks its dimensions. It works from the leaves upwards; what a
/// place is expected to be is told downwards as far as it is known, so that of two terms that do not fit together the
/// wrong one is named. A part with an error has no meaning (null), and nothing more is said about what contains it.
/// </summary>
internal sealed partial class ExpressionTyper
{
    private readonly SourceText source;
    private readonly Scope scope;
    private readonly TypingRules rules;
    private readonly TypingFindings findings;
    private readonly ImmutableArray<int> draws;
    private readonly Dictionary<ExpressionSyntax, Typed?> understood = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<string> unknown = new(StringComparer.Ordinal);

    public ExpressionTyper(SourceText source, ExpressionSyntax root, Scope scope, TypingRules rules)
    {
        this.source = source;
        this.scope = scope;
        this.rules = rules;
        findings = new TypingFindings(source);
        draws = [.. SyntaxNodes.Of(root).OfType<ExpressionSyntax.Call>().Where(c => Functions.IsDraw(c.Function))
            .Select(c => c.Span.Start).Distinct().Order()];
    }

    public TypingFindings Findings => findings;

    /// <summary>The meaning of an expression, or null after an error.</summary>
    /// <param name="syntax">The expression.</param>
    /// <param name="expected">The dimension it should have, where that is known; it is not checked here.</param>
    public Typed? Type(ExpressionSyntax syntax, Dimension? expected)
    {
        // Chains of comparisons share their middle parts, see SyntaxNodes.
        if (!understood.TryGetValue(syntax, out var typed))
            understood[syntax] = typed = TypeNew(syntax, expected);
        return typed;
    }

    private Typed? TypeNew(ExpressionSyntax syntax, Dimension? expected) => syntax switch
    {
        ExpressionSyntax.Number number => TypeNumber(number),
        ExpressionSyntax.Name name => TypeName(name),
        ExpressionSyntax.Unary { Operator: "not" } unary => TypeNot(unary),
        ExpressionSyntax.Unary unary => TypeSign(unary, expected),
        ExpressionSyntax.Call call => TypeCall(call, expected),
        ExpressionSyntax.Binary binary => binary.Operator switch
        {
            "+" or "-" => TypeSum(binary, expected),
            "*" or "/" => TypeProduct(binary, expected),
            "**" => TypePower(binary, expected),
            "//" or "%" => TypeRemainder(binary, expected),
            "and" or "or" => TypeJunction(binary),
            _ => TypeComparison(binary),
        },
        ExpressionSyntax.Missing => null,
        _ => throw new ArgumentException($"Unknown syntax {syntax.GetType().Name}.", nameof(syntax)),
    };

    private static Typed TypeNumber(ExpressionSyntax.Number number) =>
        new(number.IsInteger && Math.Abs(number.Value) <= 1L << 53
            ? Expression.Integer((long)number.Value)
            : Expression.Constant(number.Value))
        { IsLiteral = true };

    private Typed? TypeName(ExpressionSyntax.Name syntax)
    {
        var name = syntax.Identifier;
        if (scope.TryFind(name, out var symbol))
            return TypeSymbol(symbol, syntax);
        if (name is "True" or "False")
            return new Typed(Expression.Boolean(name == "True"));
        if (name == "xi" || name.StartsWith("xi_", StringComparison.Ordinal))
            return TypeNoise(syntax);
        if (PhysicalConstants.Find(name) is { } constant)
        {
            return new Typed(Expression.Constant(constant.Value, constant.Dimension))
            {
                IsLiteral = constant.Dimension.IsNone,
            };
        }

        if (UnitTable.Find(name) is { } unit)
        {
            return new Typed(Expression.Constant(unit.Scale, unit.Dimension))
            {
                IsLiteral = true,
                LooseUnits = UnitTable.IsReserved(name) ? [] : [syntax],
            };
        }

        if (Functions.Arity(name) is { } arity)
        {
            findings.Error(syntax.Span, $"'{name}' is a function and stands here without arguments",
                $"write {name}({string.Join(", ", Enumerable.Repeat("...", arity))})");
        }
        else
        {
            if (unknown.Add(name))
                findings.Error(syntax.Span, $"unknown name '{name}'", Names.Hint(name, scope));
        }

        return null;
    }

    // What a subexpression adds as noise is added where the subexpression is used.
    private Typed? TypeSymbol(Symbol symbol, ExpressionSyntax.Name syntax)
    {
        if (symbol.Kind == SymbolKind.Undetermined)
            return null;
        if (!symbol.HasNoise || rules.AllowsNoise)
            return new Typed(Read(symbol)) { Noise = scope.NoiseOf(symbol.Name) };
        findings.Error(syntax.Span,
            $"'{symbol.Name}' contains white noise, which has a meaning only in differential equations");
        return null;
    }

    // Brian 2's t_in_timesteps is the number of the step.
    private static Expression Read(Symbol symbol) => symbol is { Kind: SymbolKind.BuiltIn, Name: "t_in_timesteps" }
        ? Expression.Apply(Operator.Timestep, Expression.Variable("t", Dimension.Time),
            Expression.Variable("dt", Dimension.Time))
        : symbol.Read;

    private Typed? TypeNoise(ExpressionSyntax.Name syntax)
    {
        var name = syntax.Identifier;
        if (rules.AllowsNoise)
            return Typed.WhiteNoise(name == "xi" ? "" : name[3..]);
        findings.Error(syntax.Span, $"white noise '{name}' can only stand in a differential equation",
            rules.AllowsDraws ? "a random number that is drawn once is randn()" : null);
        return null;
    }

    private Typed? TypeSign(ExpressionSyntax.Unary syntax, Dimension? expected)
    {
        if (Type(syntax.Operand, expected) is not { } operand || !RequireNumber(operand, syntax.Operand))
            return null;
        operand = Counted(operand);
        if (syntax.Operator == "+")
            return operand;
        if (operand is { Value.Operator: Operator.Constant, IsLiteral: true })
            return operand with { Value = Constant(operand.Value, -operand.Value.Value) };
        return operand.Scaled(x => -x) with { LooseUnits = operand.LooseUnits };
    }

    private static Expression Constant(Expression like, double value) => like.Kind == ValueKind.Integer
        ? Expression.Integer((long)value)
        : Expression.Constant(value, like.Dimension);

    public bool RequireNumber(Typed value, ExpressionSyntax syntax)
    {
        if (!value.IsBoolean || rules.CountsConditions)
            return true;
        findings.Error(syntax.Span, "found a condition where a number was expected",
            $"int(...) makes it 0 or 1: int{Advice.InParentheses(Text(syntax))}");
        return false;
    }

    // A condition in arithmetic, where it is allowed, is 0 or 1.
    private static Typed Counted(Typed value) =>
        value.IsBoolean ? new Typed(Expression.Apply(Operator.ToInteger, value.Value)) : value;

    public bool RequireCondition(Typed value, ExpressionSyntax syntax)
    {
        if (value.IsBoolean)
            return true;
        var threshold = value.Dimension.IsNone ? "0" : Advice.WithUnit("0", 0, value.Dimension);
        var hint = value.IsBareNumber
            ? $"write {!value.Value.IsConstant(0)}"
            : value.IsLiteral && scope.StateOf(value.Dimension) is { } state
            ? $"compare a variable with it, as in {state} > {Text(syntax)}"
            : $"compare it, as in {Text(syntax)} > {threshold}";
        var found = value.Dimension.IsNone ? "a number" : Advice.Found(value);
        findings.Error(syntax.Span, $"found {found} where a condition was expected", hint);
        return false;
    }

    /// <summary>Says so, and returns false, where a value has not the dimension it must have.</summary>
    public bool RequireDimension(Typed value, ExpressionSyntax syntax, Dimension expected, string? why = null)
    {
        if (value.Dimension == expected)
            return true;
        var wanted = expected.IsNone ? "a number without unit" : DimensionNames.Describe(expected);
        var reason = why is null ? "" : $": {why}";
        if (value.IsBareNumber)
        {
            double? number = value.Value.Operator == Operator.Constant ? value.Value.Value : null;
            findings.NumberError(syntax.Span, $"found a number without unit where {wanted} was expected{reason}",
                $"write {Advice.WithUnit(Text(syntax), number, expected)}");
        }
        else
        {
            var hint = WithoutUnit(value, syntax, expected) ?? (value.IsNoisy
                ? "xi is in second^-0.5: with a time constant a noise is sigma*sqrt(2/tau)*xi"
                : Advice.Mend(value.Dimension, expected));
            var message = $"found {Advice.Found(value)} where {wanted} was expected{reason}";
            if (value.IsLiteral)
                findings.NumberError(syntax.Span, message, hint);
            else
                findings.UnitError(syntax.Span, message, hint);
        }

        return false;
    }

    // A parameter that is a bare number, where all around it have a unit, was mostly given without its own.
    private string? WithoutUnit(Typed value, ExpressionSyntax syntax, Dimension expected) =>
        value.Dimension.IsNone && syntax is ExpressionSyntax.Name name && Advice.IsUsual(expected)
            && scope.TryFind(name.Identifier, out var symbol) && symbol.Kind == SymbolKind.Parameter
            ? $"give '{name.Identifier}' its unit, as in '{name.Identifier}: 1 {Advice.UsualUnit(expected)}'"
            : null;

    // Units without a number that meet a variable may be names that were forgotten.
    private void Meet(Typed a, Typed b)
    {
        if (!(a.IsLiteral && b.IsLiteral))
        {
            findings.Doubt(a.LooseUnits);
            findings.Doubt(b.LooseUnits);
        }
    }

    private string Text(ExpressionSyntax syntax)
    {
        var text = source.Slice(syntax.Span).ReplaceLineEndings(" ").Trim();
        return text.Length <= 40 ? text : text[..37] + "...";
    }
}
