namespace Isonomia.Validation.Recovering;

/// <summary>A kind of signal whose truth is known, and what should be found in it.</summary>
/// <param name="Name">What it is, in a few words.</param>
/// <param name="SamplingRate">Samples per second, in Hz.</param>
/// <param name="Simulate">Makes the signal of a seed and a replicate; the same two give the same signal.</param>
/// <param name="Expectations">What should be found.</param>
public sealed record RecoveryCondition(
    string Name,
    double SamplingRate,
    Func<long, int, double[]> Simulate,
    IReadOnlyList<Expectation> Expectations)
{
    /// <summary>The settings to measure with, where they are not the defaults.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();
}
