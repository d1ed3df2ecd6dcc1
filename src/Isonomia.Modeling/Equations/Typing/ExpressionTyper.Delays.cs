using Isonomia.Modeling.Expressions;
using Isonomia.Modeling.Expressions.Printing;
using Isonomia.Modeling.Syntax;
using Isonomia.Modeling.Units;

namespace Isonomia.Modeling.Equations.Typing;

/// <content>Delayed values, delay(x, tau): read as inputs, so that all that works with inputs works with them.</content>
internal sealed partial class ExpressionTyper
{
    private Typed? TypeDelay(
        ExpressionSyntax.Call syntax, Dimension? expected, IDictionary<string, DelayedValue> delays)
    {
        if (syntax.Arguments.Count != 2)
        {
            findings.Error(syntax.Span, $"'delay' takes 2 arguments, found {syntax.Arguments.Count}",
                "write delay(x, tau): x as it was tau ago");
            return null;
        }

        var (value, time) = (Type(syntax.Arguments[0], expected), Type(syntax.Arguments[1], Dimension.Time));
        if (value is null || time is null || !RequireNumber(value, syntax.Arguments[0])
            || !RequireNoNoise(value, syntax.Arguments[0]) || !RequireNumber(time, syntax.Arguments[1])
            || !RequireDimension(time, syntax.Arguments[1], Dimension.Time, "'delay' takes a value and a time"))
        {
            return null;
        }

        var name = $"delay({TextPrinter.Print(value.Value)}, {TextPrinter.Print(time.Value)})";
        var symbol = new Symbol(name, SymbolKind.Input, value.Dimension);
        delays[name] = new DelayedValue(symbol, value.Value, time.Value);
        return new Typed(symbol.Read);
    }
}
