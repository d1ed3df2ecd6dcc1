using Isonomia.Inference.Corticothalamic;
using Isonomia.Measurement.Recordings;
using Isonomia.Restoration.Catalogue;

namespace Isonomia.Restoration.Individuals;

/// <summary>
/// A person who does not exist, awake with eyes closed, of whom everything is known: a corticothalamic field with a
/// condition of a size of its own, recorded in the time domain. Electrodes see parts of cortex that have no noise in
/// common.
/// </summary>
/// <param name="Condition">The hidden condition; null for none.</param>
/// <param name="Parameters">The true parameters, in the order of <see cref="CorticothalamicModel"/>.</param>
public sealed record VirtualPerson(Condition? Condition, double[] Parameters)
{
    private const double Amplitude = 12;
    private static readonly string[] Names = ["Fz", "Cz", "Pz", "Oz", "C3", "C4", "P3", "P4"];

    /// <summary>The true power of muscle as a multiple of the brain's.</summary>
    public double Muscle { get; init; } = 0.01;

    /// <summary>Draws a person from <see cref="PublishedPopulation"/>.</summary>
    /// <param name="condition">The condition; null for none.</param>
    /// <param name="seed">The seed.</param>
    /// <exception cref="CatalogueException">The condition is not defined in the corticothalamic field.</exception>
    public static VirtualPerson Draw(Condition? condition, long seed) =>
        new(condition, PublishedPopulation.Draw(condition, 1, seed)[0]);

    /// <summary>Records the person: eight channels of EEG at 500 Hz, in uV.</summary>
    /// <param name="seconds">How long.</param>
    /// <param name="seed">The seed of the noise.</param>
    /// <param name="cancel">Stops it.</param>
    public Recording Record(double seconds, long seed, CancellationToken cancel = default)
    {
        const double Rate = 500;
        var samples = new FieldSimulation(CorticothalamicGains.From(Parameters)) { Muscle = Muscle }
            .Record(seconds, Rate, seed, cancel);
        var scale = Amplitude / Math.Sqrt(samples.Average(c => c.Average(v => v * v)));
        var scaled = samples.Select(c => Array.ConvertAll(c, v => v * scale)).ToArray();
        var channels = Names.Select((name, i) => new Channel(name, ChannelType.Eeg, "uV", Rate, scaled[i].Length)
        {
            Position = StandardMontage.TryFind(name, out var position) ? position : null,
        });
        return new Recording(
            new RecordingHeader("<virtual person>", "memory", [.. channels]) { Events = [new(0, 0, "eyes closed")] },
            new MemorySource(scaled));
    }
}
