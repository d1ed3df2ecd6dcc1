using Isonomia.Measurement.Biomarkers;
using Isonomia.Measurement.Measuring;
using Isonomia.Measurement.Preprocessing;
using Isonomia.Measurement.Recordings;
using Isonomia.Measurement.Results;

namespace Isonomia.Reporting.Tests.Making;

/// <summary>Measurements made up by hand, with all their parts known.</summary>
internal static class Measurements
{
    public const string Hostile = "<script>alert('x')</script>\"&\t\u00b5";

    public static ChannelMeasurement Channel(string name, Reading? reading = null, string? whyBad = null) =>
        new(new Channel(name, ChannelType.Eeg, "uV", 250, 75_000), whyBad, 290,
            reading is null
                ? new Dictionary<string, BiomarkerResult>(StringComparer.Ordinal)
                : new Dictionary<string, BiomarkerResult>(StringComparer.Ordinal) { ["toy"] = new Found(reading) });

    public static RecordingMeasurement Of(params ChannelMeasurement[] channels) =>
        new(new RecordingHeader("rest.edf", "EDF+C", [.. channels.Select(c => c.Channel)])
        {
            Start = new DateTime(2025, 3, 1, 10, 30, 0, DateTimeKind.Unspecified),
            Events = [new RecordingEvent(1, 0, "eyes closed")],
            Warnings = ["the last record is cut short"],
        },
        300,
        [new Stretch(0, 200), new Stretch(210, 100)],
        channels,
        [new PreprocessingStep("notch", new Dictionary<string, string>(StringComparer.Ordinal) { ["line"] = "50" },
            "removed 50 Hz and 2 harmonics")],
        [new RejectedSegment(12, 1.5, "amplitude")],
        new Provenance("0.1.0", "isonomia measure rest.edf", new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero),
            "ab12", new Dictionary<string, string>(StringComparer.Ordinal) { ["spectrum.window"] = "2s" }));
}
