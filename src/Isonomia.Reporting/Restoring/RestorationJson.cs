using System.Text.Json;
using Isonomia.Reporting.Tables;
using Isonomia.Restoration.Health;
using Isonomia.Restoration.Search;

namespace Isonomia.Reporting.Restoring;

/// <summary>What <c>restore --json</c> writes.</summary>
public static class RestorationJson
{
    /// <summary>The name and version of the shape; keys may be added under it, not renamed.</summary>
    public const string Schema = "isonomia.restore/1";

    /// <summary>Writes UTF-8, indented, ending with a line feed. The stream stays open.</summary>
    /// <param name="stream">Where to.</param>
    /// <param name="content">What was found.</param>
    public static void Write(Stream stream, RestorationContent content)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(content);
        var result = content.Result;
        using var json = new Utf8JsonWriter(stream, ReadingJson.Options(indented: true));
        json.WriteStartObject();
        json.WriteString("schema", Schema);
        json.WriteString("notice", RestorationContent.Warning);
        json.WriteString("verdict", content.Verdict);
        json.WriteBoolean("needs_restoring", result.NeedsRestoring);
        WriteIndividual(json, content);
        WriteTarget(json, result);
        json.WriteStartArray("ranking");
        foreach (var plan in result.Ranking)
            WritePlan(json, plan, result.Before.Outcome.ExpectedDistance);
        json.WriteEndArray();
        WriteForecast(json, "before", result, content.Before);
        if (content.After is { } after)
            WriteForecast(json, "after_first", result, after);
        WritePareto(json, result);
        WriteInfluences(json, "ranking_hangs_on", "share", result.Sensitivity);
        WriteInfluences(json, "value_of_knowing", "gain_in_expected_distance", result.Measurements);
        WriteCourse(json, content);
        json.WriteStartArray("left_out");
        foreach (var (name, why) in result.LeftOut)
        {
            json.WriteStartObject();
            json.WriteString("name", name);
            json.WriteString("why", why);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        WriteWords(json, "cannot_know", RestorationContent.Unknown);
        json.WriteStartObject("provenance");
        foreach (var (name, value) in content.Provenance)
            json.WriteString(name, value);
        json.WriteEndObject();
        json.WriteNumber("plans", result.Plans);
        json.WriteNumber("seconds", content.Seconds);
        json.WriteEndObject();
        json.Flush();
        stream.WriteByte((byte)'\n');
    }

    private static void WriteIndividual(Utf8JsonWriter json, RestorationContent content)
    {
        json.WriteStartObject("individual");
        json.WriteString("recording", content.Recording);
        json.WriteString("channel", content.Channel);
        json.WriteString("condition", content.Condition?.Name);
        json.WriteString("model", content.Result.Individual.Model.Name);
        json.WriteNumber("samples", content.Result.Individual.Samples.Count);
        json.WriteNumber("p_healthy", content.Result.Before.Outcome.Restored);
        WriteWords(json, "cautions", content.Cautions);
        WriteWords(json, "failed_signatures", content.FailedSignatures);
        json.WriteStartObject("parameters");
        for (var i = 0; i < content.Before.Parameters.Length; i++)
            WriteSpread(json, content.Result.Individual.Model.Parameters[i].Name, content.Before.Parameters[i]);
        json.WriteEndObject();
        if (content.Truth is not null)
            json.WriteString("truth", content.Truth);
        json.WriteEndObject();
    }

