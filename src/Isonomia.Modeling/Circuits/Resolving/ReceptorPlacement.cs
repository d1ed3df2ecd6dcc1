using System.Collections.Immutable;
using Isonomia.Modeling.Composition;
using Isonomia.Modeling.Description;
using Isonomia.Modeling.Equations;
using Isonomia.Modeling.Expressions;
using Isonomia.Modeling.Expressions.Analysis;
using Isonomia.Modeling.Models;

namespace Isonomia.Modeling.Circuits.Resolving;

/// <summary>
/// Puts receptors on the cells that they act on: each distinct one (receptor, parameters, name) once, with a port at
/// which its spikes arrive.
/// </summary>
internal sealed class ReceptorPlacement(ModelReferences models)
{
    private const string Current = "I_syn";

    private readonly List<ProjectionModel> gates = [];

    /// <summary>The projections by which spikes of cells open gates of their own.</summary>
    public IReadOnlyList<ProjectionModel> Gates => gates;

    /// <summary>A receptor that spikes from outside reach; null after an error.</summary>
    /// <param name="target">The population.</param>
    /// <param name="value">The receptor as written.</param>
    /// <param name="scope">What it may read.</param>
    public PlacedReceptor? Place(PopulationDraft target, WrittenValue value, CircuitScope scope)
    {
        if (Read(target, value, scope) is not var (choice, model))
            return null;
        if (GradedPlacement.IsGraded(model) || model.State == StateLocation.Synapse)
        {
            scope.Bag.Error(choice.Reference.Source, choice.Reference.Span,
                $"{model.Name} keeps a state of its {(model.State == StateLocation.Synapse ? "synapses" : "source cells")}, "
                + "which spikes from outside do not have",
                "let the spikes come from a population, as in 'spikes: {kind: poisson, rate: 10 Hz}', and a projection");
            return null;
        }

        return Once(target, choice, scope, () => OnTarget(target, Alias(target, choice, model), model));
    }

    /// <summary>A receptor that cells project to; null after an error.</summary>
    /// <param name="source">The population of the sources.</param>
    /// <param name="target">The population on which it acts.</param>
    /// <param name="value">The receptor as written.</param>
    /// <param name="scope">What it may read.</param>
    /// <param name="delay">The delay of the projection, and whether one is written.</param>
    public PlacedLink? Link(
        PopulationDraft source, PopulationDraft target, WrittenValue value, CircuitScope scope,
        (SynapticValue? Value, bool IsWritten) delay)
    {
        if (Read(target, value, scope) is not var (choice, model))
            return null;
        PlacedReceptor? placed;
        if (GradedPlacement.IsGraded(model))
        {
            if (Once(target, choice, scope, () => GradedPlacement.OnTarget(target, Alias(target, choice, model), model))
                is not { } graded)
            {
                return null;
            }

            try
            {
                return GradedPlacement.Link(source, target, graded, choice, delay, gates);
            }
            catch (CompositionException e)
            {
                scope.Bag.Error(choice.Reference.Source, choice.Reference.Span, e.Message);
                return null;
            }
        }

        placed = model.State == StateLocation.Synapse || Draws(model)
            ? Once(target, choice, scope, () => SynapsePlacement.OnTarget(target, Alias(target, choice, model), model))
            : Once(target, choice, scope, () => OnTarget(target, Alias(target, choice, model), model));
        return placed is null ? null : new PlacedLink(placed, [placed.Alias]);
    }

    // Each synapse draws for itself, as when transmitter is released by chance.
    private static bool Draws(ReceptorModel model) => model.OnPre.Any(a => Postorder.Of(a.Value).Exists(
        n => n.Operator is Operator.Normal or Operator.Uniform or Operator.Poisson));

    private (ReceptorChoice Choice, ReceptorModel Model)? Read(
        PopulationDraft target, WrittenValue value, CircuitScope scope)
    {
        if (target.Base is not { } cell)
        {
            if (!target.HasCells)
                scope.Bag.Error(value.Source, value.Span,
                    $"'{target.Name}' only sends spikes, and has no cells on which a receptor could be");
            return null;
        }

        return ReceptorChoice.Read(value, scope, name => models.Receptor(name, cell.Equations));
    }

    private static PlacedReceptor? Once(
        PopulationDraft target, ReceptorChoice choice, CircuitScope scope, Func<PlacedReceptor> place)
    {
        if (target.Receptors.TryGetValue(choice.Key, out var placed))
            return placed;
        try
        {
            placed = place();
        }
        catch (CompositionException e)
        {
            scope.Bag.Error(choice.Reference.Source, choice.Reference.Span, e.Message);
        }

        target.Receptors[choice.Key] = placed;
        return placed;
    }

