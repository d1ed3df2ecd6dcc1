using System.Collections.Immutable;
using Isonomia.Modeling.Composition;
using Isonomia.Modeling.Equations;
using Isonomia.Modeling.Expressions;
using Isonomia.Modeling.Expressions.Analysis;
using Isonomia.Modeling.Models;
using Isonomia.Modeling.Syntax;
using Isonomia.Modeling.Units;

namespace Isonomia.Modeling.Circuits.Resolving;

/// <summary>
/// Receptors that act at every step: those whose state lives with the source, and those that sum over sources. The
/// state goes onto the source's cells, once for each distinct receptor; the target's cells get an input for each source
/// population, summed over the source cells.
/// </summary>
internal static class GradedPlacement
{
    private const string Weight = "w";
    private const string Post = "_post";

    /// <summary>Whether a receptor is one of these.</summary>
    public static bool IsGraded(ReceptorModel model) => Summed(model).Any();

    /// <summary>Puts the target's part on the cells; its sums are zero until a source is linked.</summary>
    public static PlacedReceptor OnTarget(PopulationDraft target, string alias, ReceptorModel model)
    {
        foreach (var summed in Summed(model).Where(s => s.Kind != EquationKind.Subexpression))
            throw new CompositionException($"{model.Name} sums '{summed.Name}', which is no subexpression");
        if (!model.OnPost.IsEmpty)
            throw new CompositionException($"{model.Name} has on_post, for which each synapse needs a state of its "
                + "own: "
                + "'state: synapse'");
        var ofSource = OfSource(model);
        var kept = model.Equations.Equations.Where(e => !ofSource.Contains(e.Name)).Select(e =>
            e.Flags.HasFlag(EquationFlags.Summed)
                ? e with { Right = Expression.Constant(0, e.Symbol.Dimension), Flags = e.Flags & ~EquationFlags.Summed }
                : e).ToImmutableArray();
        foreach (var equation in kept)
        {
            if (equation.Right is { } right
                && FreeVariables.Of(right).FirstOrDefault(n => n == Weight || ofSource.Contains(n)
                || n.EndsWith("_pre", StringComparison.Ordinal)) is { } read)
            {
                throw new CompositionException(
                    $"'{equation.Name}' of {model.Name} reads '{read}' outside of what is summed over the sources");
            }
        }

        ReceptorPlacement.Compose(target, alias, model with
        {
            Equations = model.Equations with { Equations = kept },
            Initial = model.Initial.RemoveRange(ofSource),
            OnPre = [],
        });
        foreach (var summed in Summed(model).Where(s => s.Name.EndsWith(Post, StringComparison.Ordinal)))
            Deliver(target, alias, model, summed);
        return ReceptorPlacement.Placed(target, alias, model);
    }

    // x_post = ... (summed) is the target's own x from then on; several receptors add up.
    private static void Deliver(PopulationDraft target, string alias, ReceptorModel model, Equation summed)
    {
        var name = summed.Name[..^Post.Length];
        if (target.Base!.Equations.Symbols.GetValueOrDefault(name) is not
            { Kind: SymbolKind.Parameter or SymbolKind.Input } own)
        {
            throw new CompositionException(
                $"{model.Name} sums into '{name}' of its target, which {target.Base.Name} does not have: "
                + $"declare it there, as in '{name} : {DimensionNames.Declare(summed.Symbol.Dimension)}'");
        }

        if (own.Dimension != summed.Symbol.Dimension)
            throw new CompositionException(
                $"{model.Name} sums {DimensionNames.Describe(summed.Symbol.Dimension)} into '{name}' of {target.Base.Name}, "
                + $"which is in {DimensionNames.Describe(own.Dimension)}");
        var cell = target.Cell!;
        var share = cell.Equations.Find($"{alias}_{summed.Name}")!.Symbol.Read;
        var value = cell.Equations.Find(name)?.Right is { } others ? others + share : share;
        target.Cell = cell with
        {
            Equations = EquationMerge.With(cell.Equations,
            [
                new Equation(own with { Kind = SymbolKind.Subexpression }, EquationKind.Subexpression, value,
                    ImmutableSortedDictionary<string, Expression>.Empty, EquationFlags.None),
            ]),
            Parameters = cell.Parameters.RemoveAll(p => p.Name == name),
            Initial = cell.Initial.Remove(name),
        };
    }

