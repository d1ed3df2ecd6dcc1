using Isonomia.Measurement.Measuring;
using Isonomia.Measurement.Results;

namespace Isonomia.Reporting.Tables;

/// <summary>What was found window by window, as a tidy table: a number of a window a row.</summary>
internal static class WindowsTsv
{
    public static void Write(StreamWriter text, IReadOnlyList<WindowMeasurement> windows)
    {
        text.WriteLine("onset\tduration\tchannel\tbiomarker\tpart\tquantity\tvalue\tci_low\tci_high\tunit\twhy");
        foreach (var window in windows)
        {
            foreach (var (channel, numbers) in window.Channels)
                WriteRows(text, window, channel, "", numbers);
            WriteRows(text, window, null, "", window.Whole);
            foreach (var (population, numbers) in window.Populations)
                WriteRows(text, window, null, population, numbers);
        }
    }

    private static void WriteRows(StreamWriter text, WindowMeasurement window, string? channel, string place,
        IReadOnlyDictionary<string, Reading> numbers)
    {
        foreach (var (biomarker, reading) in numbers)
        {
            foreach (var row in MeasuredRow.Of(reading))
            {
                var part = place.Length == 0 ? row.Part : row.Part.Length == 0 ? place : $"{place}/{row.Part}";
                MeasureTsv.Line(text, MeasureTsv.Number(window.Onset), MeasureTsv.Number(window.Duration), channel, biomarker, part,
                    row.Quantity, MeasureTsv.Number(row.Value.Value), MeasureTsv.Number(row.Value.Confidence95?.Low),
                    MeasureTsv.Number(row.Value.Confidence95?.High), row.Unit, row.Value.Why);
            }
        }
    }
}