    private static void WriteTarget(Utf8JsonWriter json, RestorationResult result)
    {
        json.WriteStartObject("target");
        json.WriteString("source", result.Health.Source);
        json.WriteNumber("persons", result.Health.Persons);
        json.WriteNumber("limit", result.Health.Limit);
        json.WriteStartObject("features");
        for (var i = 0; i < result.Health.Names.Length; i++)
        {
            var (low, high) = result.Health.Range(i);
            json.WriteStartObject(result.Health.Names[i]);
            json.WriteNumber("mean", result.Health.Mean[i]);
            json.WriteNumber("low", low);
            json.WriteNumber("high", high);
            json.WriteString("meaning", SpectralFeatures.Meanings[i]);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WritePlan(Utf8JsonWriter json, RankedPlan plan, double before)
    {
        json.WriteStartObject();
        WriteItems(json, plan.Plan);
        json.WriteNumber("p_restored", plan.Outcome.Restored);
        json.WriteNumber("expected_distance", plan.Outcome.ExpectedDistance);
        json.WriteNumber("distance_before", before);
        if (plan.Margin is { } margin)
        {
            json.WriteNumber("stability_margin", margin);
        }
        else
        {
            json.WriteNull("stability_margin");
            json.WriteString("why", "most draws have no stable steady state");
        }

        json.WriteString("nearest_instability", plan.Nearest.Kind);
        json.WriteNumber("p_unstable", plan.Outcome.Unstable);
        json.WriteNumber("burden", plan.Plan.Burden);
        json.WriteString("evidence", plan.Evidence.ToString().ToLowerInvariant());
        json.WriteEndObject();
    }

    private static void WriteItems(Utf8JsonWriter json, Plan plan)
    {
        json.WriteStartArray("interventions");
        foreach (var item in plan.Items)
        {
            json.WriteStartObject();
            json.WriteString("name", item.Intervention.Name);
            json.WriteNumber("dose", item.Dose);
            json.WriteString("unit", item.Intervention.Dosing.Unit);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteForecast(Utf8JsonWriter json, string name, RestorationResult result, Forecast forecast)
    {
        json.WriteStartObject(name);
        json.WriteStartObject("features");
        for (var i = 0; i < forecast.Features.Length; i++)
            WriteSpread(json, result.Health.Names[i], forecast.Features[i]);
        json.WriteEndObject();
        json.WriteStartObject("parameters");
        for (var i = 0; i < forecast.Parameters.Length; i++)
            WriteSpread(json, result.Individual.Model.Parameters[i].Name, forecast.Parameters[i]);
        json.WriteEndObject();
        json.WriteStartObject("spectrum");
        WriteNumbers(json, "frequencies_hz", SpectralFeatures.Grid.ToArray());
        WriteNumbers(json, "q05", forecast.Spectrum.Select(s => s.Low));
        WriteNumbers(json, "median", forecast.Spectrum.Select(s => s.Median));
        WriteNumbers(json, "q95", forecast.Spectrum.Select(s => s.High));
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WritePareto(Utf8JsonWriter json, RestorationResult result)
    {
        json.WriteStartArray("pareto");
        foreach (var outcome in result.Pareto)
        {
            json.WriteStartObject();
            WriteItems(json, outcome.Plan);
            json.WriteNumber("burden", outcome.Plan.Burden);
            json.WriteNumber("expected_distance", outcome.ExpectedDistance);
            json.WriteNumber("p_restored", outcome.Restored);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteCourse(Utf8JsonWriter json, RestorationContent content)
    {
        if (content.Course.IsEmpty)
            return;
        json.WriteStartArray("course");
        foreach (var point in content.Course)
        {
            json.WriteStartObject();
            json.WriteNumber("seconds", point.Seconds);
            json.WriteBoolean("given", point.IsGiven);
            WriteNumbers(json, "strengths", point.Strengths.Select(s => s.Median));
            WriteSpread(json, "distance", point.Distance);
            json.WriteNumber("p_restored", point.Restored);
            json.WriteNumber("p_unstable", point.Unstable);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteInfluences(Utf8JsonWriter json, string name, string size, IEnumerable<Influence> influences)
    {
        json.WriteStartArray(name);
        foreach (var influence in influences)
        {
            json.WriteStartObject();
            json.WriteString("of", influence.Of);
            json.WriteNumber(size, influence.Size);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteSpread(Utf8JsonWriter json, string name, Spread spread) =>
        WriteNumbers(json, name, [spread.Low, spread.Median, spread.High]);

    private static void WriteNumbers(Utf8JsonWriter json, string name, IEnumerable<double> numbers)
    {
        json.WriteStartArray(name);
        foreach (var number in numbers)
        {
            if (double.IsFinite(number))
                json.WriteNumberValue(number);
            else
                json.WriteNullValue();
        }

        json.WriteEndArray();
    }

    private static void WriteWords(Utf8JsonWriter json, string name, IEnumerable<string> words)
    {
        json.WriteStartArray(name);
        foreach (var word in words)
            json.WriteStringValue(word);
        json.WriteEndArray();
    }
}
