using System.Collections.Immutable;
using Isonomia.Modeling.Equations;
using Isonomia.Modeling.Expressions;
using Isonomia.Modeling.Expressions.Analysis;
using Isonomia.Modeling.Models;
using Isonomia.Modeling.Units;

namespace Isonomia.Modeling.Integration.Planning;

/// <summary>
/// A system of equations with what its integration needs to know: what each equation reads, what can change during a
/// run and during a step, and how far the threshold lets a state rise.
/// </summary>
internal sealed class SteppedSystem
{
    private readonly HashSet<string> changing;
    private readonly Dictionary<Expression, (Expression Simple, ImmutableSortedSet<string> Names)> prepared = [];

    /// <summary>Looks at the equations of a cell, or at equations alone.</summary>
    /// <param name="system">The equations; those flagged event-driven are left out.</param>
    /// <param name="cell">The cell, whose threshold, reset and refractoriness matter; null for equations alone.</param>
    public SteppedSystem(EquationSystem system, CellModel? cell)
    {
        System = system;
        var expanded = Subexpressions.Of(system, e => !e.Flags.HasFlag(EquationFlags.ConstantOverDt));
        var stepped = system.States.Where(e => !e.Flags.HasFlag(EquationFlags.EventDriven)).ToArray();
        StateNames = [.. stepped.Select(e => e.Name)];
        var isRefractory = cell is not { Refractory: null };
        States = [.. stepped.Select(e => Look(e, expanded, isRefractory))];

        // Whatever a reset assigns, or the equations declare without "constant", may be another value in another step.
        var assigned = cell?.Reset.Select(r => r.Target.Name) ?? [];
        changing =
        [
            .. assigned, .. StateNames, .. system.States.Select(e => e.Name),
            .. system.Equations.Where(e => !e.Flags.HasFlag(EquationFlags.Constant)).Select(e => e.Name),
            .. system.Symbols.Values
                .Where(s => s.Kind == SymbolKind.Input || (s.Kind == SymbolKind.BuiltIn && !IsFixed(s.Name)))
                .Select(s => s.Name),
            "t", "lastspike", "not_refractory",
        ];
        Limit = cell is { Threshold: { } threshold, Reset.IsEmpty: false } ? FindLimit(threshold, cell) : null;
    }

    /// <summary>The equations.</summary>
    public EquationSystem System { get; }

    /// <summary>The differential equations, in the order written.</summary>
    public ImmutableArray<StateEquation> States { get; }

    /// <summary>The names of the states.</summary>
    public ImmutableHashSet<string> StateNames { get; }

    /// <summary>
    /// The bound behind which a state is reset, where the threshold is a simple comparison: its derivative needs no
    /// value beyond.
    /// </summary>
    public (string State, Expression Bound, Operator Side)? Limit { get; }

    /// <summary>The length of a step.</summary>
    public static Expression Dt { get; } = Expression.Variable("dt", Dimension.Time);

    /// <summary>Time at the start of the step.</summary>
    public static Expression Time { get; } = Expression.Variable("t", Dimension.Time);

    /// <summary>Whether the cell is not refractory.</summary>
    public static Expression NotRefractory { get; } =
        Expression.Variable("not_refractory", Dimension.None, ValueKind.Boolean);

    /// <summary>Whether an expression has one value for a whole run.</summary>
    /// <param name="expression">An expression with subexpressions put in.</param>
    public bool IsConstantDuringRun(Expression expression) =>
        !Postorder.Of(expression).Exists(n => n.Operator is Operator.Normal or Operator.Uniform or Operator.Poisson
            || (n.Operator == Operator.Variable && changing.Contains(n.Name)));

    /// <summary>Whether an expression has one value for a whole step.</summary>
    /// <param name="expression">An expression with subexpressions put in.</param>
    public bool IsConstantDuringStep(Expression expression) =>
        !Postorder.Of(expression).Exists(
            n => n.Operator == Operator.Variable && (n.Name == "t" || StateNames.Contains(n.Name)));

