using Isonomia.Modeling.Equations.Typing;
using Isonomia.Modeling.Syntax;

namespace Isonomia.Modeling.Equations.Declaring;

/// <summary>Puts subexpressions behind those they use, and finds those that use each other in a circle.</summary>
internal sealed class SubexpressionOrder
{
    private readonly Dictionary<string, (EquationSyntax Equation, string[] Uses)> subexpressions;
    private readonly Dictionary<string, bool> isDone = new(StringComparer.Ordinal);
    private readonly List<string> path = [];
    private readonly List<EquationSyntax> order = [];

    private SubexpressionOrder(IReadOnlyCollection<EquationSyntax> equations)
    {
        var names = equations.Where(e => e.Kind == EquationKind.Subexpression).Select(e => e.Name).ToHashSet();
        subexpressions = equations.Where(e => e.Kind == EquationKind.Subexpression).ToDictionary(
            e => e.Name,
            e => (e, SyntaxNodes.Names(e.Right).Select(n => n.Identifier).Where(names.Contains).Distinct().ToArray()),
            StringComparer.Ordinal);
        foreach (var equation in equations)
        {
            if (equation.Kind == EquationKind.Subexpression)
                Visit(equation.Name);
            else
                order.Add(equation);
        }
    }

    /// <summary>The circles found: each a list of names, of which each uses the next and the last the first.</summary>
    public List<string[]> Circles { get; } = [];

    /// <summary>The equations, each subexpression behind those it uses, all else as written.</summary>
    public IReadOnlyList<EquationSyntax> Equations => order;

    /// <summary>Orders equations; names are distinct.</summary>
    public static SubexpressionOrder Of(IReadOnlyCollection<EquationSyntax> equations) => new(equations);

    private void Visit(string name)
    {
        if (isDone.TryGetValue(name, out var done))
        {
            if (!done)
                Circles.Add([.. path.SkipWhile(p => p != name)]);
            return;
        }

        isDone[name] = false;
        path.Add(name);
        foreach (var used in subexpressions[name].Uses)
            Visit(used);
        path.RemoveAt(path.Count - 1);
        isDone[name] = true;
        order.Add(subexpressions[name].Equation);
    }
}
