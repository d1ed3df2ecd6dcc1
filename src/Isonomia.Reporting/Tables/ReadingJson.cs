using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Isonomia.Measurement.Results;

namespace Isonomia.Reporting.Tables;

/// <summary>
/// A <see cref="Reading"/> as a JSON object: members in order, numbers at full precision. An uncertainty follows its
/// number as <c>NAME_se</c> and <c>NAME_ci95</c>. What is undefined is null, and the object then says
/// <c>"why"</c>. NaN never appears.
/// </summary>
internal sealed class ReadingJson(Utf8JsonWriter json) : IDisposable
{
    private const string Why = "why";
    private readonly ArrayBufferWriter<byte> row = new();
    private Utf8JsonWriter? rowWriter;

    /// <summary>Micro signs and accents stay legible; the output is a file, never part of a page.</summary>
    public static JsonWriterOptions Options(bool indented) =>
        new() { Indented = indented, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };

    public void Write(Reading reading, IReadOnlyList<string>? warnings = null)
    {
        json.WriteStartObject();
        WriteMembers(reading, warnings);
        json.WriteEndObject();
    }

    /// <summary>The members alone, within an object that has others.</summary>
    public void WriteMembers(Reading reading, IReadOnlyList<string>? warnings = null)
    {
        var reasons = Reasons(reading);
        var explained = false;
        foreach (var member in reading.Members)
        {
            if (member.Name == Why && member.Value is null)
                continue;
            explained |= member.Name == Why;
            json.WritePropertyName(member.Name);
            WriteValue(member.Value);
            if (member.Value is Measured { IsDefined: true } measured)
                WriteUncertainty(member.Name, measured);
        }

        if (!explained && (reasons.Length > 0 || reading.Members.Any(m => m.Name == Why)))
            json.WriteString(Why, reasons.Length > 0 ? reasons : null);
        if (warnings is { Count: > 0 })
        {
            json.WritePropertyName("warnings");
            WriteWords(warnings);
        }
    }

    public void Dispose() => rowWriter?.Dispose();

    private static string Reasons(Reading reading) =>
        string.Join("; ", reading.Members.Select(m => m.Value).OfType<Measured>().Where(m => !m.IsDefined)
            .Select(m => m.Why).Distinct());

    private void WriteValue(object? value)
    {
        switch (value)
        {
            case null:
                json.WriteNullValue();
                break;
            case Measured measured:
                WriteNumber(json, measured.Value);
                break;
            case long count:
                json.WriteNumberValue(count);
                break;
            case bool flag:
                json.WriteBooleanValue(flag);
                break;
            case string text:
                json.WriteStringValue(text);
                break;
            case double[] curve:
                WriteCurve(curve);
                break;
            case Reading part:
                Write(part);
                break;
            case IReadOnlyList<Reading> parts:
                json.WriteStartArray();
                foreach (var part in parts)
                    Write(part);
                json.WriteEndArray();
                break;
            case IReadOnlyList<string> words:
                WriteWords(words);
                break;
            default:
                throw new ArgumentException($"a reading cannot hold a {value.GetType()}", nameof(value));
        }
    }

    private void WriteUncertainty(string name, Measured measured)
    {
        if (measured.StandardError is { } error && double.IsFinite(error))
            json.WriteNumber(name + "_se", error);
        if (measured.Confidence95 is not var (low, high))
            return;
        json.WritePropertyName(name + "_ci95");
        WriteCurve([low, high]);
    }

    private void WriteWords(IReadOnlyList<string> words)
    {
        json.WriteStartArray();
        foreach (var word in words)
            json.WriteStringValue(word);
        json.WriteEndArray();
    }

    // Numbers of a list stay on one line, whatever the indentation.
    private void WriteCurve(double[] values)
    {
        row.ResetWrittenCount();
        rowWriter ??= new Utf8JsonWriter(row, Options(indented: false));
        rowWriter.Reset(row);
        rowWriter.WriteStartArray();
        foreach (var value in values)
            WriteNumber(rowWriter, value);
        rowWriter.WriteEndArray();
        rowWriter.Flush();
        json.WriteRawValue(row.WrittenSpan, skipInputValidation: true);
    }

    private static void WriteNumber(Utf8JsonWriter to, double value)
    {
        if (double.IsFinite(value))
            to.WriteNumberValue(value);
        else
            to.WriteNullValue();
    }
}