    /// <summary>Links a population of sources.</summary>
    /// <param name="source">The sources.</param>
    /// <param name="target">The targets, which have the receptor already.</param>
    /// <param name="placed">The receptor on them.</param>
    /// <param name="choice">The receptor as asked for.</param>
    /// <param name="delay">The delay of the projection, and whether one is written.</param>
    /// <param name="gates">Takes the projections by which spikes reach gates of their own cells.</param>
    /// <exception cref="CompositionException">They do not fit.</exception>
    public static PlacedLink Link(
        PopulationDraft source, PopulationDraft target, PlacedReceptor placed, ReceptorChoice choice,
        (SynapticValue? Value, bool IsWritten) delay, List<ProjectionModel> gates)
    {
        var model = placed.Model;
        if (source.Base is null)
            throw new CompositionException(source.HasCells
                ? $"the cells of '{source.Name}' are not known"
                : $"{model.Name} needs the state of source cells, and '{source.Name}' only sends spikes");
        var ports = ImmutableArray.CreateBuilder<string>();
        var ofSource = OfSource(model);
        var gate = Gate(source, model, choice, ofSource, delay, gates);
        var atTarget = new Renaming(placed.Alias + "_",
            model.Equations.Equations.Select(e => e.Name).Concat(model.Parameters.Select(p => p.Name)));
        foreach (var summed in Summed(model))
        {
            if (Terms(model, summed, ofSource) is not { } terms)
                throw new CompositionException(
                    $"'{summed.Name}' of {model.Name} is no sum over sources: it must be the weight times a part of "
                        + "the "
                    + "source, perhaps times a part of the target");
            for (var k = 0; k < terms.Count; k++)
            {
                var name = $"{placed.Alias}_{summed.Name}_{source.Name}{(k == 0 ? "" : $"_{k + 1}")}";
                ports.Add(name);
                if (target.Graded.Exists(g => g.Name == name))
                    continue;
                var value = Simplifier.Simplify(gate.Of(terms[k].Source));
                var input = new Symbol(name, SymbolKind.Input, placed.Weight * value.Dimension);
                target.Graded.Add(new GradedPort(name, placed.Weight, value));
                Add(target, $"{placed.Alias}_{summed.Name}", input, atTarget.Of(terms[k].Target));
            }
        }

        return new PlacedLink(placed, ports.ToImmutable()) { IsGraded = true };
    }

    private static IEnumerable<Equation> Summed(ReceptorModel model) =>
        model.Equations.Equations.Where(e => e.Flags.HasFlag(EquationFlags.Summed));

    // States, and what is computed from them and from the source's variables alone.
    private static HashSet<string> OfSource(ReceptorModel model)
    {
        var found = new HashSet<string>(model.Equations.States.Select(s => s.Name), StringComparer.Ordinal);
        foreach (var equation in model.Equations.Equations.Where(
            e => e.Kind == EquationKind.Subexpression && !e.Flags.HasFlag(EquationFlags.Summed)))
        {
            var names = FreeVariables.Of(equation.Right!);
            if (names.Any(n => found.Contains(n) || n.EndsWith("_pre", StringComparison.Ordinal))
                && !names.Contains(Weight) && !names.Any(n => IsOfTarget(model, n)))
            {
                found.Add(equation.Name);
            }
        }

        return found;
    }

    private static bool IsOfTarget(ReceptorModel model, string name) =>
        model.Equations.Symbols.GetValueOrDefault(name)?.Kind == SymbolKind.Input
        && !name.EndsWith("_pre", StringComparison.Ordinal);

    private static IReadOnlyList<(Expression Source, Expression Target)>? Terms(
        ReceptorModel model, Equation summed, HashSet<string> ofSource)
    {
        var known = Subexpressions.Of(model.Equations, e => !ofSource.Contains(e.Name) && e.Name != summed.Name);
        var value = Substitution.Replace(summed.Right!, known);
        if (LinearForm.Try(value, Weight) is not { } form || !form.Rest.IsConstant(0))
            return null;
        return new GradedSplit(
            n => ofSource.Contains(n) || n.EndsWith("_pre", StringComparison.Ordinal), n => IsOfTarget(model, n))
            .Of(form.Coefficients[0]);
    }

