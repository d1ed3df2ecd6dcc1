using System.Text.Json;
using Isonomia.Measurement.Bids;
using Isonomia.Numerics.Files;
using Isonomia.Reporting.Tables;

namespace Isonomia.Reporting.Cohorts;

/// <summary>
/// A whole data set in two tidy tables: <c>biomarkers.tsv</c>, one number a row, of all recordings, and
/// <c>recordings.tsv</c>, one recording a row, with what became of it.
/// </summary>
public static class CohortTsv
{
    private static readonly string[] Entities = ["ses", "task", "acq", "run"];

    private static readonly (string Column, string LongName, string Description)[] Identifying =
    [
        ("participant_id", "Participant", "As in participants.tsv"),
        ("session", "Session", "The entity ses of the recording's name"),
        ("task", "Task", "The entity task"),
        ("acquisition", "Acquisition", "The entity acq"),
        ("run", "Run", "The entity run"),
        ("recording", "Recording", "The recording's file within the data set"),
    ];

    private static readonly (string Column, string LongName, string Description)[] Counted =
    [
        ("status", "Status", "measured; kept: the results of an earlier run still hold; failed"),
        ("duration_s", "Duration", "Seconds from the first sample to the end of the last"),
        ("channels", "Channels", "Channels considered"),
        ("good_channels", "Good channels", "Channels measured"),
        ("usable_s", "Usable time", "Seconds measured, averaged over good channels"),
        ("why", "Reason", "Why it failed"),
    ];

    /// <summary>Writes both tables and their sidecars.</summary>
    /// <param name="results">The results of each recording.</param>
    /// <param name="outcomes">What became of each.</param>
    /// <exception cref="IOException">They cannot be written.</exception>
    public static void Write(DerivativeFolder results, IReadOnlyList<FileOutcome> outcomes)
    {
        ArgumentNullException.ThrowIfNull(results);
        ArgumentNullException.ThrowIfNull(outcomes);
        MeasureTsv.WriteText(Path.Combine(results.Path, "recordings.tsv"), text => WriteRecordings(text, outcomes));
        WriteSidecar(Path.Combine(results.Path, "recordings.json"), [.. Identifying, .. Counted]);
        MeasureTsv.WriteText(Path.Combine(results.Path, "biomarkers.tsv"), text => WriteBiomarkers(text, results, outcomes));
        WriteSidecar(Path.Combine(results.Path, "biomarkers.json"), [.. Identifying, .. TsvSidecar.BiomarkerColumns]);
    }

    private static void WriteRecordings(StreamWriter text, IReadOnlyList<FileOutcome> outcomes)
    {
        text.WriteLine(string.Join('\t', Identifying.Concat(Counted).Select(c => c.Column)));
        foreach (var (file, measured, kept, why) in outcomes)
        {
            MeasureTsv.Line(text, [.. Identity(file), measured is null ? "failed" : kept ? "kept" : "measured",
                MeasureTsv.Number(measured?.DurationSeconds), measured?.Channels.ToString(),
                measured?.GoodChannels.ToString(), MeasureTsv.Number(measured?.UsableSeconds), why]);
        }
    }

    // Rows are carried over as they stand, so that every digit stays.
    private static void WriteBiomarkers(StreamWriter text, DerivativeFolder results, IReadOnlyList<FileOutcome> outcomes)
    {
        var own = TsvSidecar.BiomarkerColumns.Select(c => c.Column).ToArray();
        text.WriteLine(string.Join('\t', [.. Identifying.Select(c => c.Column), .. own]));
        foreach (var (file, _, _, _) in outcomes.Where(o => o.Measured is not null))
        {
            var table = BidsTable.Read(results.PathOf(file, "biomarkers.tsv"));
            var identity = Identity(file);
            for (var row = 0; row < table.Count; row++)
                MeasureTsv.Line(text, [.. identity, .. own.Select(column => table[row, column])]);
        }
    }

    private static string?[] Identity(BidsFile file) =>
        [file.Participant, .. Entities.Select(e => file.Name[e]), file.Relative];

    private static void WriteSidecar(string path, (string Column, string LongName, string Description)[] columns) =>
        AtomicFile.Write(path, stream =>
        {
            using (var json = new Utf8JsonWriter(stream, ReadingJson.Options(indented: true)))
            {
                json.WriteStartObject();
                TsvSidecar.WriteColumns(json, columns);
                json.WriteEndObject();
            }

            stream.WriteByte((byte)'\n');
        });
}
