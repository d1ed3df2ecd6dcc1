using System.Collections.Immutable;

namespace Isonomia.Modeling.Circuits;

/// <summary>What is recorded of a population while it runs.</summary>
public sealed record ProbeModel
{
    /// <summary>Index among the circuit's populations.</summary>
    public required int Population { get; init; }

    /// <summary>Whether spikes are kept.</summary>
    public bool Spikes { get; init; }

    /// <summary>
    /// Whether the rate is recorded: spikes of the cells in each interval over their number and the interval, in hertz.
    /// </summary>
    public bool Rate { get; init; }

    /// <summary>What is evaluated, each with the name it has in outputs, in the names of the composed cell.</summary>
    public ImmutableArray<ProbedValue> Values { get; init; } = [];

    /// <summary>The cells recorded, ascending; null for all. Sums go over these.</summary>
    public ImmutableArray<int>? Cells { get; init; }

    /// <summary>Whether the sum over cells is recorded, one number a sample, rather than each cell.</summary>
    public bool IsSum { get; init; }

    /// <summary>
    /// Makes a field potential of the two sums <see cref="Values"/> (excitatory current, then inhibitory), and records
    /// it as "lfp" besides them.
    /// </summary>
    public LfpProxy Proxy { get; init; }

    /// <summary>The interval between samples in seconds.</summary>
    public required double Every { get; init; }
}
