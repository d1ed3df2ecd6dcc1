using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Isonomia.Modeling.Description;
using Isonomia.Modeling.Diagnostics;
using Isonomia.Modeling.Equations;
using Isonomia.Modeling.Expressions;
using Isonomia.Modeling.Models;
using Isonomia.Modeling.Syntax;

namespace Isonomia.Modeling.Composition;

/// <summary>
/// Gives an input or a parameter of a cell a value that changes in time. The input becomes an equation of the cell, so
/// that it is checked, differentiated and compiled as all others are.
/// </summary>
public static partial class InputComposition
{
    /// <summary>The input that is meant where none is named.</summary>
    public const string DefaultTarget = "I_ext";

    /// <summary>What the named shapes of input look like: "step(amplitude, from[, to])".</summary>
    public static IEnumerable<string> Shapes => InputShapes.Signatures.Values;

    /// <summary>The cell with an input.</summary>
    /// <param name="cell">The cell; earlier inputs to the same target are added to.</param>
    /// <param name="text">
    /// An expression of t, perhaps with named shapes, of the input's dimension; "NAME = ..." for another target than
    /// <see cref="DefaultTarget"/>.
    /// </param>
    /// <param name="number">The input's number: inputs of a cell that draw random numbers differ in it.</param>
    /// <param name="bag">Takes what is wrong with it.</param>
    /// <returns>The cell, or null after an error.</returns>
    public static CellModel? Apply(CellModel cell, string text, int number, DiagnosticBag bag)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(bag);
        var named = NamedTarget().Match(text);
        var (name, skipped) = named.Success ? (named.Groups["name"].Value, named.Length) : (DefaultTarget, 0);
        var source = new SourceText(text[skipped..], "input", [(1, skipped + 1)]);
        return Target(cell, name, source, default, bag) is { } target
            ? Apply(cell, target, source, number, bag, (syntax, expected, site, symbols) =>
                ExpressionResolver.Resolve(source, syntax, symbols, bag, expected, site), null)
            : null;
    }

    /// <summary>The same where the input stands in a file, and may read more than the cell's names.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="source">The expression.</param>
    /// <param name="name">The target as written; null for the usual one.</param>
    /// <param name="number">The input's number.</param>
    /// <param name="bag">Takes what is wrong with it.</param>
    /// <param name="read">Resolves an expression, given what it should be, its site, and the cell's names.</param>
    /// <param name="factor">What the input is multiplied by; null for nothing.</param>
    internal static CellModel? Apply(
        CellModel cell, SourceText source, ModelText? name, int number, DiagnosticBag bag,
        Func<ExpressionSyntax, ExpectedValue, string, IEnumerable<Symbol>, Expression?> read, Expression? factor) =>
        Target(cell, name?.Text ?? DefaultTarget, name?.Source ?? source, name?.Span ?? default, bag) is { } target
            ? Apply(cell, target, source, number, bag, read, factor)
            : null;

    private static CellModel? Apply(
        CellModel cell, Symbol target, SourceText source, int number, DiagnosticBag bag,
        Func<ExpressionSyntax, ExpectedValue, string, IEnumerable<Symbol>, Expression?> read, Expression? factor)
    {
        if (ExpressionParser.Parse(source, bag) is not { } syntax)
            return null;
        var shapes = new InputShapes(source, $"input{number}_noise", bag);
        var expanded = shapes.Expand(syntax);
        var states = shapes.Noises.ConvertAll(n => new Symbol(n.State, SymbolKind.State, target.Dimension));
        var symbols = cell.Equations.Symbols.Values.Concat(states).ToArray();
        var value = read(expanded, ExpectedValue.ConstantFor(target), $"input {number}", symbols);
        var added = new List<Equation>();
        var initial = cell.Initial;
        for (var i = 0; i < states.Count; i++)
        {
            var (state, deviationSyntax, tauSyntax) = shapes.Noises[i];
            var deviation = read(deviationSyntax, ExpectedValue.ConstantFor(target), state + " sd", symbols);
            var tau = read(tauSyntax, ExpectedValue.Constant(Units.Dimension.Time), state + " tau", symbols);
            if (deviation is null || tau is null)
                continue;
            added.Add(Process(states[i], deviation, tau));
            initial = initial.SetItem(state, deviation * Expression.Normal("initial " + state));
        }

        if (bag.HasErrors || value is null)
            return null;

        if (factor is not null)
        {
            // In a circuit the value may be nothing with the parameters that it has.
            value = Simplifier.Simplify(value * factor);
            if (value.IsConstant(0) && target.Kind != SymbolKind.Parameter)
                return cell;
        }

        var before = cell.Equations.Find(target.Name) is { Kind: EquationKind.Subexpression, Right: { } others }
            ? others
            : null;
        added.Add(new Equation(target with { Kind = SymbolKind.Subexpression }, EquationKind.Subexpression,
            before is null ? value : before + value,
            ImmutableSortedDictionary<string, Expression>.Empty, EquationFlags.None));
        return cell with
        {
            Equations = EquationMerge.With(cell.Equations, added),
            Parameters = cell.Parameters.RemoveAll(p => p.Name == target.Name),
            Initial = initial.Remove(target.Name),
        };
    }

    // Ornstein-Uhlenbeck about zero with standard deviation sd: dx/dt = -x/tau + sd sqrt(2/tau) xi.
    private static Equation Process(Symbol state, Expression deviation, Expression tau) => new(
        state, EquationKind.Differential, -(state.Read / tau),
        ImmutableSortedDictionary<string, Expression>.Empty.Add(
            state.Name, deviation * Expression.Apply(Operator.Sqrt, Expression.Constant(2) / tau)),
        EquationFlags.None);

    private static Symbol? Target(
        CellModel cell, string name, SourceText source, TextSpan span, DiagnosticBag bag)
    {
        var known = cell.Equations.Symbols.Values.Where(IsTarget).ToArray();
        if (known.FirstOrDefault(s => s.Name == name) is { } symbol)
            return symbol;
        var hint = NearestName.Hint(name, known.Select(s => s.Name))
            ?? (known.Length == 0 ? "it has no inputs and no parameters"
                : $"write NAME=... for one of {string.Join(", ", known.Select(s => s.Name))}");
        bag.Error(source, span, $"{cell.Name} has no input or parameter '{name}'", hint);
        return null;

        bool IsTarget(Symbol s) => s.Kind is SymbolKind.Input or SymbolKind.Parameter
            || (s is { Kind: SymbolKind.Subexpression, Name: DefaultTarget });
    }

    [GeneratedRegex(@"^\s*(?<name>[\p{L}_][\p{L}\p{N}_]*)\s*=(?!=)\s*", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex NamedTarget();
}
