using System.Text.Json;
using Isonomia.Numerics.Statistics;
using Isonomia.Reporting.Tables;
using Isonomia.Validation.Climbing;
using Isonomia.Validation.Contrasting;
using Isonomia.Validation.Recovering;

namespace Isonomia.Reporting.Validation;

/// <summary>
/// What <c>validate --json</c> writes: every rung that was climbed, at full precision, in a shape that stays
/// (<see cref="Schema"/>). Undefined numbers are null.
/// </summary>
public static partial class ValidateJson
{
    /// <summary>The name and version of the shape; keys may be added under it, not renamed.</summary>
    public const string Schema = "isonomia.validate/1";

    /// <summary>Writes UTF-8 without a byte-order mark, indented, ending with a line feed. The stream stays
    /// open.</summary>
    public static void Write(
        Stream stream, string version, RecoveryReport? recovery, IReadOnlyList<Contrast>? contrasts,
        IReadOnlyList<RungReport>? ladder = null)
    {
        using var json = new Utf8JsonWriter(stream, ReadingJson.Options(indented: true));
        json.WriteStartObject();
        json.WriteString("schema", Schema);
        json.WriteString("version", version);
        json.WriteStartObject("rungs");
        if (recovery is not null)
            WriteRecovery(json, recovery);
        if (contrasts is not null)
            WriteContrasts(json, contrasts);
        foreach (var report in ladder ?? [])
            WriteRung(json, report);
        json.WriteEndObject();
        json.WriteEndObject();
        json.Flush();
        stream.WriteByte((byte)'\n');
    }

    private static void WriteRecovery(Utf8JsonWriter json, RecoveryReport report)
    {
        json.WriteStartObject("recovery");
        json.WriteNumber("replicates", report.Replicates);
        json.WriteNumber("seed", report.Seed);
        json.WriteStartArray("rows");
        foreach (var row in report.Rows)
            WriteRow(json, row);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteRow(Utf8JsonWriter json, RecoveryRow row)
    {
        json.WriteStartObject();
        json.WriteString("biomarker", row.Expected.Biomarker);
        json.WriteString("quantity", row.Expected.Quantity);
        json.WriteString("unit", row.Unit);
        json.WriteString("signal", row.Condition);
        json.WriteString("expected", row.Expected.Side.ToString().ToLowerInvariant());
        Number(json, "truth", row.Expected.Side == Side.Unknown ? null : row.Expected.Truth);
        json.WriteNumber("replicates", row.Replicates);
        json.WriteNumber("undefined", row.Undefined);
        json.WriteString("why", row.WhyUndefined);
        Number(json, "mean", row.Mean);
        Number(json, "bias", row.Expected.Side == Side.At ? row.Bias : null);
        Number(json, "sd", row.Deviation);
        Number(json, "rmse", row.Expected.Side == Side.At ? row.Rmse : null);
        Number(json, "reported_se", row.ReportedError);
        json.WriteNumber("intervals", row.Intervals);
        Number(json, "coverage", row.Expected.Side == Side.At ? row.Coverage : null);
        Number(json, "on_side",
            row.Expected.Side is Side.Above or Side.Below ? (double)row.OnSide / row.Defined : null);
        json.WriteEndObject();
    }

    private static void WriteContrasts(Utf8JsonWriter json, IReadOnlyList<Contrast> contrasts)
    {
        json.WriteStartObject("contrasts");
        json.WriteStartArray("rows");
        foreach (var contrast in contrasts)
        {
            json.WriteStartObject();
            json.WriteString("quantity", contrast.Quantity);
            json.WriteString("unit", contrast.Unit);
            WriteGroup(json, "first", contrast.First);
            WriteGroup(json, "second", contrast.Second);
            WriteInterval(json, "difference", contrast.Difference);
            WriteInterval(json, "hedges_g", contrast.Size);
            json.WriteNumber("permutation_p", contrast.PermutationP());
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteGroup(Utf8JsonWriter json, string name, Group group)
    {
        json.WriteStartObject(name);
        json.WriteString("name", group.Name);
        json.WriteNumber("n", group.Values.Length);
        Number(json, "mean", group.Mean);
        json.WriteEndObject();
    }

    private static void WriteInterval(Utf8JsonWriter json, string name, ConfidenceInterval interval)
    {
        Number(json, name, interval.Estimate);
        Number(json, name + "_se", interval.StandardError);
        json.WriteStartArray(name + "_ci95");
        json.WriteNumberValue(interval.Lower);
        json.WriteNumberValue(interval.Upper);
        json.WriteEndArray();
    }

    private static void Number(Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } x && double.IsFinite(x))
            json.WriteNumber(name, x);
        else
            json.WriteNull(name);
    }
}
