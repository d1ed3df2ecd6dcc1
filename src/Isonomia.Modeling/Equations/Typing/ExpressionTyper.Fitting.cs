using Isonomia.Modeling.Equations.Advising;
using Isonomia.Modeling.Expressions;
using Isonomia.Modeling.Syntax;
using Isonomia.Modeling.Units;

namespace Isonomia.Modeling.Equations.Typing;

/// <content>Whether a whole expression may be the value of a variable.</content>
internal sealed partial class ExpressionTyper
{
    /// <summary>The expression as the value of a variable, or null where it has another kind or dimension.</summary>
    /// <param name="target">The variable.</param>
    /// <param name="typed">The meaning of the expression.</param>
    /// <param name="syntax">The expression.</param>
    public Expression? FitTo(Symbol target, Typed typed, ExpressionSyntax syntax)
    {
        if (typed.IsLiteral)
            findings.Doubt(typed.LooseUnits);
        if (target.ValueKind == ValueKind.Boolean)
            return RequireCondition(typed, syntax) ? typed.Value : null;
        if (AsNumber(typed, syntax) is not { } number || !RequireDimension(number, syntax, target.Dimension,
            $"'{target.Name}' is {(target.Dimension.IsNone ? "" : "in ")}{Described(target.Dimension)}"))
        {
            return null;
        }

        return target.ValueKind == ValueKind.Integer ? ToInteger(number, syntax) : number.Value;
    }

    /// <summary>A value as a number, where conditions count as 0 or 1; null after an error.</summary>
    public Typed? AsNumber(Typed typed, ExpressionSyntax syntax) =>
        RequireNumber(typed, syntax) ? Counted(typed) : null;

    /// <summary>Says that a refractory period is neither a time nor a condition.</summary>
    /// <returns>Nothing: null.</returns>
    public Expression? RequireTimeOrCondition(Typed typed, ExpressionSyntax syntax)
    {
        findings.UnitError(syntax.Span, $"found {Advice.Found(typed)} where a time or a condition was expected",
            $"write a time such as 2*ms, or a comparison such as {Text(syntax)} > ...");
        return null;
    }

    /// <summary>A number as a whole number; one that is not known to be whole is cut, with a warning.</summary>
    public Expression ToInteger(Typed typed, ExpressionSyntax syntax)
    {
        if (typed.Value.Kind == ValueKind.Integer)
            return typed.Value;
        findings.Warning(syntax.Span, "a real number is cut to a whole one here",
            $"write int({Text(syntax)}) if that is meant");
        return Expression.Apply(Operator.ToInteger, typed.Value);
    }

    private static string Described(Dimension dimension) =>
        dimension.IsNone ? "a number without unit" : DimensionNames.Describe(dimension);
}
