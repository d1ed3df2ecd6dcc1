using Isonomia.Modeling.Diagnostics;
using Isonomia.Modeling.Equations.Advising;
using Isonomia.Modeling.Expressions;
using Isonomia.Modeling.Syntax;
using Isonomia.Modeling.Units;

namespace Isonomia.Modeling.Equations.Declaring;

/// <summary>Reads what stands behind the colon of an equation: volt, siemens/metre**2, 1, boolean, integer.</summary>
internal static class DeclaredUnit
{
    /// <summary>Dimension and kind of a declared unit; null after an error, which is reported.</summary>
    public static (Dimension Dimension, ValueKind Kind)? Read(
        ExpressionSyntax unit, SourceText source, DiagnosticBag bag)
    {
        switch (unit)
        {
            case ExpressionSyntax.Name { Identifier: "boolean" }:
                return (Dimension.None, ValueKind.Boolean);
            case ExpressionSyntax.Name { Identifier: "integer" }:
                return (Dimension.None, ValueKind.Integer);
            case ExpressionSyntax.Name { Identifier: "bool" or "int" or "float" or "real" or "double" } name:
                var hint = name.Identifier is "bool" ? "boolean" : name.Identifier is "int" ? "integer" : "1";
                bag.Error(source, unit.Span, $"unknown unit '{name.Identifier}'", $"write '{hint}'");
                return null;
            default:
                return Dimensions(unit, source, bag) is { } dimension ? (dimension, ValueKind.Real) : null;
        }
    }

    private static Dimension? Dimensions(ExpressionSyntax unit, SourceText source, DiagnosticBag bag)
    {
        switch (unit)
        {
            case ExpressionSyntax.Missing:
                return null;
            case ExpressionSyntax.Number { Value: 1 }:
                return Dimension.None;
            case ExpressionSyntax.Name name:
                return Named(name, source, bag);
            case ExpressionSyntax.Binary { Operator: "*" or "/" } product:
                var (left, right) = (Dimensions(product.Left, source, bag), Dimensions(product.Right, source, bag));
                if (left is null || right is null)
                    return null;
                return product.Operator == "*" ? left * right : left / right;
            case ExpressionSyntax.Binary { Operator: "**" } power:
                return Power(power, source, bag);
            default:
                bag.Error(source, unit.Span, "found something other than a unit behind ':'",
                    "a unit is written volt, siemens/metre**2, or 1 for a number without unit");
                return null;
        }
    }

    private static Dimension? Power(ExpressionSyntax.Binary power, SourceText source, DiagnosticBag bag)
    {
        if (Dimensions(power.Left, source, bag) is not { } unit)
            return null;
        if (Number(power.Right) is { } exponent && unit.TryPower(exponent, out var raised))
            return raised;
        bag.Error(source, power.Right.Span, "the exponent of a unit is a number such as 2, -1 or 0.5");
        return null;
    }

    private static double? Number(ExpressionSyntax syntax) => syntax switch
    {
        ExpressionSyntax.Number number => number.Value,
        ExpressionSyntax.Unary { Operator: "-" } unary => -Number(unary.Operand),
        ExpressionSyntax.Unary { Operator: "+" } unary => Number(unary.Operand),
        ExpressionSyntax.Binary { Operator: "/" } fraction => Number(fraction.Left) / Number(fraction.Right),
        _ => null,
    };

    // Brian 2 allows base units only here, so that nobody takes the values for millivolts.
    private static Dimension? Named(ExpressionSyntax.Name name, SourceText source, DiagnosticBag bag)
    {
        if (UnitTable.Find(name.Identifier) is not { } unit)
        {
            bag.Error(source, name.Span, $"unknown unit '{name.Identifier}'",
                Names.NearestUnit(name.Identifier));
            return null;
        }

        if (unit.Scale == 1)
            return unit.Dimension;
        bag.Error(source, name.Span, $"found '{name.Identifier}' where a unit without prefix was expected",
            $"values are kept in SI base units: write '{DimensionNames.Declare(unit.Dimension)}'");
        return null;
    }
}
