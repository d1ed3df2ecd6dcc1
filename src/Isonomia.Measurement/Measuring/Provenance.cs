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
    IReadOnlyDictionary<string, string> Parameters);
