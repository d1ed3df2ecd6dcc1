namespace Isonomia.Simulation.Synapses;

/// <summary>A synapse transmitted more than can be added up, or what is not a number.</summary>
public sealed class WeightOverflowException : Exception
{
    /// <summary>A synapse that left its range.</summary>
    /// <param name="synapse">The synapse's model.</param>
    /// <param name="target">The index of the target's cell.</param>
    /// <param name="time">When, in seconds.</param>
    public WeightOverflowException(string synapse, int target, double time)
        : base($"A synapse '{synapse}' of target {target} transmitted more than its largest weight, or what is no "
            + $"number, at {time:G6} s; limit the weight in its rule, as by w = clip(w, 0*nS, wmax).")
    {
        (Target, Time) = (target, time);
    }

    /// <summary>The index of the target's cell.</summary>
    public int Target { get; }

    /// <summary>When, in seconds.</summary>
    public double Time { get; }
}
