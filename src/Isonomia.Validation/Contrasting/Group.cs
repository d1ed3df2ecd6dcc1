using Isonomia.Numerics.Statistics;

namespace Isonomia.Validation.Contrasting;

/// <summary>One number measured in many recordings, or parts of one, of a kind.</summary>
/// <param name="Name">The kind.</param>
/// <param name="Values">The numbers.</param>
public sealed record Group(string Name, double[] Values)
{
    /// <summary>Their mean.</summary>
    public double Mean => Descriptive.Mean(Values);
}
