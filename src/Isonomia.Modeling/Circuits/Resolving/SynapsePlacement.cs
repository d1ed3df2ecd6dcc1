using System.Collections.Immutable;
using Isonomia.Modeling.Composition;
using Isonomia.Modeling.Equations;
using Isonomia.Modeling.Expressions;
using Isonomia.Modeling.Expressions.Analysis;
using Isonomia.Modeling.Models;
using Isonomia.Modeling.Syntax;

namespace Isonomia.Modeling.Circuits.Resolving;

/// <summary>
/// Receptors of which each synapse keeps states of its own. What is event-driven or has no equation belongs to the
/// synapse; other states, which add up over synapses, go onto the target's cells, where what spikes transmit arrives at
/// a port.
/// </summary>
internal static class SynapsePlacement
{
    private const string WeightName = "w";

    /// <summary>Puts the target's part on the cells.</summary>
    /// <exception cref="CompositionException">The receptor cannot be taken apart so.</exception>
    public static PlacedReceptor OnTarget(PopulationDraft target, string alias, ReceptorModel model)
    {
        var own = model.Equations.Equations.Where(IsOfSynapse).Select(e => e.Name).Append(WeightName)
            .ToHashSet(StringComparer.Ordinal);
        var expanded = Subexpressions.Of(model.Equations);
        var kept = model.Equations.Equations.Where(e => !own.Contains(e.Name)
            && !(e.Kind == EquationKind.Subexpression && FreeVariables.Any(expanded[e.Name], own))).ToImmutableArray();
        foreach (var state in kept.Where(e => e.Kind == EquationKind.Differential))
        {
            if (FreeVariables.Of(Substitution.Replace(state.Right!, expanded)).FirstOrDefault(own.Contains) is { } read)
                throw new CompositionException(
                    $"'{state.Name}' of {model.Name} is shared by all synapses of a cell and reads '{read}' of one "
                        + "of them; "
                    + "'(event-driven)' gives each synapse a state of its own");
        }

        foreach (var conflict in own.Where(n => n != WeightName && target.Base!.Equations.Symbols.GetValueOrDefault(n)
            is { Kind: not SymbolKind.BuiltIn }))
        {
            throw new CompositionException(
                $"{model.Name} and its target both have a variable '{conflict}'; call that of the receptor otherwise");
        }

        var taken = new SynapseStatements(model, own, expanded, alias);
        var onPre = taken.OnPre(out var reached);
        var onPost = taken.OnPost();
        ReceptorPlacement.Compose(target, alias, model with
        {
            Equations = model.Equations with { Equations = kept },
            Initial = model.Initial.RemoveRange(own),
            OnPre = [],
        });
        target.Arrivals.Add(reached is null
            ? new ArrivalPort(alias, Units.Dimension.None, [])
            : new ArrivalPort(alias, reached.Dimension, [new ArrivalEffect(reached, Expression.Constant(1))]));
        return ReceptorPlacement.Placed(target, alias, model) with
        {
            Synapse = new SynapseModel
            {
                Name = model.Name,
                Parameters = model.Parameters,
                Weight = model.Weight,
                States =
                [
                    .. model.Equations.Equations.Where(e => IsOfSynapse(e) && e.Name != WeightName)
                        .Select(e => State(e, model, expanded)),
                ],
                OnPre = onPre,
                OnPost = onPost,
                LargestWeight = Largest(model),
            },
        };
    }

    private static bool IsOfSynapse(Equation equation) => equation.Kind == EquationKind.Parameter
        || (equation.Kind == EquationKind.Differential && equation.Flags.HasFlag(EquationFlags.EventDriven));

    private static SynapseState State(
        Equation equation, ReceptorModel model, ImmutableDictionary<string, Expression> expanded)
    {
        var rate = equation.Right is null ? null : Simplifier.Simplify(Substitution.Replace(equation.Right, expanded));
        if (rate is not null)
        {
            var states = model.Equations.Equations.Where(e => e.Kind == EquationKind.Differential && IsOfSynapse(e))
                .Select(e => e.Name).ToArray();
            var parameters = model.Parameters.Select(p => p.Name).ToHashSet(StringComparer.Ordinal);
            if (LinearForm.Try(rate, states) is not { } form
                || form.Coefficients.Append(form.Rest).Any(c => FreeVariables.Of(c).Any(n => !parameters.Contains(n))))
            {
                throw new CompositionException(
                    $"'{equation.Name}' of {model.Name} is event-driven, and must be linear with coefficients of "
                        + "parameters");
            }
        }

        return new SynapseState(equation.Symbol, rate,
            model.Initial.GetValueOrDefault(equation.Name) ?? Expression.Constant(0, equation.Symbol.Dimension));
    }

    // The largest value to which statements clip the weight.
    private static double? Largest(ReceptorModel model)
    {
        var parameters = model.Parameters.ToDictionary(p => p.Name, p => p.Value, StringComparer.Ordinal);
        var limits = model.OnPre.Concat(model.OnPost).Where(a => a.Target.Name == WeightName)
            .Select(a => Limit(a.Value)).ToArray();
        return limits.Length > 0 && Array.TrueForAll(limits, l => l is not null) ? limits.Max() : null;

        double? Limit(Expression value) => value.Operator switch
        {
            Operator.Minimum => value.Operands.Select(Known).Where(k => k is not null).DefaultIfEmpty(null).Min(),
            Operator.Maximum => value.Operands.Select(o => Limit(o) ?? Known(o)) is var both
                && both.All(b => b is not null)
                ? both.Max()
                : null,
            _ => null,
        };

        double? Known(Expression e) => FreeVariables.Of(e).All(parameters.ContainsKey) ? Value(e) : Limit(e);

        double Value(Expression e) => Evaluator.Evaluate(e, n => Value(parameters[n]));
    }
}
