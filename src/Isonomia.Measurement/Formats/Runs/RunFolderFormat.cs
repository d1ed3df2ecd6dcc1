using Isonomia.Measurement.Recordings;

namespace Isonomia.Measurement.Formats.Runs;

/// <summary>
/// What <c>isonomia simulate --out</c> leaves behind: <c>run.json</c>, which tells of the rest, <c>spikes/</c> and
/// <c>probes/</c>. The spikes of each population are read as those of its units, each recorded cell or sum as a
/// channel.
/// </summary>
public sealed class RunFolderFormat : IRecordingFormat
{
    private static readonly string[] Parts = ["spikes", "probes"];

    /// <inheritdoc/>
    public string Name => "simulation run";

    /// <inheritdoc/>
    public bool Recognises(FileHead head) =>
        head.Bytes.Span.TrimStart(" \t\r\n"u8).StartsWith("{"u8)
        && head.Bytes.Span.IndexOf(System.Text.Encoding.ASCII.GetBytes(RunManifest.Schema)) >= 0;

    /// <inheritdoc/>
    /// <param name="path">The run's <c>run.json</c>.</param>
    /// <param name="options">Not used: a run says everything itself.</param>
    public Recording Open(string path, ReadingOptions options) =>
        Open(Path.GetDirectoryName(Path.GetFullPath(path))!, path, path);

    /// <summary>Opens a run's folder.</summary>
    /// <param name="folder">The folder.</param>
    /// <exception cref="BadInputException">It is not that of a run, or something is missing or broken.</exception>
    internal static Recording OpenFolder(string folder)
    {
        var manifest = Path.Combine(folder, RunManifest.FileName);
        if (File.Exists(manifest))
            return Open(folder, manifest, Path.TrimEndingDirectorySeparator(folder));
        throw Parts.Any(p => Directory.Exists(Path.Combine(folder, p)))
            ? new BadInputException(manifest, "this file is missing; it is written last, so the run is not finished, or"
                + " was broken off: wait for it, or simulate again")
            : new BadInputException(folder, "this is a folder; a recording file was expected, or the folder of a run as"
                + " 'isonomia simulate --out' leaves it, with run.json");
    }

    private static Recording Open(string folder, string manifestPath, string shownPath)
    {
        var manifest = RunManifest.Read(manifestPath);
        var files = new List<string> { manifestPath };
        var warnings = new List<string>(manifest.Warnings);
        var spikes = RunSpikes.Read(folder, manifest, files, warnings);
        var probes = RunProbes.Open(folder, manifest, files);
        if (spikes.Count == 0 && probes.Channels.Count == 0)
            throw new BadInputException(manifestPath, "the run recorded neither spikes nor variables");
        var header = new RecordingHeader(shownPath, "simulation run", probes.Channels)
        {
            Spikes = spikes,
            SpikeDuration = manifest.Duration,
            IsSimulated = true,
            Files = [.. files.Distinct()],
            Warnings = [.. warnings, .. probes.Warnings],
        };
        return new Recording(header, probes.Source);
    }
}
