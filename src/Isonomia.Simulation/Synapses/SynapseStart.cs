using Isonomia.Modeling.Circuits;
using Isonomia.Modeling.Expressions;
using Isonomia.Numerics.Random;
using Isonomia.Numerics.Random.Kernels;
using Isonomia.Simulation.Connectivity;

namespace Isonomia.Simulation.Synapses;

/// <summary>
/// The values of a synapse's states at the start, of its parameters and weight. Draws are pure functions of the seed,
/// the projection's name, their site, the target and the synapse's place among the target's.
/// </summary>
internal sealed class SynapseStart
{
    private readonly SynapseModel synapse;
    private readonly Expression[] initial;
    private readonly double?[] constants;
    private readonly ulong seed;
    private readonly string projection;

    public SynapseStart(
        SynapseModel synapse, IReadOnlyDictionary<string, Expression> parameters, ulong seed, string projection)
    {
        (this.synapse, this.seed, this.projection) = (synapse, seed, projection);
        initial = [.. synapse.States.Select(s => Simplifier.Simplify(Substitution.Replace(s.Initial, parameters)))];
        constants = [.. initial.Select(e => e.Operator == Operator.Constant ? e.Value : default(double?))];
        foreach (var expression in initial)
        {
            if (FreeVariables.Of(expression).FirstOrDefault(n => n != synapse.Weight.Name) is { } name)
                throw new ProjectionException($"'{synapse.Name}': an initial value depends on '{name}', no parameter.");
        }
    }

    /// <summary>The value of a state.</summary>
    /// <param name="state">Index among the states besides the weight.</param>
    /// <param name="weight">The weight of the synapse.</param>
    /// <param name="target">Its target.</param>
    /// <param name="position">Its place among the target's synapses.</param>
    public double Of(int state, double weight, int target, int position) => constants[state]
        ?? Evaluator.Evaluate(initial[state], _ => weight, (draw, _) => Draw(draw, target, position));

    private double Draw(Expression draw, int target, int position)
    {
        var space = new CounterSpace(
            seed, RandomPurpose.Named($"synapse {projection}/{draw.Name}").Code, (uint)target);
        return draw.Operator switch
        {
            Operator.Normal => DrawKernel.Normal(space.Word(position)),
            Operator.Uniform => DrawKernel.Uniform(space.Word(position)),
            _ => throw new ProjectionException(
                $"'{synapse.Name}': an initial value draws what is neither normal nor uniform."),
        };
    }
}