    // The source's part of a receptor, put on the source's cells once; and how its names are called there.
    private static Renaming Gate(
        PopulationDraft source, ReceptorModel model, ReceptorChoice choice, HashSet<string> ofSource,
        (SynapticValue? Value, bool IsWritten) delay, List<ProjectionModel> gates)
    {
        if (model.OnPre.IsEmpty && delay.IsWritten)
            throw new CompositionException($"{model.Name} acts at every step and not at spikes, and has no delay: "
                + "leave 'delay' out");
        var constant = (delay.Value as SynapticValue.Constant)?.Value;
        if (!model.OnPre.IsEmpty && constant is null)
            throw new CompositionException(
                $"{model.Name} keeps one state for each source cell, and so its delay is the same for all synapses");
        var key = $"{choice.Key}|{(model.OnPre.IsEmpty ? "" : $"{constant:R}")}";
        if (!source.Gates.TryGetValue(key, out var alias))
        {
            alias = ReceptorPlacement.Alias(source, choice with { Name = null }, model, "gate_");
            source.Gates[key] = alias;
            var used = OfSourceOnly(model, ofSource);
            if (!ofSource.SetEquals([]) || !model.OnPre.IsEmpty)
                Place(source, alias, used, constant ?? 0, gates);
        }

        var own = ofSource.Concat(model.Parameters.Select(p => p.Name));
        return new Renaming(alias + "_", own) { StripsPre = true };
    }

    private static ReceptorModel OfSourceOnly(ReceptorModel model, HashSet<string> ofSource)
    {
        // What the source's cell has under its own name is what "_post" means on the cell a receptor is put on.
        var cells = model.Equations.Symbols.Values.Where(s => s.Name.EndsWith("_pre", StringComparison.Ordinal))
            .ToDictionary(s => s.Name, s => (s with { Name = s.Name[..^"_pre".Length] + "_post" }).Read);
        return model with
        {
            Equations = model.Equations with
            {
                Equations =
                [
                    .. model.Equations.Equations.Where(e => ofSource.Contains(e.Name)).Select(e => e with
                    {
                        Right = e.Right is null ? null : Substitution.Replace(e.Right, cells),
                    }),
                ],
            },
            OnPre = [.. model.OnPre.Select(a => a with { Value = Substitution.Replace(a.Value, cells) })],
            Initial = model.Initial.RemoveRange(model.Initial.Keys.Where(n => !ofSource.Contains(n))),
        };
    }

    private static void Place(
        PopulationDraft source, string alias, ReceptorModel model, double delay, List<ProjectionModel> gates)
    {
        var onSpike = ReceptorPlacement.Compose(source, alias, model);
        if (onSpike.IsEmpty)
            return;
        var written = new HashSet<string>(StringComparer.Ordinal);
        var effects = ImmutableArray.CreateBuilder<ArrivalEffect>();
        foreach (var assignment in onSpike)
        {
            var state = assignment.Target;
            var read = FreeVariables.Of(assignment.Value);
            if (state.Kind == SymbolKind.Temporary || read.Any(written.Contains) || read.Contains(alias + "_w")
                || !written.Add(state.Name))
            {
                throw new CompositionException($"on_pre of {model.Name} must change each state of the source once, "
                    + "from what "
                    + "holds before the spike, and cannot read the weight");
            }

            effects.Add(new ArrivalEffect(state, Simplifier.Simplify(assignment.Value - state.Read)));
        }

        source.Arrivals.Add(new ArrivalPort(alias, Dimension.None, effects.ToImmutable()));
        gates.Add(new ProjectionModel
        {
            Name = $"{source.Name} {alias}",
            Source = source.Index,
            Target = source.Index,
            Port = alias,
            Rule = new ConnectionRule.OneToOne(),
            Weight = new SynapticValue.Constant(1),
            Delay = new SynapticValue.Constant(delay),
        });
    }

    // Adds an input to what is summed.
    private static void Add(PopulationDraft target, string summed, Symbol input, Expression factor)
    {
        var cell = target.Cell!;
        var before = cell.Equations.Find(summed)!;
        var share = factor.IsConstant(1) && factor.Dimension.IsNone ? input.Read : input.Read * factor;
        var changed = before with { Right = before.Right!.IsConstant(0) ? share : before.Right + share };
        var equations = EquationMerge.With(cell.Equations, [changed]);
        target.Cell = cell with
        {
            Equations = equations with { Symbols = equations.Symbols.SetItem(input.Name, input) },
        };
    }
}
