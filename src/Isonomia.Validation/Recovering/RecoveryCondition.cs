namespace Isonomia.Validation.Recovering;

/// <summary>A kind of recording whose truth is known, and what should be found in it.</summary>
/// <param name="Name">What it is, in a few words.</param>
/// <param name="Simulate">Makes the recording of a seed and a replicate; the same two give the same one.</param>
/// <param name="Expectations">What should be found.</param>
public sealed record RecoveryCondition(
    string Name, Func<long, int, RecoverySubject> Simulate, IReadOnlyList<Expectation> Expectations)
{
    /// <summary>A condition of one signal.</summary>
    /// <param name="name">What it is, in a few words.</param>
    /// <param name="samplingRate">Samples per second, in Hz.</param>
    /// <param name="simulate">Makes the signal of a seed and a replicate.</param>
    /// <param name="expectations">What should be found.</param>
    public RecoveryCondition(string name, double samplingRate, Func<long, int, double[]> simulate,
        IReadOnlyList<Expectation> expectations)
        : this(name, (seed, replicate) => RecoverySubject.Of(samplingRate, simulate(seed, replicate)), expectations)
    {
    }

    /// <summary>The settings to measure with, where they are not the defaults.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();
}
