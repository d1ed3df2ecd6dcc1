using Isonomia.Measurement.Recordings;

namespace Isonomia.Measurement.Preprocessing;

/// <summary>
/// The signal that is subtracted from every channel of a kind: the mean of the good ones, or of the channels named.
/// It is built block by block; held as single precision, which keeps a day at 256 Hz under 90 MB and costs 6e-8 of the
/// amplitude.
/// </summary>
internal sealed class ReferenceSignal
{
    private const int BlockSamples = 1 << 16;

    // From this many electrodes on, their mean is close enough to the potential of a distant point (Nunez 2006, ch. 7).
    private const int EnoughForAverage = 16;
    private readonly float[] mean;
    private readonly HashSet<int> appliesTo;

    private ReferenceSignal(float[] mean, IEnumerable<int> appliesTo, string outcome)
    {
        this.mean = mean;
        this.appliesTo = [.. appliesTo];
        Outcome = outcome;
    }

    /// <summary>What was done, in words.</summary>
    public string Outcome { get; }

    /// <summary>No reference: as recorded.</summary>
    public static ReferenceSignal None(string outcome) => new([], [], outcome);

    /// <summary>Builds the reference that the setting asks for.</summary>
    public static ReferenceSignal Build(Recording recording, IReadOnlyList<int> good, string setting, CancellationToken cancel)
    {
        if (setting == "none")
            return None("as recorded");
        var eeg = good.Where(i => recording.Channels[i].Type == ChannelType.Eeg).ToList();
        if (setting == "auto" && eeg.Count < EnoughForAverage)
            return None($"as recorded: {eeg.Count} good EEG channels are too few for an average reference (16)");
        if (setting is "auto" or "average")
        {
            var members = eeg.Count > 0 ? eeg : [.. good];
            return members.Count < 2
                ? None("as recorded: an average needs two channels")
                : Mean(recording, members, members, $"average of {members.Count} good channels", cancel);
        }

        var named = setting.Split('+', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(name => ChannelChoice.Index(recording, name)).ToList();
        var targets = good.Where(i => recording.Channels[i].Type == recording.Channels[named[0]].Type).Except(named);
        return Mean(recording, named, [.. targets], "mean of " + setting, cancel);
    }

    /// <summary>Subtracts the reference from a channel's samples, if it applies to it.</summary>
    public void Subtract(int channel, Span<double> samples)
    {
        if (!appliesTo.Contains(channel))
            return;
        for (var i = 0; i < samples.Length; i++)
            samples[i] -= mean[i];
    }

    private static ReferenceSignal Mean(Recording recording, List<int> members, IReadOnlyList<int> targets, string outcome,
        CancellationToken cancel)
    {
        var first = recording.Channels[members[0]];
        bool SameClock(int i) => recording.Channels[i].SamplingRate == first.SamplingRate
            && recording.Channels[i].Samples == first.Samples;
        if (members.Find(i => !SameClock(i)) is var other && !SameClock(other))
        {
            throw new BadInputException(recording.Header.Path,
                $"the reference cannot join channels {first.Name} and {recording.Channels[other].Name}, whose sampling "
                + "rates differ; choose another with --set preprocessing.reference=");
        }

        var reference = GC.AllocateArray<float>(checked((int)first.Samples), pinned: true);
        var block = new double[Math.Min(BlockSamples, reference.Length)];
        var sum = new double[block.Length];
        for (var at = 0; at < reference.Length; at += BlockSamples)
        {
            cancel.ThrowIfCancellationRequested();
            var count = Math.Min(BlockSamples, reference.Length - at);
            Array.Clear(sum);
            foreach (var member in members)
            {
                recording.Read(member, at, block.AsSpan(0, count));
                for (var i = 0; i < count; i++)
                    sum[i] += block[i];
            }

            for (var i = 0; i < count; i++)
                reference[at + i] = (float)(sum[i] / members.Count);
        }

        return new ReferenceSignal(reference, targets.Where(SameClock), outcome);
    }
}
