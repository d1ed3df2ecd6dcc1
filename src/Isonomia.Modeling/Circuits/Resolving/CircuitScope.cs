using System.Collections.Immutable;
using Isonomia.Modeling.Description;
using Isonomia.Modeling.Diagnostics;
using Isonomia.Modeling.Equations;
using Isonomia.Modeling.Expressions;
using Isonomia.Modeling.Syntax;
using Isonomia.Modeling.Units;

namespace Isonomia.Modeling.Circuits.Resolving;

/// <summary>
/// What expressions may read at a place of a circuit, by value: its parameters, sizes, values of populations and
/// projections. Immutable; all that is wrong goes to one bag.
/// </summary>
internal sealed class CircuitScope
{
    private readonly ImmutableDictionary<string, Symbol> symbols;
    private readonly ImmutableDictionary<string, Expression> values;

    public CircuitScope(
        IReadOnlyDictionary<string, Symbol> symbols, IReadOnlyDictionary<string, double> values, DiagnosticBag bag)
        : this(
            symbols.ToImmutableDictionary(StringComparer.Ordinal),
            values.ToImmutableDictionary(v => v.Key, v => Constant(v.Value, symbols[v.Key]), StringComparer.Ordinal),
            bag)
    {
    }

    private CircuitScope(
        ImmutableDictionary<string, Symbol> symbols, ImmutableDictionary<string, Expression> values,
        DiagnosticBag bag) => (this.symbols, this.values, Bag) = (symbols, values, bag);

    /// <summary>Takes what is wrong.</summary>
    public DiagnosticBag Bag { get; }

    /// <summary>The names and what they stand for.</summary>
    public IEnumerable<Symbol> Symbols => symbols.Values;

    /// <summary>
    /// The scope with another name; null for one whose value is wrong, of which nothing more is said.
    /// </summary>
    public CircuitScope With(string name, Quantity? value)
    {
        var symbol = value is { } known
            ? new Symbol(name, SymbolKind.Parameter, known.Dimension)
            : new Symbol(name, SymbolKind.Undetermined, Dimension.None);
        return new CircuitScope(
            symbols.SetItem(name, symbol),
            value is { } v ? values.SetItem(name, Constant(v.Value, symbol)) : values.Remove(name), Bag);
    }

    /// <summary>
    /// An expression in which the names of this scope have been replaced by their values; null after an error.
    /// </summary>
    /// <param name="text">The expression.</param>
    /// <param name="expected">What it should be.</param>
    /// <param name="site">What its draws are named after.</param>
    /// <param name="others">What else it may name; names of this scope go before.</param>
    public Expression? Expression(
        ModelText text, ExpectedValue expected, string site, IEnumerable<Symbol>? others = null) =>
        CircuitSyntax.Parse(text.Source, Bag) is { } syntax
            ? Expression(text.Source, syntax, expected, site, others)
            : null;

    /// <summary>The same of an expression that has been parsed.</summary>
    public Expression? Expression(
        SourceText text, ExpressionSyntax syntax, ExpectedValue expected, string site,
        IEnumerable<Symbol>? others = null)
    {
        var found = new DiagnosticBag();
        var known = (others ?? []).Where(o => !symbols.ContainsKey(o.Name)).Concat(symbols.Values);
        var value = ExpressionResolver.Resolve(text, syntax, known, found, expected, site);
        foreach (var diagnostic in found.Found)
            Bag.Add(diagnostic);
        return value is null ? null : Substitution.Replace(value, values);
    }

    /// <summary>A quantity in SI base units; null after an error.</summary>
    public double? Value(ModelText text, Dimension dimension) =>
        CircuitSyntax.Parse(text.Source, Bag) is { } syntax ? Value(text.Source, syntax, dimension) : null;

    /// <summary>The same of an expression that has been parsed.</summary>
    public double? Value(SourceText text, ExpressionSyntax syntax, Dimension dimension) =>
        Number(Expression(text, syntax, ExpectedValue.Constant(dimension), "value"), text, syntax.Span);

    /// <summary>A quantity of any dimension; null after an error.</summary>
    public Quantity? Quantity(ModelText text)
    {
        var value = Expression(text, ExpectedValue.AnyConstant, "value");
        return Number(value, text.Source, text.Span) is { } number ? new Quantity(number, value!.Dimension) : null;
    }

    /// <summary>A whole number from 0 on; null after an error.</summary>
    public long? Count(ModelText text, string what, long least)
    {
        if (Value(text, Dimension.None) is not { } value)
            return null;
        if (value == Math.Floor(value) && value >= least && value <= int.MaxValue)
            return (long)value;
        Bag.Error(text.Source, text.Span, value > int.MaxValue
            ? $"found {value:N0} where {what} was expected; at most {int.MaxValue:N0} are possible"
            : $"found {value} where {what}, a whole number from {least} on, was expected",
            value > least && value < int.MaxValue ? "write round(...) where a size or degree is computed" : null);
        return null;
    }

    private double? Number(Expression? value, SourceText text, TextSpan span)
    {
        if (value is null)
            return null;

        // A name whose own value is wrong has been told of where it is defined.
        if (!FreeVariables.Of(value).IsEmpty)
            return null;
        var number = Evaluator.Evaluate(value, _ => double.NaN);
        if (double.IsFinite(number))
            return number;
        Bag.Error(text, span, $"this is {(double.IsNaN(number) ? "not a number" : "infinite")} with the values of the "
            + "circuit's parameters");
        return null;
    }

    private static Expression Constant(double value, Symbol symbol) => symbol.ValueKind == ValueKind.Boolean
        ? Expressions.Expression.Boolean(value != 0)
        : Expressions.Expression.Constant(value, symbol.Dimension);
}
