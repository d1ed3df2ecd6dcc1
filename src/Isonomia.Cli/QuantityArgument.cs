using Isonomia.Modeling.Diagnostics;
using Isonomia.Modeling.Equations;
using Isonomia.Modeling.Expressions;
using Isonomia.Modeling.Units;

namespace Isonomia.Cli;

/// <summary>Quantities on the command line, in the grammar of model files: <c>1s</c>, <c>0.1 ms</c>, <c>20*pA</c>.</summary>
internal static class QuantityArgument
{
    // More values than this in a range are a mistake in its step.
    private const int MostValues = 10_000;

    /// <summary>A quantity of a dimension, in SI base units.</summary>
    /// <exception cref="ModelException">It is none.</exception>
    public static double Read(string option, string text, Dimension dimension)
    {
        var bag = new DiagnosticBag();
        var value = ExpressionResolver.Resolve(
            new SourceText(text, option), [], bag, ExpectedValue.Constant(dimension), option);
        bag.ThrowIfErrors();
        return Evaluator.Evaluate(value!, _ => double.NaN);
    }

    /// <summary>A positive time, in seconds.</summary>
    /// <exception cref="ModelException">It is none.</exception>
    public static double Time(string option, string text)
    {
        var time = Read(option, text, Dimension.Time);
        return time > 0 && double.IsFinite(time)
            ? time
            : throw Error(option, text, "found a time that is not positive and finite", null);
    }

    /// <summary>The values of a range <c>first:last:step</c>, both ends included, in SI base units.</summary>
    /// <exception cref="ModelException">It is none.</exception>
    public static double[] Range(string option, string text, Dimension dimension)
    {
        var parts = text.Split(':');
        if (parts.Length != 3)
            throw Error(option, text, $"found {parts.Length} part{(parts.Length == 1 ? "" : "s")} where first:last:step was expected", "as in 0pA:500pA:20pA");
        var (first, last, step) = (Read(option, parts[0], dimension), Read(option, parts[1], dimension), Read(option, parts[2], dimension));
        var count = ((last - first) / step) + 1e-9;
        if (!(count >= 0) || count >= MostValues)
        {
            throw Error(option, text, step == 0 || !double.IsFinite(count) || count < 0
                ? "found a step that does not lead from the first value to the last"
                : $"found a range of {count + 1:0} values, more than {MostValues}", null);
        }

        return [.. Enumerable.Range(0, (int)count + 1).Select(i => first + (i * step))];
    }

    private static ModelException Error(string option, string text, string message, string? hint) => new(
        [new Diagnostic(Severity.Error, message, new SourceText(text, option), new TextSpan(0, text.Length), hint)]);
}
