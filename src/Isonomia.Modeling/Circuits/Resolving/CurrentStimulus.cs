using System.Collections.Immutable;
using Isonomia.Modeling.Composition;
using Isonomia.Modeling.Description;
using Isonomia.Modeling.Equations;
using Isonomia.Modeling.Expressions;
using Isonomia.Modeling.Models;
using Isonomia.Modeling.Syntax;
using Isonomia.Modeling.Units;

namespace Isonomia.Modeling.Circuits.Resolving;

/// <summary>Makes a current from outside an equation of the cells that it reaches.</summary>
internal static class CurrentStimulus
{
    private static readonly Symbol Time = new("t", SymbolKind.BuiltIn, Dimension.Time);
    private static readonly Symbol Step = new("dt", SymbolKind.BuiltIn, Dimension.Time);

    /// <summary>Puts the current on the cells of a population.</summary>
    public static void Apply(
        PopulationDraft target, ModelText value, ModelText? input, int number, ImmutableArray<int>? cells,
        double start, double stop, CircuitScope scope)
    {
        Expression? mask = null;
        var reached = $"input{number}_cells";
        var symbol = new Symbol(reached, SymbolKind.Parameter, Dimension.None);
        if (cells is not null)
            mask = symbol.Read;
        if (start > 0)
            mask = Times(mask, Operator.GreaterOrEqual, start);
        if (double.IsFinite(stop))
            mask = Times(mask, Operator.Less, stop);
        Symbol? level = null;
        Expression? drawn = null;
        var changed = InputComposition.Apply(
            target.Cell!, value.Source, input, number, scope.Bag, Read, mask ?? Expression.Integer(1));
        if (changed is null)
            return;
        if (level is not null && drawn is not null)
        {
            changed = changed with
            {
                Equations = EquationMerge.With(changed.Equations, [Declared(level)]),
                Initial = changed.Initial.SetItem(level.Name, drawn),
            };
        }

        if (cells is { } some)
        {
            changed = changed with { Equations = EquationMerge.With(changed.Equations, [Declared(symbol)]) };
            if (target.Size is { } size)
                target.Listed = target.Listed.SetItem(reached, Membership(some, size));
        }

        target.Cell = changed;

        Expression? Read(ExpressionSyntax syntax, ExpectedValue expected, string site, IEnumerable<Symbol> others)
        {
            if (!Distributes(syntax))
                return scope.Expression(value.Source, syntax, expected, site, others);

            // A distribution: each cell gets a level of its own, once.
            var goal = target.Cell!.Equations.Symbols[input?.Text ?? InputComposition.DefaultTarget];
            level = new Symbol($"input{number}_level", SymbolKind.Parameter, goal.Dimension);
            drawn = scope.Expression(value.Source, syntax, ExpectedValue.Initial(level), level.Name,
                others.Where(o => o.Kind == SymbolKind.Parameter));
            return drawn is null ? null : level.Read;
        }
    }

    private static bool Distributes(ExpressionSyntax syntax) => syntax switch
    {
        ExpressionSyntax.Call { Function: "normal" or "uniform" } => true,
        ExpressionSyntax.Call c => c.Arguments.Any(Distributes),
        ExpressionSyntax.Unary u => Distributes(u.Operand),
        ExpressionSyntax.Binary b => Distributes(b.Left) || Distributes(b.Right),
        _ => false,
    };

    private static ImmutableArray<double> Membership(ImmutableArray<int> cells, int size)
    {
        var members = new double[size];
        foreach (var cell in cells)
            members[cell] = 1;
        return ImmutableArray.Create(members);
    }

    private static Equation Declared(Symbol symbol) => new(
        symbol, EquationKind.Parameter, null, ImmutableSortedDictionary<string, Expression>.Empty,
            EquationFlags.Constant);

    // Compared as whole steps, so that rounding of t does not matter.
    private static Expression Times(Expression? mask, Operator comparison, double time)
    {
        var holds = Expression.Apply(Operator.ToInteger, Expression.Apply(comparison,
            Expression.Apply(Operator.Timestep, Time.Read, Step.Read),
            Expression.Apply(Operator.Timestep, Expression.Constant(time, Dimension.Time), Step.Read)));
        return mask is null ? holds : mask * holds;
    }
}
