namespace Isonomia.Simulation.Connectivity;

/// <summary>
/// Some of a projection's synapses, as arrays side by side; the same object is handed over again and again. Cells are
/// numbered within their population.
/// </summary>
internal sealed class EdgeBatch
{
    /// <summary>Most synapses of a batch.</summary>
    public const int Capacity = 4096;

    /// <summary>How many of the arrays' elements count.</summary>
    public int Count { get; internal set; }

    /// <summary>The source of each.</summary>
    public int[] Sources { get; } = new int[Capacity];

    /// <summary>The target of each.</summary>
    public int[] Targets { get; } = new int[Capacity];

    /// <summary>The weight of each in SI base units; without meaning where weights were not asked for.</summary>
    public double[] Weights { get; } = new double[Capacity];

    /// <summary>The delay of each in steps, at least one.</summary>
    public int[] DelaySteps { get; } = new int[Capacity];

    /// <summary>Whether all synapses of the projection have one weight.</summary>
    public bool HasConstantWeight { get; internal init; }

    /// <summary>Whether all synapses of the projection have one delay.</summary>
    public bool HasConstantDelay { get; internal init; }
}
