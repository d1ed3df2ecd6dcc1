using Isonomia.Measurement.Recordings;
using Isonomia.Measurement.Synthesis.Disturbing;

namespace Isonomia.Measurement.Synthesis;

/// <summary>
/// A person who does not exist, at rest with eyes closed, and of whom everything is known: background activity of a
/// chosen exponent, rhythms whose amplitude has a chosen long-range correlation, blinks, muscle, a bad electrode and
/// mains hum, spread over the scalp smoothly. It obeys the equations of the biomarkers, not those of neurons. Recording the same individual twice gives the same samples, on
/// any number of threads.
/// </summary>
public sealed record VirtualIndividual
{
    /// <summary>What makes this individual's noise differ from another's.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>How long the recording lasts, in seconds.</summary>
    public double Duration { get; init; } = 300;

    /// <summary>Samples per second, in Hz.</summary>
    public double SamplingRate { get; init; } = 250;

    /// <summary>The electrodes, by their 10-10 names.</summary>
    public IReadOnlyList<string> Electrodes { get; init; } = ElectrodeSets.ThirtyTwo;

    /// <summary>The aperiodic activity.</summary>
    public Background Background { get; init; } = new();

    /// <summary>The rhythms.</summary>
    public IReadOnlyList<Rhythm> Rhythms { get; init; } = Rhythm.AtRest;

    /// <summary>The blinks; null for none.</summary>
    public EyeBlinks? Blinks { get; init; } = new(9, 150);

    /// <summary>The muscle bursts; null for none.</summary>
    public MuscleBursts? Muscle { get; init; } = new(6, 25);

    /// <summary>The broken electrode; null for none.</summary>
    public BadElectrode? BadElectrode { get; init; } = new("P7", ElectrodeFault.Noisy);

    /// <summary>The mains hum; null for none.</summary>
    public LineNoise? Line { get; init; } = new(50, 2);

    /// <summary>What is marked in the recording.</summary>
    public IReadOnlyList<RecordingEvent> Events { get; init; } = [new(0, 0, "eyes closed")];

    /// <summary>The same individual without blinks, muscle, broken electrode and hum.</summary>
    public VirtualIndividual Undisturbed() =>
        this with { Blinks = null, Muscle = null, BadElectrode = null, Line = null };

    /// <summary>Records the individual.</summary>
    /// <exception cref="ArgumentException">An electrode is not known or named twice, the broken one is not among them,
    /// or fewer than three work.</exception>
    public VirtualRecording Record()
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(Duration);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(SamplingRate);
        if (Electrodes.Distinct(StringComparer.Ordinal).Count() < Electrodes.Count)
            throw new ArgumentException("an electrode is named twice");
        var bad = BadElectrode is null ? -1 : Electrodes.ToList().IndexOf(BadElectrode.Name);
        if (BadElectrode is not null && bad < 0)
            throw new ArgumentException($"the broken electrode '{BadElectrode.Name}' is not among the electrodes");
        if (Electrodes.Count - (bad < 0 ? 0 : 1) < 3)
            throw new ArgumentException("an average reference needs three electrodes that work");

        var head = new Head(Electrodes, bad);
        var brain = new Activity(this, head);
        var recording = new Recording(
            new RecordingHeader("<virtual individual>", "memory", [.. Electrodes.Select((name, i) =>
                new Channel(name, ChannelType.Eeg, "uV", SamplingRate, brain.Samples[i].Length)
                {
                    Position = head.Positions[i],
                })])
            {
                Events = Events,
            },
            new MemorySource(brain.Samples));
        return new VirtualRecording(recording, brain.Truth);
    }
}
