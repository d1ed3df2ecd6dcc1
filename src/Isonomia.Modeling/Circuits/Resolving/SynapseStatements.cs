using System.Collections.Immutable;
using Isonomia.Modeling.Composition;
using Isonomia.Modeling.Equations;
using Isonomia.Modeling.Expressions;
using Isonomia.Modeling.Expressions.Analysis;
using Isonomia.Modeling.Models;

namespace Isonomia.Modeling.Circuits.Resolving;

/// <summary>
/// What spikes do at a synapse with states of its own, in its names and those of the target's composed cell: what a
/// statement adds to a state of the target becomes what is transmitted.
/// </summary>
/// <param name="model">The receptor.</param>
/// <param name="own">The variables of the synapse.</param>
/// <param name="expanded">Its subexpressions.</param>
/// <param name="alias">What its variables on the target are called by.</param>
internal sealed class SynapseStatements(
    ReceptorModel model, HashSet<string> own, ImmutableDictionary<string, Expression> expanded, string alias)
{
    private readonly Renaming atTarget = new(alias + "_",
        model.Equations.Equations.Select(e => e.Name).Where(n => !own.Contains(n)))
    {
        Kept = own.Concat(model.Parameters.Select(p => p.Name)).ToHashSet(StringComparer.Ordinal),
    };

    /// <summary>What a presynaptic spike does.</summary>
    /// <param name="reached">The state of the target that it adds to; null for none.</param>
    public ImmutableArray<Assignment> OnPre(out Symbol? reached)
    {
        reached = null;
        var statements = ImmutableArray.CreateBuilder<Assignment>();
        foreach (var assignment in model.OnPre)
        {
            if (IsOwn(assignment.Target))
            {
                statements.Add(Read(assignment));
                continue;
            }

            var state = assignment.Target with { Name = atTarget.Of(assignment.Target.Name), Kind = SymbolKind.State };
            if (reached is not null && reached.Name != state.Name)
                throw new CompositionException(
                    $"on_pre of {model.Name} adds to '{reached.Name}' and '{state.Name}' of the target; one is possible");
            if (LinearForm.Try(Expand(assignment.Value), assignment.Target.Name) is not { } form
                || !form.Coefficients[0].IsConstant(1))
            {
                throw new CompositionException(
                    $"on_pre of {model.Name} must add to '{assignment.Target.Name}', which all synapses of a cell share");
            }

            var transmitted = new Symbol(SynapseModel.Transmitted, SymbolKind.Temporary, state.Dimension);
            var added = Names(form.Rest);
            statements.Add(new Assignment(transmitted, reached is null ? added : transmitted.Read + added));
            reached = state;
        }

        return statements.ToImmutable();
    }

    /// <summary>What a postsynaptic spike does.</summary>
    public ImmutableArray<Assignment> OnPost()
    {
        foreach (var assignment in model.OnPost.Where(a => !IsOwn(a.Target)))
            throw new CompositionException(
                $"on_post of {model.Name} changes '{assignment.Target.Name}', which all synapses of a cell share");
        return [.. model.OnPost.Select(Read)];
    }

    private bool IsOwn(Symbol symbol) => symbol.Kind == SymbolKind.Temporary || own.Contains(symbol.Name);

    private Assignment Read(Assignment assignment) =>
        assignment with { Value = Names(Expand(assignment.Value)) };

    private Expression Expand(Expression value) => Substitution.Replace(value, expanded);

    private Expression Names(Expression value)
    {
        if (FreeVariables.Of(value).FirstOrDefault(n => n.EndsWith("_pre", StringComparison.Ordinal)
            && !own.Contains(n) && n != "N_pre") is { } foreign)
        {
            throw new CompositionException(
                $"{model.Name} reads '{foreign}' of the source, which is not there when its spike arrives");
        }

        return atTarget.Of(value);
    }
}
