using Isonomia.Measurement.Recordings;
using Isonomia.Measurement.Settings;

namespace Isonomia.Measurement.Measuring;

/// <summary>What is needed to repeat a measurement from its output alone.</summary>
/// <param name="Version">The tool's version.</param>
/// <param name="Command">The command line, or a description of the call.</param>
/// <param name="Time">When it ran (UTC).</param>
/// <param name="InputSha256">Hash of the recording's file, hexadecimal.</param>
/// <param name="Parameters">Every setting's value, defaults included.</param>
public sealed record Provenance(
    string Version,
    string Command,
    DateTimeOffset Time,
    string InputSha256,
    IReadOnlyDictionary<string, string> Parameters)
{
    /// <summary>Of something made now of a recording.</summary>
    /// <param name="recording">The recording; its files are hashed.</param>
    /// <param name="command">The command line, or a description of the call.</param>
    /// <param name="settings">The settings in use.</param>
    public static Provenance Of(RecordingHeader recording, string command, MeasureSettings settings) => new(
        RecordingMeasurer.Version, command, DateTimeOffset.UtcNow, InputHash.Of(recording), settings.Effective());
}