    /// <summary>The names in an expression that may change during a run.</summary>
    /// <param name="expression">An expression with subexpressions put in.</param>
    public IEnumerable<string> ChangingNames(Expression expression) =>
        FreeVariables.Of(expression).Where(changing.Contains);

    /// <summary>An expression in simple form and the names that it reads, worked out once for all stages.</summary>
    /// <param name="expression">An expression of the equations.</param>
    public (Expression Simple, ImmutableSortedSet<string> Names) Prepare(Expression expression)
    {
        if (!prepared.TryGetValue(expression, out var known))
        {
            var simple = Simplifier.Simplify(expression);
            prepared[expression] = known = (simple, FreeVariables.Of(simple));
        }

        return known;
    }

    /// <summary>
    /// The derivative of a state's right side by the state itself, in terms of subexpressions where the right side is.
    /// </summary>
    /// <param name="state">The state.</param>
    public Expression Rate(StateEquation state)
    {
        var slopes = new Dictionary<string, Expression>(StringComparer.Ordinal);
        foreach (var equation in System.Subexpressions.Where(e => !e.Flags.HasFlag(EquationFlags.ConstantOverDt)))
        {
            if (Slope(equation.Right!) is { } slope)
                slopes[equation.Name] = slope;
        }

        return Slope(state.Equation.Right!)
            ?? Expression.Constant(0, Dimension.None / Dimension.Time);

        Expression? Slope(Expression expression)
        {
            Expression? sum = null;
            foreach (var name in Prepare(expression).Names)
            {
                if (name != state.Name && !slopes.ContainsKey(name))
                    continue;
                var part = Derivative.Of(expression, name);
                if (name != state.Name)
                    part *= slopes[name];
                sum = sum is null ? part : sum + part;
            }

            return sum is null || Simplifier.Simplify(sum) is var simple && simple.IsConstant(0)
                ? null
                : Simplifier.Simplify(sum);
        }
    }

    private static bool IsFixed(string builtIn) => builtIn is "dt" or "i" or "j" or "N" or "N_pre" or "N_post";

    private StateEquation Look(Equation e, IReadOnlyDictionary<string, Expression> expanded, bool isRefractory)
    {
        var drift = Simplifier.Simplify(Substitution.Replace(e.Right!, expanded));
        var noise = e.Noise.ToImmutableSortedDictionary(
            n => n.Key, n => Simplifier.Simplify(Substitution.Replace(n.Value, expanded)), StringComparer.Ordinal);
        return new StateEquation(
            e, drift, noise, StateNames.Intersect(FreeVariables.Of(drift)),
            StateNames.Intersect(FreeVariables.Of([.. noise.Values])),
            LinearForm.Try(drift, e.Name)?.Coefficients[0], isRefractory && e.Flags.HasFlag(EquationFlags.UnlessRefractory));
    }

    // v > X, or v > X and something that no state decides, where the reset assigns v.
    private (string State, Expression Bound, Operator Side)? FindLimit(Expression threshold, CellModel cell)
    {
        if (threshold.Operator == Operator.And)
        {
            return !FreeVariables.Any(threshold[0], StateNames) ? FindLimit(threshold[1], cell)
                : !FreeVariables.Any(threshold[1], StateNames) ? FindLimit(threshold[0], cell)
                : null;
        }

        var isAbove = threshold.Operator is Operator.Greater or Operator.GreaterOrEqual;
        if (!isAbove && threshold.Operator is not (Operator.Less or Operator.LessOrEqual))
            return null;
        return Side(threshold[0], threshold[1], isAbove) ?? Side(threshold[1], threshold[0], !isAbove);

        (string State, Expression Bound, Operator Side)? Side(Expression state, Expression bound, bool isUpper) =>
            state.Operator == Operator.Variable && StateNames.Contains(state.Name)
            && cell.Reset.Any(r => r.Target.Name == state.Name)
            && !FreeVariables.Any(
                Substitution.Replace(bound, Subexpressions.Of(System)), ImmutableHashSet.Create(state.Name))
                ? (state.Name, bound, isUpper ? Operator.Minimum : Operator.Maximum)
                : null;
    }
}
