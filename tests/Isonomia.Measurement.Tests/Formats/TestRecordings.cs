using Isonomia.Measurement.Formats;
using Isonomia.Measurement.Recordings;

namespace Isonomia.Measurement.Tests.Formats;

/// <summary>Recordings made in memory.</summary>
internal static class TestRecordings
{
    /// <summary>Binds channels given as name, unit, rate and samples.</summary>
    public static Recording Of(
        Func<RecordingHeader, RecordingHeader>? change,
        params (string Name, string Unit, double Rate, double[] Samples)[] channels)
    {
        var header = new RecordingHeader("<test>", "memory", [.. channels.Select(c =>
            new Channel(c.Name, ChannelNames.TypeOf(c.Name, c.Unit), c.Unit, c.Rate, c.Samples.Length))]);
        return new Recording(change?.Invoke(header) ?? header, new MemorySource([.. channels.Select(c => c.Samples)]));
    }

    /// <summary>A wandering signal with a drift and an offset, as electrodes give.</summary>
    public static double[] Walk(int length, int seed, double scale = 10, double offset = 0)
    {
        var random = new Random(seed);
        var (samples, value) = (new double[length], 0.0);
        for (var i = 0; i < length; i++)
            samples[i] = offset + scale * (value = value * 0.99 + random.NextDouble() - 0.5);
        return samples;
    }

    /// <summary>A folder that is deleted with the test.</summary>
    public static string TemporaryFolder() => Directory.CreateTempSubdirectory("isonomia-").FullName;
}
