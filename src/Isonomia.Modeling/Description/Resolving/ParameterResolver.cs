using System.Collections.Immutable;
using Isonomia.Modeling.Circuits.Resolving;
using Isonomia.Modeling.Diagnostics;
using Isonomia.Modeling.Equations;
using Isonomia.Modeling.Expressions;
using Isonomia.Modeling.Models;
using Isonomia.Modeling.Syntax;
using Isonomia.Modeling.Units;

namespace Isonomia.Modeling.Description.Resolving;

/// <summary>
/// The values of a model's parameters. They may be written in any order and in terms of each other; a parameter that
/// the equations declare has the dimension declared there, any other that of its value.
/// </summary>
internal sealed class ParameterResolver
{
    private readonly ImmutableArray<ParameterDescription> written;
    private readonly ModelText equations;
    private readonly ImmutableArray<string> unreadable;
    private readonly EquationContext context;
    private readonly bool isCircuit;
    private readonly DiagnosticBag bag;
    private readonly Dictionary<string, Symbol> symbols = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ModelParameter> resolved = new(StringComparer.Ordinal);
    private readonly Dictionary<string, double> values = new(StringComparer.Ordinal);

    private ParameterResolver(ModelDescription model, EquationContext context, DiagnosticBag bag)
    {
        (equations, unreadable, this.context, this.bag) = (model.Equations, model.Unreadable, context, bag);
        isCircuit = model is CircuitDescription;
        written = [.. model.Parameters.Where(IsNamedWell)];
    }

    /// <summary>Resolves the parameters of a model.</summary>
    /// <param name="model">The model.</param>
    /// <param name="context">Whose parameters they are.</param>
    /// <param name="bag">Where to report what is wrong.</param>
    /// <returns>
    /// Their symbols, undetermined where a value is wrong; the parameters without error, in the order written; and
    /// their values in SI base units.
    /// </returns>
    public static (IReadOnlyDictionary<string, Symbol> Symbols, ImmutableArray<ModelParameter> Parameters,
        IReadOnlyDictionary<string, double> Values) Resolve(
            ModelDescription model, EquationContext context, DiagnosticBag bag)
    {
        var resolver = new ParameterResolver(model, context, bag);
        resolver.Declare();
        foreach (var parameter in ReadingOrder.Of(resolver.written, p => p.Name.Text, resolver.Reads,
            resolver.ReportCircle))
            resolver.Resolve(parameter);
        return (resolver.symbols,
            [.. resolver.written.Select(p => resolver.resolved.GetValueOrDefault(p.Name.Text))
                .OfType<ModelParameter>()], resolver.values);
    }

    private bool IsNamedWell(ParameterDescription parameter)
    {
        var name = parameter.Name;
        var text = name.Text;
        if (text.Length == 0 || !(char.IsAsciiLetter(text[0]) || text[0] == '_')
            || !text.All(c => char.IsAsciiLetterOrDigit(c) || c == '_'))
            bag.Error(name.Source, name.Span, $"found '{name}' where the name of a parameter was expected",
                "letters, digits and '_'");
        else if (ReservedNames.Meaning(text, context) is { } meaning)
            bag.Error(name.Source, name.Span, $"a parameter cannot be called '{name}': {meaning}",
                "choose another name");
        else
            return true;
        return false;
    }

    // Parameters that the equations declare are known by their declaration, before any value is.
    private void Declare()
    {
        foreach (var name in unreadable)
            symbols[name] = new Symbol(name, SymbolKind.Undetermined, Dimension.None);
        foreach (var parameter in written)
            symbols[parameter.Name.Text] = new Symbol(parameter.Name.Text, SymbolKind.Undetermined, Dimension.None);
        var declared = EquationsParser.Parse(equations.Source, new DiagnosticBag())
            .Where(e => e.Kind == EquationKind.Parameter && symbols.ContainsKey(e.Name)).Select(e => e.Name).ToArray();
        if (declared.Length == 0)
            return;
        var system = EquationResolver.Resolve(equations.Source, symbols.Values, new DiagnosticBag(), context);
        foreach (var name in declared)
            symbols[name] = system.Symbols.GetValueOrDefault(name, symbols[name]);
    }

