using Isonomia.Modeling.Diagnostics;
using Isonomia.Modeling.Equations;
using Isonomia.Modeling.Expressions;
using Isonomia.Modeling.Units;

namespace Isonomia.Modeling.Description.Resolving;

/// <summary>Reads texts that are fixed quantities.</summary>
internal sealed class QuantityReader(IReadOnlyDictionary<string, double> parameters, DiagnosticBag bag)
{
    /// <summary>A time above zero, in seconds; null where there is none.</summary>
    public double? Duration(ModelText? text)
    {
        if (Value(text, ExpectedValue.Constant(Dimension.Time)) is not { } value)
            return null;
        if (value is > 0 and < double.PositiveInfinity)
            return value;
        bag.Error(text!.Source, text.Span, $"found '{text}' where a time above zero was expected");
        return null;
    }

    /// <summary>A time, in seconds; null where there is none.</summary>
    public double? Time(ModelText? text) => Value(text, ExpectedValue.Constant(Dimension.Time));

    /// <summary>A quantity in SI base units; null where there is none. It may be in terms of parameters.</summary>
    public double? Value(ModelText? text, ExpectedValue expected, IEnumerable<Symbol>? symbols = null)
    {
        if (text is null)
            return null;
        if (ExpressionResolver.Resolve(text.Source, symbols ?? [], bag, expected, "quantity") is not { } value)
            return null;
        var number = Evaluator.Evaluate(value, n => parameters.GetValueOrDefault(n, double.NaN));
        return double.IsNaN(number) ? null : number;
    }
}
