using System.Collections.Immutable;
using Isonomia.Modeling.Equations;
using Isonomia.Modeling.Expressions;

namespace Isonomia.Modeling.Integration.Emission;

/// <summary>Collects the assignments of a step. A value that has been assigned before is not assigned again.</summary>
internal sealed class StepWriter
{
    private readonly List<Assignment> assignments = [];
    private readonly List<Propagator> propagators = [];
    private readonly Dictionary<Expression, Expression> known = [];
    private readonly HashSet<string> names = new(StringComparer.Ordinal);

    /// <summary>What was written, without temporaries that nothing reads.</summary>
    public ImmutableArray<Assignment> Assignments
    {
        get
        {
            var read = new HashSet<string>(StringComparer.Ordinal);
            var kept = new Stack<Assignment>();
            foreach (var assignment in Enumerable.Reverse(assignments))
            {
                if (assignment.Target.Kind == SymbolKind.Temporary && !read.Contains(assignment.Target.Name))
                    continue;
                kept.Push(assignment);
                read.UnionWith(FreeVariables.Of(assignment.Value));
            }

            return [.. kept];
        }
    }

    /// <summary>The matrix exponentials that it reads.</summary>
    public ImmutableArray<Propagator> Propagators => [.. propagators];

    /// <summary>Assigns a value to a temporary, unless it is a single variable or number, or known already.</summary>
    /// <param name="name">What to call the temporary.</param>
    /// <param name="value">The value.</param>
    /// <returns>The expression that reads the value.</returns>
    public Expression Let(string name, Expression value) => LetSimple(name, Simplifier.Simplify(value));

    /// <summary>The same for a value that is simple already.</summary>
    /// <param name="name">What to call the temporary.</param>
    /// <param name="value">The value.</param>
    /// <returns>The expression that reads the value.</returns>
    public Expression LetSimple(string name, Expression value)
    {
        if (value.Operands.IsEmpty)
            return value;
        if (known.TryGetValue(value, out var read))
            return read;
        var symbol = new Symbol(Name(name), SymbolKind.Temporary, value.Dimension, value.Kind);
        assignments.Add(new Assignment(symbol, value));
        return known[value] = symbol.Read;
    }

    /// <summary>A name that is not used yet.</summary>
    /// <param name="wish">The name, if it is free.</param>
    public string Name(string wish)
    {
        while (!names.Add(wish))
            wish += "_";
        return wish;
    }

    /// <summary>Assigns a state its value at the end of the step.</summary>
    public void Assign(Symbol state, Expression value) => assignments.Add(new Assignment(state, value));

    /// <summary>Adds a matrix exponential.</summary>
    public void Add(Propagator propagator) => propagators.Add(propagator);
}