    private static PlacedReceptor OnTarget(PopulationDraft target, string alias, ReceptorModel model)
    {
        var onSpike = Compose(target, alias, model);
        var effects = onSpike.Select(a => Effect(a, alias + "_w", model)).ToImmutableArray();
        target.Arrivals.Add(new ArrivalPort(alias, model.Weight.Dimension, effects));
        return Placed(target, alias, model);
    }

    /// <summary>
    /// Puts a receptor on the cells. The weight belongs to the synapses: it is no parameter of the cell.
    /// </summary>
    /// <returns>What a spike does, in the names of the cell; the weight is the alias and "_w".</returns>
    public static ImmutableArray<Assignment> Compose(PopulationDraft population, string alias, ReceptorModel model)
    {
        var composed = ReceptorComposition.Of(population.Cell!, model, alias, 1);
        var weight = alias + "_w";
        population.Cell = composed.Cell with
        {
            Parameters = composed.Cell.Parameters.RemoveAll(p => p.Name == weight),
            Equations = composed.Cell.Equations with { Symbols = composed.Cell.Equations.Symbols.Remove(weight) },
        };
        return composed.OnSpike;
    }

    /// <summary>What there is to say of a receptor on the cells.</summary>
    public static PlacedReceptor Placed(PopulationDraft target, string alias, ReceptorModel model)
    {
        var current = target.Cell!.Equations.Find($"{alias}_{Current}");
        return new PlacedReceptor(alias, model, current?.Symbol.Read,
            current?.Right is { } right ? Conductance(right, alias) : null);
    }

    // What spikes of one step do must add: only the sum of their weights is known.
    private static ArrivalEffect Effect(Assignment assignment, string weight, ReceptorModel model)
    {
        var state = assignment.Target;
        if (state.Kind == SymbolKind.Temporary || LinearForm.Try(assignment.Value, weight) is not { } form
            || !form.Rest.Equals(state.Read) || form.Coefficients[0].IsConstant(0))
        {
            throw new CompositionException(
                $"{model.Name} cannot be shared by all synapses of a cell, because on_pre does not only add a "
                    + "multiple of "
                + $"the weight to '{state.Name}'; with 'state: synapse' each synapse keeps a state of its own");
        }

        if (FreeVariables.Of(form.Coefficients[0]).Contains(state.Name))
            throw new CompositionException(
                $"{model.Name} cannot be shared by all synapses of a cell, because what on_pre adds to '{state.Name}' "
                + "depends on it; with 'state: synapse' each synapse keeps a state of its own");
        return new ArrivalEffect(state, form.Coefficients[0]);
    }

    /// <summary>What multiplies (E - v) in a current; null where nothing does.</summary>
    public static Expression? Conductance(Expression current, string alias)
    {
        var factors = new List<Expression>();
        Collect(current);
        var driving = factors.FindIndex(f => f.Operator == Operator.Subtract && IsPotential(f[1])
            && !IsPotential(f[0]));
        if (driving < 0 || factors.Count < 2)
            return null;
        factors.RemoveAt(driving);
        return factors.Aggregate((a, b) => a * b);

        void Collect(Expression e)
        {
            if (e.Operator != Operator.Multiply)
            {
                factors.Add(e);
                return;
            }

            Collect(e[0]);
            Collect(e[1]);
        }

        bool IsPotential(Expression e) =>
            e is { Operator: Operator.Variable } && !e.Name.StartsWith(alias + "_", StringComparison.Ordinal)
            && e.Dimension == Units.Dimension.Voltage;
    }

    /// <summary>A name for a receptor's variables that nothing on the cell has yet.</summary>
    public static string Alias(
        PopulationDraft target, ReceptorChoice choice, ReceptorModel model, string beginning = "")
    {
        var plain = beginning + (choice.Name?.Text
            ?? new string([.. model.Name.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_')]));
        if (!char.IsAsciiLetter(plain[0]))
            plain = "r" + plain;
        for (var number = 1; ; number++)
        {
            var alias = number == 1 ? plain : plain + number;
            if (!target.Arrivals.Exists(p => p.Name == alias) && !target.Graded.Exists(p => p.Name == alias)
                && !target.Cell!.Equations.Symbols.Keys.Any(s => s.StartsWith(alias + "_", StringComparison.Ordinal)))
            {
                return alias;
            }
        }
    }
}
