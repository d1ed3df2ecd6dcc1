using Isonomia.Modeling.Diagnostics;
using Isonomia.Modeling.Expressions;
using Isonomia.Modeling.Syntax;
using Isonomia.Modeling.Units;

namespace Isonomia.Modeling.Equations.Declaring;

/// <summary>What a text of equations defines, before any right side is read.</summary>
internal sealed class Declarations
{
    private readonly List<EquationSyntax> equations = [];
    private readonly Dictionary<string, Symbol> symbols = new(StringComparer.Ordinal);
    private readonly Dictionary<string, EquationFlags> flags = new(StringComparer.Ordinal);

    private Declarations()
    {
    }

    /// <summary>The equations in the order written; of two that define one name the first.</summary>
    public IReadOnlyList<EquationSyntax> Equations => equations;

    public IReadOnlyDictionary<string, Symbol> Symbols => symbols;

    public IReadOnlyDictionary<string, EquationFlags> Flags => flags;

    public static Declarations Read(
        SourceText source, IEnumerable<EquationSyntax> written, IReadOnlyDictionary<string, Symbol> given,
        EquationContext context, DiagnosticBag bag)
    {
        var result = new Declarations();
        foreach (var equation in written)
            result.Add(equation, source, given.GetValueOrDefault(equation.Name), context, bag);
        return result;
    }

    /// <summary>The dimension that the right side of an equation must have; null where its unit is not known.</summary>
    public Dimension? DimensionOfRight(EquationSyntax equation)
    {
        var symbol = symbols[equation.Name];
        if (symbol.Kind == SymbolKind.Undetermined)
            return null;
        return equation.Kind == EquationKind.Differential ? symbol.Dimension / Dimension.Time : symbol.Dimension;
    }

    private void Add(
        EquationSyntax equation, SourceText source, Symbol? given, EquationContext context, DiagnosticBag bag)
    {
        var unit = DeclaredUnit.Read(equation.Unit, source, bag);
        var meaning = FlagMeaning.Read(equation, context, source, bag);
        if (symbols.ContainsKey(equation.Name))
        {
            var first = source.Position(equations.Find(e => e.Name == equation.Name)!.NameSpan.Start).Line;
            bag.Error(
                source, equation.NameSpan, $"'{equation.Name}' is defined twice", $"the first is in line {first}");
            return;
        }

        if (ReservedNames.Meaning(equation.Name, context) is { } other)
            bag.Error(source, equation.NameSpan, $"{other} and cannot be defined", "choose another name");
        else if (context == EquationContext.Cell && EndsAsOfSynapse(equation.Name))
            bag.Error(source, equation.NameSpan, $"'{equation.Name}' ends like a name of the other side of a synapse",
                "in a cell no name ends in _pre or _post");
        else if (given is not null)
            CheckGiven(equation, source, given, unit?.Dimension, bag);
        if (equation.Kind == EquationKind.Differential && unit is { Kind: not ValueKind.Real })
        {
            bag.Error(source, equation.Unit.Span, "a differential equation defines a real number",
                "write a unit, or 1 for a number without unit");
            unit = null;
        }

        var kind = equation.Kind switch
        {
            EquationKind.Differential => SymbolKind.State,
            EquationKind.Subexpression => SymbolKind.Subexpression,
            _ => SymbolKind.Parameter,
        };
        equations.Add(equation);
        flags[equation.Name] = meaning;
        symbols[equation.Name] = unit is { } known
            ? new Symbol(equation.Name, kind, known.Dimension, known.Kind)
            : new Symbol(equation.Name, SymbolKind.Undetermined, Dimension.None);
    }

    private static bool EndsAsOfSynapse(string name) =>
        name.EndsWith("_pre", StringComparison.Ordinal) || name.EndsWith("_post", StringComparison.Ordinal);

    // A parameter may be declared in the equations and get its value outside; nothing else may stand in both.
    private static void CheckGiven(
        EquationSyntax equation, SourceText source, Symbol given, Dimension? declared, DiagnosticBag bag)
    {
        if (equation.Kind != EquationKind.Parameter)
        {
            bag.Error(source, equation.NameSpan,
                $"'{equation.Name}' is defined here and is also among the parameters", "remove one of the two");
        }
        else if (declared is { } dimension && given.Kind != SymbolKind.Undetermined && given.Dimension != dimension)
        {
            bag.Error(source, equation.Unit.Span,
                $"'{equation.Name}' is declared in {DimensionNames.Describe(dimension)}, but the value given for it is "
                + $"in {DimensionNames.Describe(given.Dimension)}");
        }
    }
}
