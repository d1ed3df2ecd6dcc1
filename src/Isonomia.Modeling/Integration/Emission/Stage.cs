using Isonomia.Modeling.Equations;
using Isonomia.Modeling.Expressions;
using Isonomia.Modeling.Integration.Planning;

namespace Isonomia.Modeling.Integration.Emission;

/// <summary>
/// One stage of a step: a time within it and the values that the states have there. Subexpressions are evaluated once a
/// stage, when they are first needed, and only if they differ from those of stages before.
/// </summary>
internal sealed class Stage
{
    private readonly StepWriter writer;
    private readonly SteppedSystem system;
    private readonly string tag;
    private readonly Stage? first;
    private readonly Func<string, Expression?> values;
    private readonly Dictionary<string, Expression> found = new(StringComparer.Ordinal);

    /// <summary>A stage.</summary>
    /// <param name="writer">Where its subexpressions are written.</param>
    /// <param name="system">The equations.</param>
    /// <param name="tag">What tells its temporaries from those of other stages.</param>
    /// <param name="time">Time there.</param>
    /// <param name="values">The value of a state there; null for the one at the start of the step.</param>
    /// <param name="first">The stage at the start of the step; null for that stage itself.</param>
    public Stage(
        StepWriter writer, SteppedSystem system, string tag, Expression time, Func<string, Expression?> values,
        Stage? first)
    {
        (this.writer, this.system, this.tag, this.values, this.first) = (writer, system, tag, values, first);
        found["t"] = time;
    }

    /// <summary>An expression's value at this stage, as one that reads temporaries.</summary>
    /// <param name="expression">The expression; it may refer to subexpressions by name.</param>
    public Expression Of(Expression expression)
    {
        var (simple, names) = system.Prepare(expression);
        foreach (var name in names)
            Find(name);
        return Substitution.Replace(simple, found);
    }

    /// <summary>An expression's value at this stage, assigned to a temporary.</summary>
    /// <param name="prefix">What the temporary is.</param>
    /// <param name="name">The state that it is of.</param>
    /// <param name="expression">The expression.</param>
    public Expression Let(string prefix, string name, Expression expression) =>
        writer.LetSimple($"_{prefix}{tag}_{name}", Of(expression));

    private void Find(string name)
    {
        if (found.ContainsKey(name))
            return;
        if (system.StateNames.Contains(name))
        {
            if (values(name) is { } value)
                found[name] = value;
        }
        else if (system.System.Find(name) is { Kind: Syntax.EquationKind.Subexpression } equation)
        {
            found[name] = first is not null && equation.Flags.HasFlag(EquationFlags.ConstantOverDt)
                ? first.Of(equation.Symbol.Read)
                : Let("s", name, equation.Right!);
        }
    }
}
