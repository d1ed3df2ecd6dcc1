using System.Text;
using Isonomia.Measurement.Biomarkers;
using Isonomia.Measurement.Biomarkers.Synchrony;
using Isonomia.Measurement.Measuring;
using Isonomia.Measurement.Recordings;
using Isonomia.Numerics.Files;

namespace Isonomia.Reporting.Tables;

/// <summary>
/// The measurement as tidy tables for R, Python and spreadsheets: <c>biomarkers.tsv</c>, one number a row,
/// <c>channels.tsv</c>, one channel a row (columns as in BIDS), and where there are spikes <c>units.tsv</c>, one unit a
/// row; each with a JSON sidecar that says what its columns mean. Missing values are <c>n/a</c>, as in BIDS.
/// </summary>
public static class MeasureTsv
{
    private const string Missing = "n/a";

    /// <summary>Writes the files into a folder, which is made where there is none.</summary>
    /// <exception cref="IOException">The folder cannot be written to.</exception>
    public static void Write(string folder, RecordingMeasurement measurement) =>
        Write(folder, measurement, BiomarkerLibrary.Descriptions);

    /// <summary>Writes the files, with the definitions of the given biomarkers in the sidecar.</summary>
    /// <param name="folder">Where to.</param>
    /// <param name="measurement">What was found.</param>
    /// <param name="definitions">What the biomarkers are.</param>
    /// <param name="prefix">What the names of the files begin with.</param>
    /// <exception cref="IOException">The folder cannot be written to.</exception>
    public static void Write(string folder, RecordingMeasurement measurement,
        IReadOnlyList<IBiomarkerDescription> definitions, string prefix = "")
    {
        string Named(string name) => Path.Combine(folder, prefix + name);
        WriteText(Named("biomarkers.tsv"), text => WriteBiomarkers(text, measurement));
        WriteText(Named("channels.tsv"), text => WriteChannels(text, measurement));
        AtomicFile.Write(Named("biomarkers.json"),
            stream => TsvSidecar.WriteBiomarkers(stream, measurement, definitions));
        AtomicFile.Write(Named("channels.json"), TsvSidecar.WriteChannels);
        if (measurement.Windows.Count > 0)
        {
            WriteText(Path.Combine(folder, "windows.tsv"), text => WindowsTsv.Write(text, measurement.Windows));
            AtomicFile.Write(Path.Combine(folder, "windows.json"), TsvSidecar.WriteWindows);
        }

        if (measurement.Whole.Biomarkers.Values.OfType<SynchronyResult>().FirstOrDefault() is { } synchrony)
        {
            WriteText(Named("synchrony.tsv"), text => SynchronyTsv.Write(text, synchrony));
            AtomicFile.Write(Named("synchrony.json"), TsvSidecar.WriteSynchrony);
        }

        if (measurement.Populations.Count == 0)
            return;
        WriteText(Named("units.tsv"), text => UnitsTsv.Write(text, measurement));
        AtomicFile.Write(Named("units.json"),
            stream => TsvSidecar.WriteUnits(stream, measurement, definitions));
    }

    internal static void WriteText(string path, Action<StreamWriter> write) => AtomicFile.Write(path, stream =>
    {
        using var text = new StreamWriter(stream, new UTF8Encoding(false), 1 << 16, leaveOpen: true) { NewLine = "\n" };
        write(text);
    });

    private static void WriteBiomarkers(StreamWriter text, RecordingMeasurement measurement)
    {
        text.WriteLine("channel\ttype\tbiomarker\tpart\tquantity\tvalue\tci_low\tci_high\tunit\twhy");
        foreach (var channel in measurement.Channels)
        {
            foreach (var (name, result) in channel.Biomarkers)
            {
                foreach (var row in MeasuredRow.Of(result))
                    WriteRow(text, channel.Channel.Name, channel.Channel.Type.Label(), name, row);
            }
        }

        foreach (var (name, result) in measurement.Whole.Biomarkers)
        {
            foreach (var row in MeasuredRow.Of(result))
                WriteRow(text, null, measurement.Whole.Channels[0].Type.Label(), name, row);
        }

        foreach (var population in measurement.Populations)
        {
            foreach (var (name, result) in population.Biomarkers)
            {
                foreach (var row in MeasuredRow.Of(population.Name, result))
                    WriteRow(text, null, null, name, row);
            }
        }
    }

    private static void WriteRow(StreamWriter text, string? channel, string? type, string biomarker, MeasuredRow row) =>
        Line(text, channel, type, biomarker, row.Part, row.Quantity, Number(row.Value.Value),
            Number(row.Value.Confidence95?.Low), Number(row.Value.Confidence95?.High), row.Unit, row.Value.Why);

    private static void WriteChannels(StreamWriter text, RecordingMeasurement measurement)
    {
        text.WriteLine("name\ttype\tunits\tsampling_frequency\tstatus\tstatus_description\tusable_s");
        foreach (var (channel, whyBad, usable, _) in measurement.Channels)
        {
            Line(text, channel.Name, channel.Type.Label(), channel.Unit, Number(channel.SamplingRate),
                whyBad is null ? "good" : "bad", whyBad, Number(usable));
        }
    }

    internal static string? Number(double? value) =>
        value is { } number && double.IsFinite(number) ? $"{number:R}" : null;

    internal static void Line(TextWriter text, params ReadOnlySpan<string?> cells)
    {
        for (var i = 0; i < cells.Length; i++)
        {
            if (i > 0)
                text.Write('\t');
            text.Write(string.IsNullOrWhiteSpace(cells[i]) ? Missing : Cell(cells[i]!));
        }

        text.WriteLine();
    }

    // A cell cannot hold what parts cells and lines.
    private static string Cell(string text) =>
        text.Replace('\t', ' ').Replace('\n', ' ').Replace('\r', ' ');
}
