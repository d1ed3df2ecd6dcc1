using System.Text.Json;
using Isonomia.Measurement.Biomarkers;
using Isonomia.Measurement.Biomarkers.Synchrony;
using Isonomia.Measurement.Measuring;

namespace Isonomia.Reporting.Tables;

/// <summary>
/// What the columns of the tidy tables mean, in the manner of BIDS sidecars, and for each biomarker its definition and
/// its quantities with their units.
/// </summary>
internal static class TsvSidecar
{
    internal static readonly (string Column, string LongName, string Description)[] BiomarkerColumns =
    [
        ("channel", "Channel", "Name of the channel, as in the recording; n/a for what is measured of all channels at once or of spikes"),
        ("type", "Channel type", "What the channel carries; BIDS names in lower case"),
        ("biomarker", "Biomarker", "Which biomarker; see Biomarkers below"),
        ("part", "Part of the biomarker",
            "Band, population or other part, nested ones joined by '/'; n/a for the whole"),
        ("quantity", "Quantity", "Which number; see the biomarker's Quantities below"),
        ("value", "Value", "The number at full precision; n/a where undefined"),
        ("ci_low", "Confidence interval, lower end", "Lower end of the 95 % confidence interval, where defined"),
        ("ci_high", "Confidence interval, upper end", "Upper end of the 95 % confidence interval, where defined"),
        ("unit", "Unit", "Unit of value, ci_low and ci_high; 1 for a pure number"),
        ("why", "Reason", "Why the value is undefined; n/a where it is defined"),
    ];

    private static readonly (string Column, string LongName, string Description)[] ChannelColumns =
    [
        ("name", "Channel", "Name of the channel, as in the recording"),
        ("type", "Channel type", "What the channel carries; BIDS names in lower case"),
        ("units", "Unit", "Physical unit of the samples"),
        ("sampling_frequency", "Sampling rate", "Samples per second as recorded, in Hz"),
        ("status", "Status", "good: measured; bad: set aside before measuring"),
        ("status_description", "Reason", "Why a bad channel was set aside"),
        ("usable_s", "Usable time", "Seconds of signal that were measured"),
    ];

    public static void WriteChannels(Stream stream) => Write(stream, json => WriteColumns(json, ChannelColumns));

    public static void WriteWindows(Stream stream) => Write(stream, json => WriteColumns(json,
    [
        ("onset", "Onset", "Beginning of the window, in seconds of stored signal"),
        ("duration", "Duration", "Length of the window, in seconds"),
        .. BiomarkerColumns.Where(c => c.Column != "type"),
    ]));

    public static void WriteSynchrony(Stream stream) => Write(stream, json => WriteColumns(json,
    [
        ("band", "Band", "Frequency band"),
        ("channel1", "First channel", "Name of the channel, as in the recording"),
        ("channel2", "Second channel", "Name of the other channel"),
        .. PairMeasures.All.Select(m => (m.Name(), m.ToString(), m.Meaning())),
    ]));

    public static void WriteBiomarkers(
        Stream stream, RecordingMeasurement measurement, IReadOnlyList<IBiomarkerDescription> definitions) =>
        Write(stream, json =>
        {
            WriteColumns(json, BiomarkerColumns);
            json.WriteStartObject("Biomarkers");
            foreach (var biomarker in definitions)
            {
                var units = UnitsOf(biomarker.Name, measurement);
                if (units.Count > 0)
                    WriteDefinition(json, biomarker, units);
            }

            json.WriteEndObject();
            json.WriteStartObject("GeneratedBy");
            json.WriteString("Name", "Isonomia");
            json.WriteString("Version", measurement.Provenance.Version);
            json.WriteString("Command", measurement.Provenance.Command);
            json.WriteEndObject();
        });

    public static void WriteUnits(
        Stream stream, RecordingMeasurement measurement, IReadOnlyList<IBiomarkerDescription> definitions) =>
        Write(stream, json => UnitsTsv.WriteSidecar(json, measurement, definitions));

    private static void Write(Stream stream, Action<Utf8JsonWriter> write)
    {
        using (var json = new Utf8JsonWriter(stream, ReadingJson.Options(indented: true)))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
    }

    internal static void WriteColumns(
        Utf8JsonWriter json, (string Column, string LongName, string Description)[] columns)
    {
        foreach (var (column, longName, description) in columns)
        {
            json.WriteStartObject(column);
            json.WriteString("LongName", longName);
            json.WriteString("Description", description);
            json.WriteEndObject();
        }
    }

    private static void WriteDefinition(
        Utf8JsonWriter json, IBiomarkerDescription biomarker, Dictionary<string, string> units)
    {
        var definition = biomarker.Definition;
        json.WriteStartObject(biomarker.Name);
        json.WriteString("LongName", definition.Title);
        json.WriteString("Description", definition.Formula);
        json.WriteString("MoreExcitation", definition.MoreExcitation.InWords());
        json.WriteString("Evidence", definition.Evidence.InWords());
        json.WriteString("Source", definition.Source);
        json.WriteString("Caution", definition.Caution);
        json.WriteStartObject("Quantities");
        foreach (var (quantity, unit) in units)
        {
            json.WriteStartObject(quantity);
            if (definition.Quantities.TryGetValue(quantity, out var meaning))
                json.WriteString("Description", meaning);
            json.WriteString("Units", unit);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    // The quantities that occur, in order of appearance, with their units (which may differ between channel types).
    private static Dictionary<string, string> UnitsOf(string biomarker, RecordingMeasurement measurement)
    {
        var units = new Dictionary<string, string>(StringComparer.Ordinal);
        var results = measurement.Channels.Select(c => c.Biomarkers)
            .Append(measurement.Whole.Biomarkers)
            .Concat(measurement.Populations.Select(p => p.Biomarkers));
        foreach (var found in results)
        {
            if (!found.TryGetValue(biomarker, out var result))
                continue;
            foreach (var row in MeasuredRow.Of(result))
            {
                if (!units.TryGetValue(row.Quantity, out var known))
                    units[row.Quantity] = row.Unit;
                else if (!known.Split(" or ").Contains(row.Unit))
                    units[row.Quantity] = $"{known} or {row.Unit}";
            }
        }

        return units;
    }
}
