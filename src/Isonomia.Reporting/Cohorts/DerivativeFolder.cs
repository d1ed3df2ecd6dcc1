using System.Text.Json;
using Isonomia.Measurement.Bids;
using Isonomia.Measurement.Biomarkers;
using Isonomia.Measurement.Measuring;
using Isonomia.Numerics.Files;
using Isonomia.Reporting.Tables;

namespace Isonomia.Reporting.Cohorts;

/// <summary>
/// The results of a data set, laid out as BIDS derivatives: a <c>dataset_description.json</c> that says where they come
/// from, and beside each other in folders of participants and sessions what <c>measure</c> writes of one recording.
/// </summary>
/// <param name="folder">The folder.</param>
/// <param name="dataset">What was measured.</param>
public sealed class DerivativeFolder(string folder, BidsDataset dataset)
{
    private const string Label = "_desc-isonomia_";
    private const string Schema = "isonomia.measured/1";

    /// <summary>The folder.</summary>
    public string Path => folder;

    /// <summary>Where a result of a recording is, or will be.</summary>
    /// <param name="file">The recording.</param>
    /// <param name="name">The last part of its name, as <c>biomarkers.tsv</c>.</param>
    public string PathOf(BidsFile file, string name) => System.IO.Path.Combine(FolderOf(file), file.Name.Stem + Label + name);

    /// <summary>Makes the folder, and says in it what it holds.</summary>
    /// <param name="command">The command line.</param>
    /// <exception cref="IOException">It cannot be written to.</exception>
    public void Begin(string command) => AtomicFile.Write(System.IO.Path.Combine(folder, "dataset_description.json"), stream =>
    {
        using (var json = new Utf8JsonWriter(stream, ReadingJson.Options(indented: true)))
        {
            json.WriteStartObject();
            json.WriteString("Name", dataset.Name + ": biomarkers of excitation and inhibition");
            json.WriteString("BIDSVersion", "1.9.0");
            json.WriteString("DatasetType", "derivative");
            json.WriteStartArray("GeneratedBy");
            json.WriteStartObject();
            json.WriteString("Name", "Isonomia");
            json.WriteString("Version", RecordingMeasurer.Version);
            json.WriteString("Description", command);
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteStartArray("SourceDatasets");
            json.WriteStartObject();
            json.WriteString("URL", Relative(folder, dataset.Folder));
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
    });

    /// <summary>Writes the results of a recording; what says that they are whole comes last.</summary>
    /// <param name="file">The recording.</param>
    /// <param name="measurement">What was found.</param>
    /// <param name="fingerprint">By which these results are known again.</param>
    /// <exception cref="IOException">They cannot be written.</exception>
    public MeasuredFile Write(BidsFile file, RecordingMeasurement measurement, string fingerprint)
    {
        var prefix = file.Name.Stem + Label;
        // Results of before that no longer hold must not be taken for whole if this is interrupted.
        Directory.CreateDirectory(FolderOf(file));
        File.Delete(StatusOf(file));
        MeasureTsv.Write(FolderOf(file), measurement, BiomarkerLibrary.Descriptions, prefix);
        MeasureJson.Write(PathOf(file, "measure.json"), measurement);
        MeasurementReport.Write(PathOf(file, "report.html"), measurement);
        var good = measurement.Channels.Where(c => c.WhyBad is null).ToArray();
        var status = new MeasuredFile(fingerprint, measurement.DurationSeconds, measurement.Channels.Count, good.Length,
            good.Length == 0 ? 0 : good.Average(c => c.UsableSeconds));
        AtomicFile.Write(StatusOf(file), stream => JsonSerializer.Serialize(stream, new Stored(Schema, file.Relative, status)));
        return status;
    }

    /// <summary>What was found earlier in a recording, with the same settings; null where that is not whole.</summary>
    /// <param name="file">The recording.</param>
    /// <param name="fingerprint">By which these results are known.</param>
    public MeasuredFile? Find(BidsFile file, string fingerprint)
    {
        try
        {
            var stored = JsonSerializer.Deserialize<Stored>(File.ReadAllBytes(StatusOf(file)));
            return stored?.Schema == Schema && stored.Measured?.Fingerprint == fingerprint
                && Results.All(name => File.Exists(PathOf(file, name)))
                ? stored.Measured
                : null;
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException or JsonException)
        {
            // Nothing there yet, or broken off: measured anew either way.
            return null;
        }
    }

    private static readonly string[] Results =
        ["biomarkers.tsv", "biomarkers.json", "channels.tsv", "channels.json", "measure.json", "report.html"];

    private string FolderOf(BidsFile file) => System.IO.Path.Combine(
        [folder, .. System.IO.Path.GetDirectoryName(file.Relative)!.Split('/', '\\')]);

    private string StatusOf(BidsFile file) => PathOf(file, "status.json");

    private static string Relative(string from, string to) =>
        System.IO.Path.GetRelativePath(from, to).Replace(System.IO.Path.DirectorySeparatorChar, '/') + "/";

    private sealed record Stored(string Schema, string Source, MeasuredFile? Measured);
}
