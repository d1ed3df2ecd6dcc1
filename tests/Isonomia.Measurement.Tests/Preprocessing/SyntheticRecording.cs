using Isonomia.Measurement.Recordings;

namespace Isonomia.Measurement.Tests.Preprocessing;

/// <summary>Small recordings made in memory, whose truth is evident.</summary>
internal static class SyntheticRecording
{
    public const double Rate = 200;

    /// <summary>EEG channels E0, E1, ... filled by a function of (channel, time).</summary>
    public static Recording Of(int channels, double seconds, Func<int, double, double> signal,
        IReadOnlyList<RecordingEvent>? events = null, IReadOnlyList<Stretch>? stretches = null,
        Func<int, ChannelType>? type = null)
    {
        var samples = (int)(seconds * Rate);
        var data = new List<double[]>();
        for (var c = 0; c < channels; c++)
        {
            var channel = new double[samples];
            for (var i = 0; i < samples; i++)
                channel[i] = signal(c, i / Rate);
            data.Add(channel);
        }

        var header = new RecordingHeader("<synthetic>", "memory",
            [.. Enumerable.Range(0, channels).Select(c => new Channel($"E{c}", type?.Invoke(c) ?? ChannelType.Eeg, "uV", Rate, samples))])
        {
            Events = events ?? [],
            Stretches = stretches ?? [],
        };
        return new Recording(header, new MemorySource(data));
    }

    /// <summary>Repeatable noise, about uniform in [-1, 1], a pure function of channel and time.</summary>
    public static double Noise(int channel, double time)
    {
        var x = Math.Sin((channel * 12.9898) + (Math.Round(time * Rate) * 78.233)) * 43758.5453;
        return (2 * (x - Math.Floor(x))) - 1;
    }
}
