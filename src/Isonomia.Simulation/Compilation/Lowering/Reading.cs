using Isonomia.Modeling.Equations;
using Isonomia.Modeling.Expressions;
using Isonomia.Modeling.Units;
using Isonomia.Simulation.Compilation.Staging;

namespace Isonomia.Simulation.Compilation.Lowering;

/// <summary>
/// Reads a model's expressions at some point of a step: names are replaced by what they stand for there, subexpressions
/// by their right sides, and the time since the last spike by a count of steps, which stays exact however long a run
/// is.
/// </summary>
internal sealed class Reading
{
    private static readonly Expression T = Expression.Variable("t", Dimension.Time);
    private readonly CellNames names;
    private readonly Expression age;
    private readonly Dictionary<string, Expression> values = [];

    /// <summary>A reading.</summary>
    /// <param name="names">The model's names.</param>
    /// <param name="state">The value of a state or of an assigned parameter.</param>
    /// <param name="age">The time since the last spike.</param>
    /// <param name="notRefractory">Whether the cell is not refractory.</param>
    /// <param name="known">Values of other names: temporaries, subexpressions that hold an earlier value.</param>
    public Reading(
        CellNames names, Func<Symbol, Expression> state, Expression age, Expression notRefractory,
        IReadOnlyDictionary<string, Expression>? known = null)
    {
        this.names = names;
        this.age = age;
        foreach (var (name, zero) in names.Zeros)
            values[name] = zero;
        values["lastspike"] = T - age;
        values["not_refractory"] = notRefractory;
        foreach (var symbol in names.Kept)
            values[symbol.Name] = state(symbol);
        foreach (var (name, value) in known ?? names.Zeros)
            values[name] = value;
        foreach (var subexpression in names.Subexpressions.Where(s => known?.ContainsKey(s.Name) != true))
            values[subexpression.Name] = Of(subexpression.Right!);
    }

    /// <summary>
    /// Gives a name another value from now on; subexpressions that were built on it keep the old one.
    /// </summary>
    public void Set(string name, Expression value) => values[name] = value;

    /// <summary>An expression over what names stand for.</summary>
    public Expression Of(Expression expression) => Rewriting.Each([expression], (node, same) =>
    {
        if (node.Operator == Operator.Subtract && node[0].Equals(T)
            && node[1] is { Operator: Operator.Variable, Name: "lastspike" })
        {
            return age;
        }

        return node.Operator == Operator.Variable && values.TryGetValue(node.Name, out var value)
            ? value
            : WithoutZeros(same);
    })[0];

    /// <summary>Whether an expression reads a subexpression.</summary>
    public bool ReadsSubexpression(Expression expression) =>
        FreeVariables.Of(expression).Overlaps(names.Subexpressions.Select(s => s.Name));

    // Inputs that nothing supplies leave no trace.
    private static Expression WithoutZeros(Expression node)
    {
        if (node.Operands.Length == 0)
            return node;
        var (x, y) = (node[0], node.Operands[^1]);
        return node.Operator switch
        {
            Operator.Add => IsZero(x) ? y : IsZero(y) ? x : node,
            Operator.Subtract => IsZero(y) ? x : IsZero(x) ? -y : node,
            Operator.Multiply => IsZero(x) || IsZero(y) ? Expression.Constant(0, node.Dimension) : node,
            Operator.Divide or Operator.Negate => IsZero(x) ? Expression.Constant(0, node.Dimension) : node,
            _ => node,
        };
    }

    private static bool IsZero(Expression e) => e.Operator == Operator.Constant && e.Value == 0;
}
