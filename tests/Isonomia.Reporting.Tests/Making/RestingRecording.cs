using Isonomia.Measurement.Biomarkers;
using Isonomia.Measurement.Measuring;
using Isonomia.Measurement.Preprocessing;
using Isonomia.Measurement.Recordings;
using Isonomia.Measurement.Results;

namespace Isonomia.Reporting.Tests.Making;

/// <summary>A made-up measurement of a resting EEG of many channels, with everything a report can show.</summary>
internal static class RestingRecording
{
    private const double Duration = 300;

    private static readonly string[] Bands = ["delta", "theta", "alpha", "beta", "gamma"];

    public static RecordingMeasurement Of(int channels, string firstName = "S1")
    {
        var random = new Random(7);
        var measured = Enumerable.Range(0, channels).Select(i => Channel(i, channels, firstName, random)).ToArray();
        return new RecordingMeasurement(
            new RecordingHeader("data/sub-01_task-rest_eeg.edf", "EDF+D", [.. measured.Select(c => c.Channel)])
            {
                Start = new DateTime(2025, 3, 1, 10, 30, 0, DateTimeKind.Unspecified),
                Events = [.. Enumerable.Range(0, 20).Select(i => new RecordingEvent(15 * i + 2, i % 3 == 0 ? 4 : 0,
                    i % 3 == 0 ? "eyes closed" : i % 3 == 1 ? "eyes open" : "beep"))],
                Warnings = ["the file is cut short: 1.5 s of its last record are missing"],
            },
            Duration + 10,
            [new Stretch(0, 200), new Stretch(210, 100)],
            measured,
            [
                new PreprocessingStep("channels", Words(("types", "eeg")), $"{channels} EEG channels kept"),
                new PreprocessingStep("notch", Words(("line", "50Hz"), ("harmonics", "2")),
                    "line found at 50.0 Hz, 21 dB above its surroundings; removed with 1 harmonic"),
                new PreprocessingStep("reference", Words(("to", "average")), "average of the good channels"),
                new PreprocessingStep("segments", Words(("amplitude", "inf")), "dropped 3 segments, 4.7 s"),
            ],
            [
                new RejectedSegment(12, 1.5, "amplitude"),
                new RejectedSegment(80, 2, "amplitude"),
                new RejectedSegment(250, 1.2, "gradient"),
            ],
            new Provenance("0.1.0", "isonomia measure data/sub-01_task-rest_eeg.edf --out results",
                new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero), new string('a', 64),
                Words(("spectrum.window", "2s"), ("spectrum.overlap", "0.5"), ("aperiodic.range", "2:40"))));
    }

    public static Dictionary<string, string> Words(params (string Key, string Value)[] pairs) =>
        pairs.ToDictionary(p => p.Key, p => p.Value, StringComparer.Ordinal);

    private static ChannelMeasurement Channel(int i, int of, string firstName, Random random)
    {
        var height = 1 - 1.15 * i / of;
        var around = i * 2.399963;
        var across = Math.Sqrt(1 - height * height);
        var place = new Position(
            0.09 * across * Math.Cos(around), 0.09 * across * Math.Sin(around), 0.09 * height + 0.04);
        var channel = new Channel(i == 0 ? firstName : $"S{i + 1}", ChannelType.Eeg, "uV", 250, 75_000)
        {
            Position = place,
        };
        var bad = i % 21 == 20 ? "noisy: robust z of 7.3" : null;
        return new ChannelMeasurement(channel, bad, bad is null ? Duration - 4.7 : 0,
            bad is null ? Results(place, random) : new Dictionary<string, BiomarkerResult>(StringComparer.Ordinal))
        {
            Trace = Trace(random, bad is null ? 20 : 80),
        };
    }

    private static Dictionary<string, BiomarkerResult> Results(Position place, Random random)
    {
        var back = -place.Y / 0.09;
        double Near(double value, double spread) => value + spread * (random.NextDouble() - 0.5);
        var power = new Reading();
        var (dfa, fei) = (new Reading(), new Reading());
        foreach (var band in Bands)
        {
            var part = band == "alpha" ? 0.25 + 0.15 * back : 0.16;
            power.Group(band, new Reading()
                .Number("absolute", Near(9, 3), "uV^2").Number("relative", Near(part, 0.03), "1"));
            var exponent = Near(0.66 + 0.05 * back, 0.1);
            dfa.Group(band, new Reading()
                .Number("exponent", Measured.Of(exponent, 0.02), "1").Number("r_squared", 0.99, "1"));
            var ratio = exponent > 0.6 ? Measured.Of(Near(0.9, 0.3)) : Measured.Undefined("DFA exponent not above 0.6");
            fei.Group(band, new Reading()
                .Number("value", ratio, "1")
                .Number("dfa_exponent", exponent, "1"));
        }

        return new Dictionary<string, BiomarkerResult>(StringComparer.Ordinal)
        {
            ["aperiodic"] = new Found(new Reading().Number("offset", Near(1.1, 0.4), "log10(uV^2/Hz)")
                .Number("exponent", Measured.Of(Near(1.3 + 0.2 * back, 0.1), 0.03), "1")
                .Number("knee", Measured.Undefined("fixed mode has no knee"), "1")
                .Number("r_squared", Near(0.97, 0.02), "1")),
            ["band_power"] = new Found(power),
            ["dfa"] = new Found(dfa),
            ["fei"] = new Found(fei),
            ["lempel_ziv"] = new Found(new Reading().Number("value", Near(0.45 + 0.05 * back, 0.04), "1")),
            ["sample_entropy"] = new Found(new Reading().Number("value", Near(1.2, 0.3), "1")),
        };
    }

    private static TraceOverview Trace(Random random, double size)
    {
        var (low, high) = (new float[1500], new float[1500]);
        for (var b = 0; b < low.Length; b++)
        {
            low[b] = (float)(-size * (0.4 + random.NextDouble()));
            high[b] = (float)(size * (0.4 + random.NextDouble()));
        }

        return new TraceOverview(Duration / low.Length, low, high);
    }
}