    private IEnumerable<string> Reads(ParameterDescription parameter) =>
        ExpressionParser.Parse(parameter.Value.Source, new DiagnosticBag()) is { } value
            ? SyntaxNames.Of(value).Select(n => n.Identifier)
            : [];

    private void ReportCircle(ImmutableArray<ParameterDescription> circle)
    {
        var first = circle[0];
        bag.Error(first.Value.Source, first.Value.Span, circle.Length == 1
            ? $"parameter '{first.Name}' depends on itself"
            : $"parameters depend on each other: {string.Join(" -> ", circle.Select(p => p.Name).Append(first.Name))}",
            "give one of them a value of its own");
    }

    private void Resolve(ParameterDescription parameter)
    {
        var name = parameter.Name.Text;
        var declared = symbols[name].Kind != SymbolKind.Undetermined;
        var value = Value(parameter, declared ? ExpectedValue.ConstantFor(symbols[name]) : ExpectedValue.AnyConstant);
        if (value is null)
        {
            if (!declared)
                symbols[name] = new Symbol(name, SymbolKind.Undetermined, Dimension.None);
            return;
        }

        // A whole number is a number: 5 now may be 5.5 in the next run.
        var symbol = declared
            ? symbols[name]
            : new Symbol(name, SymbolKind.Parameter, value.Dimension,
                value.Kind == ValueKind.Boolean ? ValueKind.Boolean : ValueKind.Real);
        symbols[name] = symbol;
        var number = Evaluator.Evaluate(value, n => values.GetValueOrDefault(n, double.NaN));
        if (!double.IsFinite(number))
        {
            if (FreeVariables.Of(value).All(values.ContainsKey))
                bag.Error(parameter.Value.Source, parameter.Value.Span,
                    $"the value of '{name}' is not a finite number");
            return;
        }

        values[name] = number;
        var (low, high) = (Bound(parameter.Minimum, symbol), Bound(parameter.Maximum, symbol));
        if (low > high)
        {
            bag.Error(parameter.Minimum!.Source, parameter.Minimum.Span,
                $"the range of '{name}' goes from {parameter.Minimum} down to {parameter.Maximum}",
                $"the smallest value first: [{parameter.Maximum}, {parameter.Minimum}]");
        }
        else if (number < low || number > high)
        {
            bag.Error(parameter.Value.Source, parameter.Value.Span, $"the value of '{name}' lies outside of its range",
                $"it must lie from {parameter.Minimum} to {parameter.Maximum}");
        }

        resolved[name] = new ModelParameter(symbol, value, parameter.Meaning, low, high);
    }

    private Expression? Value(ParameterDescription parameter, ExpectedValue expected)
    {
        if (isCircuit && parameter.Unit is null)
            return CircuitSyntax.Parse(parameter.Value.Source, bag) is { } syntax
                ? ExpressionResolver.Resolve(
                    parameter.Value.Source, syntax, symbols.Values, bag, expected, parameter.Name.Text)
                : null;
        if (parameter.Unit is not { } unit)
            return ExpressionResolver.Resolve(parameter.Value.Source, symbols.Values, bag, expected,
                parameter.Name.Text);
        var number = ExpressionResolver.Resolve(parameter.Value.Source, symbols.Values, bag,
            ExpectedValue.Constant(Dimension.None), parameter.Name.Text);
        var one = ExpressionResolver.Resolve(unit.Source, [], bag, ExpectedValue.AnyConstant, parameter.Name.Text);
        if (number is null || one is null)
            return null;
        if (symbols[parameter.Name.Text] is { Kind: not SymbolKind.Undetermined } symbol
            && symbol.Dimension != one.Dimension)
        {
            var (found, declared) = (DimensionNames.Describe(one.Dimension), DimensionNames.Describe(symbol.Dimension));
            bag.Error(unit.Source, unit.Span, $"found {found} where {declared} was expected",
                $"'{parameter.Name}' is declared so in the equations");
            return null;
        }

        return number * one;
    }

    private double? Bound(ModelText? bound, Symbol symbol)
    {
        if (bound is null)
            return null;
        var value = ExpressionResolver.Resolve(bound.Source, [], bag, ExpectedValue.Constant(symbol.Dimension),
            symbol.Name);
        return value is null ? null : Evaluator.Evaluate(value, _ => double.NaN);
    }
}
