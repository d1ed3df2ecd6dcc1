using System.Collections.Immutable;
using Isonomia.Modeling.Diagnostics;
using Isonomia.Modeling.Equations.Advising;
using Isonomia.Modeling.Expressions;
using Isonomia.Modeling.Syntax;
using Isonomia.Modeling.Units;

namespace Isonomia.Modeling.Equations.Typing;

/// <content>Products, quotients and powers, which make new dimensions of old.</content>
internal sealed partial class ExpressionTyper
{
    private Typed? TypeProduct(ExpressionSyntax.Binary syntax, Dimension? expected)
    {
        var (isProduct, left, right) = (syntax.Operator == "*", default(Typed), default(Typed));

        // A factor that is a sum is read last: what the other has tells what the sum should have.
        if (HoldsSum(syntax.Left) && !HoldsSum(syntax.Right))
        {
            right = Type(syntax.Right, null);
            left = Type(syntax.Left, right is null ? null : isProduct ? expected / right.Dimension
                : expected * right.Dimension);
        }
        else
        {
            left = Type(syntax.Left, null);
            right = Type(syntax.Right, left is null || expected is null ? null
                : isProduct ? expected / left.Dimension : left.Dimension / expected);
        }

        if (left is null || right is null)
            return null;
        if (!(RequireNumber(left, syntax.Left) & RequireNumber(right, syntax.Right)))
            return null;
        (left, right) = (Counted(left), Counted(right));
        Meet(left, right);
        if (left.IsLiteral && right.IsLiteral)
            return Literal(syntax, left, right);
        if (isProduct && left.IsNoisy && right.IsNoisy)
        {
            findings.Error(syntax.Span, "a product of white noises has no meaning",
                "noise is added: each term has one xi as a factor");
            return null;
        }

        if (!isProduct && right.IsNoisy)
            return RequireNoNoise(right, syntax.Right) ? right : null;
        var result = !isProduct ? left.Scaled(x => x / right.Value)
            : right.IsNoisy ? right.Scaled(x => left.Value * x) : left.Scaled(x => x * right.Value);
        return result with { IsLiteral = false };
    }

    private static bool HoldsSum(ExpressionSyntax syntax) => syntax switch
    {
        ExpressionSyntax.Unary unary => HoldsSum(unary.Operand),
        ExpressionSyntax.Binary { Operator: "+" or "-" } => true,
        ExpressionSyntax.Binary { Operator: "*" or "/" } product => HoldsSum(product.Left) || HoldsSum(product.Right),
        _ => false,
    };

    // 20*ms is one number: it is made here, where a unit is still known to be a power of ten.
    private static Typed Literal(ExpressionSyntax.Binary syntax, Typed left, Typed right)
    {
        var isProduct = syntax.Operator == "*";
        var value = isProduct ? left.Value * right.Value : left.Value / right.Value;
        if (left.Value.Operator == Operator.Constant
            && syntax.Right is ExpressionSyntax.Name { Identifier: var name } && UnitTable.Find(name) is { } unit
            && unit.Dimension == right.Dimension && right.Value.IsConstant(unit.Scale))
        {
            value = Expression.Constant(isProduct ? unit.ToBase(left.Value.Value)
                : unit.FromBase(left.Value.Value), value.Dimension);
        }

        return new Typed(value)
        {
            IsLiteral = true,
            LooseUnits = left.LooseUnits.IsEmpty || right.LooseUnits.IsEmpty ? []
                : left.LooseUnits.AddRange(right.LooseUnits),
        };
    }

    private Typed? TypePower(ExpressionSyntax.Binary syntax, Dimension? expected)
    {
        var exponent = Type(syntax.Right, Dimension.None);
        var isPlain = exponent is null || (RequireNumber(exponent, syntax.Right)
            && RequireDimension(exponent, syntax.Right, Dimension.None, "an exponent has no unit")
            && RequireNoNoise(exponent, syntax.Right));
        double? power = exponent is not null && ConstantValue.Of(exponent.Value) is { } number && number != 0
            ? number : null;
        Dimension? expectedBase = expected is { } wanted && power is { } p && wanted.TryPower(1 / p, out var root)
            ? root : null;
        var left = Type(syntax.Left, expectedBase);
        if (exponent is null || left is null || !isPlain || !RequireNumber(left, syntax.Left)
            || !RequireNoNoise(left, syntax.Left))
        {
            return null;
        }

        (left, exponent) = (Counted(left), Counted(exponent));
        findings.Doubt(exponent.LooseUnits);
        if (left.Dimension.IsNone)
            return new Typed(Expression.Apply(Operator.Power, left.Value, Folded(exponent.Value)))
            {
                IsLiteral = left.IsLiteral && exponent.IsLiteral,
                LooseUnits = left.LooseUnits,
            };
        return RaiseDimension(syntax, left, exponent);
    }

    private Typed? RaiseDimension(ExpressionSyntax.Binary syntax, Typed left, Typed exponent)
    {
        if (ConstantValue.Of(exponent.Value) is not { } power)
        {
            findings.UnitError(syntax.Right.Span,
                $"a quantity in {DimensionNames.Describe(left.Dimension)} can only be raised to a fixed number",
                WithoutUnit(syntax, left));
            return null;
        }

        if (!left.Dimension.TryPower(power, out _))
        {
            findings.UnitError(syntax.Span,
                $"{DimensionNames.Describe(left.Dimension)} to the power of {power:0.####} has no exact unit",
                WithoutUnit(syntax, left));
            return null;
        }

        var value = Expression.Apply(Operator.Power, left.Value, Folded(exponent.Value));
        return new Typed(value)
        {
            IsLiteral = left.IsLiteral && exponent.IsLiteral,
            LooseUnits = left.IsLiteral ? left.LooseUnits : [],
        };
    }

    private string WithoutUnit(ExpressionSyntax.Binary power, Typed left)
    {
        var unit = Advice.UsualUnit(left.Dimension);
        var divisor = unit.AsSpan().ContainsAny("*/") ? $"({unit})" : unit;
        return $"divide it by its unit first: ({Text(power.Left)}/{divisor})**{Text(power.Right)}";
    }

    private static Expression Folded(Expression exponent) =>
        exponent.Operator != Operator.Constant && ConstantValue.Of(exponent) is { } number
            ? Expression.Constant(number)
            : exponent;

    private bool RequireNoNoise(Typed value, ExpressionSyntax syntax) => RequireNoNoise(value, value, syntax);

    private bool RequireNoNoise(Typed a, Typed b, ExpressionSyntax syntax)
    {
        if (!a.IsNoisy && !b.IsNoisy)
            return true;
        NonlinearNoise(syntax.Span);
        return false;
    }

    private void NonlinearNoise(TextSpan span) => findings.Error(
        span, "white noise xi can only be added, times a factor", "write the equation as drift + factor*xi");
}
