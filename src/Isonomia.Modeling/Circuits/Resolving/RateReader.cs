using Isonomia.Modeling.Description;
using Isonomia.Modeling.Equations;
using Isonomia.Modeling.Expressions;
using Isonomia.Modeling.Units;

namespace Isonomia.Modeling.Circuits.Resolving;

/// <summary>
/// Rates of Poisson processes: a number, an expression of t, or a table of times (in seconds) and rates (in hertz),
/// each
/// of which holds until the next time.
/// </summary>
internal static class RateReader
{
    private const int MostRows = 10_000;

    /// <summary>The rate in hertz; null after an error.</summary>
    /// <param name="value">What is written.</param>
    /// <param name="scope">What it may read besides.</param>
    /// <param name="files">Reads the tables.</param>
    /// <param name="others">The built-in names that it may read.</param>
    public static Expression? Read(WrittenValue value, CircuitScope scope, NumberFiles files, params Symbol[] others)
    {
        if (value is WrittenValue.Map { Entries: [{ Key.Text: "file" } file] })
            return Section.Text(file.Value, "the name of a file", scope.Bag) is { } name ? Table(name, scope, files)
                : null;
        if (value is WrittenValue.Map or WrittenValue.List)
        {
            scope.Bag.Error(value.Source, value.Span, $"found {value.Form} where a rate was expected",
                "a number, an expression of t, or {file: NAME}");
            return null;
        }

        var text = ((WrittenValue.Text)value).Content;
        var rate = scope.Expression(
            text, ExpectedValue.Constant(Dimension.Frequency), "rate", others.Append(Time));
        if (rate is not null && FreeVariables.Of(rate).IsEmpty && scope.Value(text, Dimension.Frequency)
            is { } constant)
        {
            if (constant < 0)
                scope.Bag.Error(text.Source, text.Span, $"found '{text}' where a rate from zero on was expected");
            return Expression.Constant(constant, Dimension.Frequency);
        }

        return rate;
    }

    /// <summary>The time t.</summary>
    public static Symbol Time { get; } = new("t", SymbolKind.BuiltIn, Dimension.Time);

    private static Expression? Table(ModelText name, CircuitScope scope, NumberFiles files)
    {
        if (files.Read(name) is not { } rows)
            return null;
        string? wrong = null;
        if (rows[0].Length != 2)
            wrong = $"has {rows[0].Length} columns; a time and a rate on each row were expected";
        else if (rows.Length > MostRows)
            wrong = $"has {rows.Length:N0} rows; at most {MostRows:N0} are possible";
        else if (Enumerable.Range(1, rows.Length - 1).Any(i => rows[i][0] <= rows[i - 1][0]))
            wrong = "has times that do not ascend";
        else if (rows.Any(r => r[1] < 0))
            wrong = "has a rate below zero";
        if (wrong is null)
            return Between(rows, 0, rows.Length);
        scope.Bag.Error(name.Source, name.Span, $"'{name}' {wrong}");
        return null;
    }

    // A tree of comparisons: its depth grows with the logarithm of the number of rows. Before the first time: zero.
    private static Expression Between(double[][] rows, int from, int to)
    {
        if (to - from > 1)
        {
            var middle = (from + to) / 2;
            return Expression.Apply(Operator.Select, Before(rows[middle][0]), Between(rows, from, middle),
                Between(rows, middle, to));
        }

        var rate = Expression.Constant(rows[from][1], Dimension.Frequency);
        return from == 0
            ? Expression.Apply(Operator.Select, Before(rows[0][0]), Expression.Constant(0, Dimension.Frequency), rate)
            : rate;
    }

    private static Expression Before(double time) =>
        Expression.Apply(Operator.Less, Time.Read, Expression.Constant(time, Dimension.Time));
}
