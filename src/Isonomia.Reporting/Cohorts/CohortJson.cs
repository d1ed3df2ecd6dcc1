using System.Text.Json;
using Isonomia.Measurement.Bids;
using Isonomia.Measurement.Measuring;
using Isonomia.Reporting.Tables;

namespace Isonomia.Reporting.Cohorts;

/// <summary>What <c>measure BIDS_DIR --json</c> writes: what became of each recording.</summary>
public static class CohortJson
{
    /// <summary>The name and version of the shape; keys may be added under it, not renamed.</summary>
    public const string Schema = "isonomia.cohort/1";

    /// <summary>Writes UTF-8, indented, ending with a line feed. The stream stays open.</summary>
    /// <param name="stream">Where to.</param>
    /// <param name="dataset">The data set.</param>
    /// <param name="outcomes">What became of its recordings.</param>
    /// <param name="command">The command line.</param>
    public static void Write(Stream stream, BidsDataset dataset, IReadOnlyList<FileOutcome> outcomes, string command)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(dataset);
        ArgumentNullException.ThrowIfNull(outcomes);
        using var json = new Utf8JsonWriter(stream, ReadingJson.Options(indented: true));
        json.WriteStartObject();
        json.WriteString("schema", Schema);
        json.WriteString("dataset", dataset.Name);
        json.WriteString("path", dataset.Folder);
        json.WriteNumber("recordings", outcomes.Count);
        json.WriteNumber("failed", outcomes.Count(o => o.Failure is not null));
        json.WriteStartArray("files");
        foreach (var outcome in outcomes)
            WriteFile(json, outcome);
        json.WriteEndArray();
        json.WriteStartObject("provenance");
        json.WriteString("version", RecordingMeasurer.Version);
        json.WriteString("command", command);
        json.WriteEndObject();
        json.WriteEndObject();
        json.Flush();
        stream.WriteByte((byte)'\n');
    }

    private static void WriteFile(Utf8JsonWriter json, FileOutcome outcome)
    {
        json.WriteStartObject();
        json.WriteString("path", outcome.File.Relative);
        json.WriteString("participant", outcome.File.Participant);
        json.WriteString("status", outcome.Measured is null ? "failed" : outcome.WasKept ? "kept" : "measured");
        json.WriteString("why", outcome.Failure);
        if (outcome.Measured is { } measured)
        {
            json.WriteNumber("duration_s", measured.DurationSeconds);
            json.WriteNumber("channels", measured.Channels);
            json.WriteNumber("good_channels", measured.GoodChannels);
            json.WriteNumber("usable_s", measured.UsableSeconds);
        }

        json.WriteEndObject();
    }
}
