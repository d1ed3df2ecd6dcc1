using System.Text.Json;
using Isonomia.Reporting.Tables;

namespace Isonomia.Reporting.Restoring;

/// <summary>What <c>trial --json</c> writes.</summary>
public static class TrialJson
{
    /// <summary>The name and version of the shape; keys may be added under it, not renamed.</summary>
    public const string Schema = "isonomia.trial/1";

    /// <summary>Writes UTF-8, indented, ending with a line feed. The stream stays open.</summary>
    /// <param name="stream">Where to.</param>
    /// <param name="content">What was found.</param>
    public static void Write(Stream stream, TrialContent content)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(content);
        var result = content.Result;
        using var json = new Utf8JsonWriter(stream, ReadingJson.Options(indented: true));
        json.WriteStartObject();
        json.WriteString("schema", Schema);
        json.WriteString("notice", RestorationContent.Warning);
        json.WriteString("condition", result.Condition.Name);
        json.WriteString("endpoint", result.Endpoint);
        json.WriteStartArray("arms");
        for (var arm = 0; arm < result.Arms.Length; arm++)
        {
            json.WriteStartObject();
            json.WriteString("name", result.Arms[arm].Name);
            json.WriteString("given", content.Words(arm));
            json.WriteNumber("persons", result.Persons.Count(p => p.Arm == arm));
            json.WriteNumber("unstable", result.Persons.Count(p => p.Arm == arm && p.After is null));
            json.WriteNumber("mean_change", result.Changes(arm).DefaultIfEmpty(0).Average());
            json.WriteNumber("distance_before", result.Distance(arm).Before);
            json.WriteNumber("distance_after", result.Distance(arm).After);
            json.WriteNumber("restored", result.Restored(arm));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("contrasts");
        foreach (var contrast in result.Contrasts)
        {
            json.WriteStartObject();
            json.WriteString("arm", content.Words(contrast.Arm));
            json.WriteString("against", content.Words(contrast.Against));
            json.WriteNumber("difference", contrast.Difference);
            json.WriteNumber("hedges_g", contrast.Size.Estimate);
            json.WriteNumber("low", contrast.Size.Lower);
            json.WriteNumber("high", contrast.Size.Upper);
            json.WriteNumber("p", contrast.P);
            json.WriteStartArray("power");
            foreach (var (persons, power) in contrast.Power)
            {
                json.WriteStartObject();
                json.WriteNumber("persons_an_arm", persons);
                json.WriteNumber("power", power);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("cannot_know");
        foreach (var unknown in TrialContent.Unknown)
            json.WriteStringValue(unknown);
        json.WriteEndArray();
        json.WriteStartObject("provenance");
        foreach (var (name, value) in content.Provenance)
            json.WriteString(name, value);
        json.WriteEndObject();
        json.WriteEndObject();
        json.Flush();
        stream.WriteByte((byte)'\n');
    }
}
