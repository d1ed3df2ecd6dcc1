using System.Collections.Immutable;
using Isonomia.Modeling.Models;

namespace Isonomia.Modeling.Integration.Planning;

/// <summary>Divides the states into blocks and chooses how each is stepped.</summary>
internal static class Planner
{
    /// <summary>The blocks and their methods.</summary>
    /// <param name="system">The equations.</param>
    /// <param name="method">One method for all, or automatic.</param>
    /// <exception cref="IntegrationException">The method does not fit an equation.</exception>
    public static ImmutableArray<BlockPlan> Plan(SteppedSystem system, IntegrationMethod method) => method switch
    {
        IntegrationMethod.Auto => Automatic(system),
        IntegrationMethod.Exact => Exact(system),
        _ => Named(system, method),
    };

    private static ImmutableArray<BlockPlan> Automatic(SteppedSystem system)
    {
        var exact = new ExactStates(system, ExactStates.MostCoupled);
        var plans = exact.Blocks.Select(b => new BlockPlan(b.States, IntegrationMethod.Exact, ReasonOf(b), b)).ToList();
        foreach (var block in Connection.Blocks(system.States.Where(s => !exact.Has(s))))
        {
            var (chosen, reason) = Choose(block);
            plans.Add(new BlockPlan(block, chosen, reason));
        }

        return [.. plans];
    }

    private static (IntegrationMethod Method, string Reason) Choose(ImmutableArray<StateEquation> block)
    {
        var hasNoise = block.Any(s => !s.Noise.IsEmpty);
        if (MethodFit.HasMultiplicativeNoise(block))
        {
            return MethodFit.IsDiagonal(block)
                ? (IntegrationMethod.Milstein,
                    "noise is multiplied by states, each with one noise: Milstein's step has strong order 1"
                    + " (in the sense of Stratonovich)")
                : (IntegrationMethod.Heun,
                    "several noises are multiplied by one another's states: Heun's step keeps the sense of Stratonovich");
        }

        if (block is [var alone] && alone.IsConditionallyLinear)
        {
            return (IntegrationMethod.ExponentialMidpoint,
                "linear in itself with a coefficient that changes: an exponential step of order 2, stable however fast"
                + " it decays" + (hasNoise ? ", with the noise that gathers during the step" : ""));
        }

        if (block.FirstOrDefault(MethodFit.HasChangingDecay) is { } gate)
        {
            return (IntegrationMethod.ExponentialRungeKutta4,
                $"the rate at which {gate.Name} decays depends on other states, as that of a gate: a Runge-Kutta rule of"
                + " order 4 that follows each state's own decay exactly" + (hasNoise ? ", with additive noise" : ""));
        }

        if (block.Length > ExactStates.MostCoupled && block.All(s => s.IsConditionallyLinear))
        {
            return (IntegrationMethod.ExponentialRungeKutta4,
                "many coupled equations, each linear in its own state: a Runge-Kutta rule of order 4 that follows each"
                + " state's own decay exactly" + (hasNoise ? ", with additive noise" : ""));
        }

        var why = block.FirstOrDefault(s => !s.IsConditionallyLinear) is { } bent
            ? $"d{bent.Name}/dt is not linear in {bent.Name}"
            : "coupled equations that no exact solution or gate is found in";
        return hasNoise
            ? (IntegrationMethod.Heun, why + ", with additive noise: Heun's step has order 2 for the drift")
            : (IntegrationMethod.RungeKutta4, why + ": the classical Runge-Kutta rule has order 4");
    }

    private static string ReasonOf(LinearBlock block)
    {
        if (block.States.Any(s => !s.Noise.IsEmpty))
            return "linear with additive noise (Ornstein-Uhlenbeck): exact in distribution, whatever the step";
        var isDriven = block.Rest.Any(b => b is not null && Expressions.FreeVariables.Of(b).Contains("t"));
        return "linear with constant coefficients: the exact solution, whatever the step"
            + (isDriven ? "; what depends on time is taken in the middle of the step (order 2)" : "");
    }

    private static ImmutableArray<BlockPlan> Exact(SteppedSystem system)
    {
        var exact = new ExactStates(system, int.MaxValue);
        foreach (var state in system.States)
        {
            if (exact.WhyNot(state) is { } why)
                throw Misfit(IntegrationMethod.Exact, state, why);
        }

        return [.. exact.Blocks.Select(b => new BlockPlan(b.States, IntegrationMethod.Exact, ReasonOf(b), b))];
    }

    private static ImmutableArray<BlockPlan> Named(SteppedSystem system, IntegrationMethod method)
    {
        var blocks = Connection.Blocks(system.States);
        foreach (var block in blocks)
        {
            foreach (var state in block)
            {
                if (MethodFit.Objection(method, block, state) is { } why)
                    throw Misfit(method, state, why);
            }
        }

        return [.. blocks.Select(b => new BlockPlan(b, method, "asked for"))];
    }

    private static IntegrationException Misfit(IntegrationMethod method, StateEquation state, string why) => new(
        $"the integrator '{IntegratorNames.Name(method)}' does not fit d{state.Name}/dt: {why}"
        + (state.Noise.IsEmpty ? "; 'auto' or 'rk4' would do" : "; 'auto' or 'heun' would do"));
}
