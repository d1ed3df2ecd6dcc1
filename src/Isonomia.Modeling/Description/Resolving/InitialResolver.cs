using System.Collections.Immutable;
using Isonomia.Modeling.Diagnostics;
using Isonomia.Modeling.Equations;
using Isonomia.Modeling.Expressions;
using Isonomia.Modeling.Expressions.Analysis;

namespace Isonomia.Modeling.Description.Resolving;

/// <summary>
/// Initial values. They may be written in terms of other states and of subexpressions; here those are put in, so that
/// what is left reads parameters and built-ins only. A draw that several values share stays one draw.
/// </summary>
internal static class InitialResolver
{
    /// <summary>Resolves the initial values of a model.</summary>
    /// <param name="written">What is written, each state once.</param>
    /// <param name="system">The model's equations.</param>
    /// <param name="bag">Takes what is wrong with them.</param>
    /// <param name="read">Reads a value of a symbol, where others than the model's own names may stand in it.</param>
    public static ImmutableSortedDictionary<string, Expression> Resolve(
        ImmutableArray<NamedText> written, EquationSystem system, DiagnosticBag bag,
        Func<NamedText, Symbol, Expression?>? read = null)
    {
        read ??= (named, symbol) => ExpressionResolver.Resolve(named.Value.Source, system.Symbols.Values, bag,
            ExpectedValue.Initial(symbol), "initial " + symbol.Name);
        var values = ImmutableDictionary.CreateBuilder<string, Expression>(StringComparer.Ordinal);
        foreach (var named in written)
        {
            if (Symbol(named.Name, system, bag) is { } symbol && read(named, symbol) is { } value)
                values[symbol.Name] = value;
        }

        var subexpressions = Subexpressions.Of(system);
        var expanded = written.Where(n => values.ContainsKey(n.Name.Text)).DistinctBy(n => n.Name.Text)
            .ToImmutableArray();
        foreach (var (name, _) in expanded)
            values[name.Text] = Substitution.Replace(values[name.Text], subexpressions);
        var order = ReadingOrder.Of(
            expanded, n => n.Name.Text, n => FreeVariables.Of(values[n.Name.Text]), circle => Report(circle, bag));
        var known = system.States.Where(s => !values.ContainsKey(s.Name))
            .ToDictionary(s => s.Name, s => Zero(s.Symbol), StringComparer.Ordinal);
        var result = ImmutableSortedDictionary.CreateBuilder<string, Expression>(StringComparer.Ordinal);
        foreach (var (name, _) in order)
            result[name.Text] = known[name.Text] = Substitution.Replace(values[name.Text], known);
        return result.ToImmutable();
    }

    /// <summary>The state or declared parameter of a name; null where it is none, which is reported.</summary>
    public static Symbol? Symbol(ModelText name, EquationSystem system, DiagnosticBag bag)
    {
        var equation = system.Find(name.Text);
        if (equation is { Kind: not Syntax.EquationKind.Subexpression })
            return equation.Symbol;
        var symbol = system.Symbols.GetValueOrDefault(name.Text);
        if (symbol?.Kind == SymbolKind.State)
            return symbol;
        if (symbol?.Kind == SymbolKind.Undetermined)
            return null;
        var known = system.Equations.Where(e => e.Kind != Syntax.EquationKind.Subexpression).Select(e => e.Name)
            .ToArray();
        var found = equation is not null ? "is computed by the equations"
            : symbol is { Kind: SymbolKind.Parameter } ? "is a parameter, with its value in 'parameters'"
            : symbol is not null ? "is known to the simulation"
            : "is no state of the equations";
        bag.Error(name.Source, name.Span, $"'{name}' {found}, and has no initial value",
            NearestName.Hint(name.Text, known) ?? (known.Length > 0 ? "states: " + string.Join(", ", known) : null));
        return null;
    }

    private static Expression Zero(Symbol symbol) => symbol.ValueKind switch
    {
        ValueKind.Integer => Expression.Integer(0),
        ValueKind.Boolean => Expression.Boolean(false),
        _ => Expression.Constant(0, symbol.Dimension),
    };

    private static void Report(ImmutableArray<NamedText> circle, DiagnosticBag bag)
    {
        var path = string.Join(" -> ", circle.Select(c => c.Name).Append(circle[0].Name));
        bag.Error(circle[0].Value.Source, circle[0].Value.Span, circle.Length == 1
            ? $"the initial value of '{circle[0].Name}' depends on itself"
            : $"initial values depend on each other: {path}", "give one of them a value of its own");
    }
}
