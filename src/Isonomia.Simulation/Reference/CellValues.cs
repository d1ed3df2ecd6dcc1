using Isonomia.Modeling.Equations;
using Isonomia.Modeling.Expressions;
using Isonomia.Modeling.Integration;
using Isonomia.Modeling.Models;

namespace Isonomia.Simulation.Reference;

/// <summary>
/// The variables of one cell as a row of numbers, and expressions over them: states first, then everything else that
/// can be read. Subexpressions are put in where they are used.
/// </summary>
internal sealed class CellValues
{
    private readonly CellModel cell;
    private readonly List<string> names;
    private readonly Dictionary<string, int> places = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Expression> subexpressions = new(StringComparer.Ordinal);

    public CellValues(CellModel cell, params IEnumerable<string> more)
    {
        this.cell = cell;
        States = [.. cell.Equations.States.Select(e => e.Name)];
        names = [.. States];
        names.AddRange(cell.Equations.Symbols.Values
            .Where(s => s.Kind is SymbolKind.Parameter or SymbolKind.Input or SymbolKind.BuiltIn).Select(s => s.Name));
        names.AddRange(cell.Parameters.Select(p => p.Name));
        names.AddRange(["t", "dt", "i", "N", "lastspike", "not_refractory", .. more]);
        names = [.. names.Distinct(StringComparer.Ordinal)];
        for (var i = 0; i < names.Count; i++)
            places[names[i]] = i;
        foreach (var equation in cell.Equations.Subexpressions)
            subexpressions[equation.Name] = Inline(equation.Right!);
        Row = new double[names.Count];
    }

    /// <summary>The names of the states, in the order of the equations.</summary>
    public string[] States { get; }

    /// <summary>The values: the states, then everything else.</summary>
    public double[] Row { get; }

    /// <summary>Where a name's value stands in the row.</summary>
    public int Place(string name) => places[name];

    /// <summary>Whether a name has a place in the row.</summary>
    public bool Has(string name) => places.ContainsKey(name);

    /// <summary>The value of a name.</summary>
    public ref double this[string name] => ref Row[places[name]];

    /// <summary>An expression with its subexpressions put in.</summary>
    public Expression Inline(Expression expression) => Substitution.Replace(expression, subexpressions);

    /// <summary>The expression that a name stands for.</summary>
    /// <exception cref="ArgumentException">There is no such name.</exception>
    public Expression Read(string name) =>
        subexpressions.TryGetValue(name, out var value) ? value
        : cell.Equations.Symbols.TryGetValue(name, out var symbol) ? symbol.Read
        : cell.Parameters.FirstOrDefault(p => p.Name == name)?.Symbol.Read
            ?? throw new ArgumentException($"'{name}' is no variable of {cell.Name}.", nameof(name));

    /// <summary>Makes expressions ready to be evaluated over the row, with draws and noise at their means.</summary>
    public EvaluationProgram Program(IEnumerable<Expression> expressions) =>
        new([.. expressions.Select(e => Draws.AtMeans(Inline(e)))], names);

    /// <summary>The effect of statements carried out in order: what each target is at the end.</summary>
    public (int[] Targets, EvaluationProgram Values) Statements(IEnumerable<Assignment> statements)
    {
        var now = new Dictionary<string, Expression>(StringComparer.Ordinal);
        foreach (var statement in statements)
            now[statement.Target.Name] = Substitution.Replace(Inline(statement.Value), now);
        var kept = now.Where(n => Has(n.Key)).ToArray();
        return ([.. kept.Select(k => Place(k.Key))], Program(kept.Select(k => k.Value)));
    }

    /// <summary>Sets parameters and states to the model's values, or to the given ones where there are such.</summary>
    public void Initialise(IReadOnlyDictionary<string, double> given)
    {
        var known = given.Where(g => Has(g.Key)).ToDictionary(g => g.Key, g => g.Value, StringComparer.Ordinal);
        foreach (var name in given.Keys.Where(k => !Has(k)))
            throw new ArgumentException($"'{name}' is no parameter or state of {cell.Name}.", nameof(given));
        known.TryAdd("not_refractory", 1);
        known.TryAdd("lastspike", -1e4);
        known.TryAdd("N", 1);
        var defined = cell.Parameters.Select(p => (p.Name, p.Value))
            .Concat(cell.Initial.Select(p => (Name: p.Key, p.Value))).Reverse()
            .DistinctBy(p => p.Name, StringComparer.Ordinal).ToDictionary(p => p.Name, p => p.Value);
        var pending = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in names)
            Row[Place(name)] = Value(name);

        double Value(string name)
        {
            if (known.TryGetValue(name, out var value))
                return value;
            if (!defined.TryGetValue(name, out var expression) || !Has(name))
                return known[name] = 0;
            if (!pending.Add(name))
                throw new IntegrationException($"the value of '{name}' in {cell.Name} is defined by itself");

            // Simplified, as a rate may be 0/0 at the initial voltage as written.
            return known[name] = Evaluator.Evaluate(Simplifier.Simplify(Draws.AtMeans(Inline(expression))), Value);
        }
    }
}
