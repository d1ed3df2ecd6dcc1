using System.Text.Json;
using Isonomia.Measurement.Formats;
using Isonomia.Measurement.Recordings;
using Isonomia.Tests;

namespace Isonomia.Measurement.Tests.Formats;

/// <summary>
/// Holds a recording against what MNE 1.3.0 read from the same file (reference/file_readings.json, in SI units).
/// </summary>
internal static class FileReadings
{
    private static readonly Lazy<JsonElement> All = new(() => SharedData.Reference("file_readings.json"));

    /// <summary>Opens a shared file.</summary>
    public static Recording Open(string file) => RecordingFile.Open(SharedData.Path(file));

    /// <summary>
    /// Asserts that names, counts and values are MNE's: to 1e-9 of each channel's largest absolute value for single
    /// samples and the mean, and of its standard deviation for that, which covers the different order of rounding
    /// (MNE scales to volts, sums pairwise). Channels that MNE resampled to a higher rate are compared by name only.
    /// </summary>
    public static void Agree(string file, Recording recording)
    {
        var expected = All.Value.GetProperty(file);
        var names = expected.GetProperty("channels").EnumerateArray().Select(e => e.GetString()!).ToArray();
        Assert.Equal(names, recording.Channels.Select(c => c.Name));
        var rate = expected.GetProperty("sfreq").GetDouble();
        var samples = expected.GetProperty("n_samples").GetInt64();
        Assert.Equal(rate, recording.Channels.Max(c => c.SamplingRate), 1e-9 * rate);
        Assert.Equal(samples / rate, recording.StoredSeconds, 1e-9 * samples / rate);

        var (mean, deviation) = (expected.GetProperty("mean").Numbers(), expected.GetProperty("std_ddof0").Numbers());
        var (least, most) = (expected.GetProperty("min").Numbers(), expected.GetProperty("max").Numbers());
        var (last, first) = (expected.GetProperty("last").Numbers(), expected.GetProperty("first3"));
        for (var i = 0; i < names.Length; i++)
        {
            if (recording.Channels[i].SamplingRate < rate)
                continue;
            Assert.Equal(samples, recording.Channels[i].Samples);
            var scale = Si(recording.Channels[i]);
            var values = recording.ReadAll(i).Select(v => v * scale).ToArray();
            var tolerance = 1e-9 * values.Max(Math.Abs) + 1e-20;
            var start = first[i].Numbers();
            for (var k = 0; k < start.Length; k++)
                Assert.Equal(start[k], values[k], tolerance);
            Assert.Equal(last[i], values[^1], tolerance);
            Assert.Equal(least[i], values.Min(), tolerance);
            Assert.Equal(most[i], values.Max(), tolerance);
            var average = values.Average();
            Assert.Equal(mean[i], average, tolerance);
            var spread = Math.Sqrt(values.Average(v => (v - average) * (v - average)));
            Assert.Equal(deviation[i], spread, 1e-9 * spread + tolerance * 1e-3);
        }
    }

    /// <summary>Asserts that the events are MNE's annotations, which it rounds to microseconds here.</summary>
    public static void AgreeOnEvents(string file, IEnumerable<RecordingEvent> events)
    {
        var expected = All.Value.GetProperty(file).GetProperty("annotations").EnumerateArray()
            .Select(a => (Onset: a[0].GetDouble(), Duration: a[1].GetDouble(), Text: a[2].GetString())).ToArray();
        var found = events.ToArray();
        Assert.Equal(expected.Select(e => e.Text), found.Select(e => e.Description));
        foreach (var (theirs, ours) in expected.Zip(found))
        {
            Assert.Equal(theirs.Onset, ours.Onset, 1.1e-6);
            Assert.Equal(theirs.Duration, ours.Duration, 1.1e-6);
        }
    }

    /// <summary>The file's own start, which MNE calls UTC.</summary>
    public static DateTime Start(string file) =>
        DateTimeOffset.Parse(All.Value.GetProperty(file).GetProperty("meas_date").GetString()!).UtcDateTime;

    private static double Si(Channel channel) => channel.Type == ChannelType.Stimulus ? 1 : channel.Unit switch
    {
        "uV" or "uS" => 1e-6,
        "mV" => 1e-3,
        "nV" => 1e-9,
        _ => 1,
    };
}
