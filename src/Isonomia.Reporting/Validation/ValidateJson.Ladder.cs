using System.Text.Json;
using Isonomia.Validation.Climbing;

namespace Isonomia.Reporting.Validation;

public static partial class ValidateJson
{
    private static void WriteRung(Utf8JsonWriter json, RungReport report)
    {
        json.WriteStartObject(report.Rung.Id);
        json.WriteString("title", report.Rung.Title);
        json.WriteStartArray("papers");
        foreach (var paper in report.Rung.Papers)
        {
            json.WriteStartObject();
            json.WriteString("citation", paper.Citation);
            json.WriteString("doi", paper.Doi);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteString("method", report.Rung.Method);
        json.WriteString("form", report.Form.ToString().ToLowerInvariant());
        json.WriteNumber("seed", report.Seed);
        json.WriteNumber("seconds", report.Seconds);
        json.WriteString("verdict", Word(report.Verdict));
        json.WriteStartArray("quantities");
        foreach (var outcome in report.Outcomes)
            WriteOutcome(json, outcome);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteOutcome(Utf8JsonWriter json, Outcome outcome)
    {
        var quantity = outcome.Quantity;
        json.WriteStartObject();
        json.WriteString("quantity", quantity.Name);
        json.WriteString("unit", quantity.Unit);
        Number(json, "published", quantity.Published);
        json.WriteString("origin", LadderWords.Of(quantity.Origin));
        json.WriteString("source", quantity.Source);
        json.WriteString("tolerance", outcome.Accepted.Text);
        Number(json, "lower", outcome.Accepted.Lower);
        Number(json, "upper", outcome.Accepted.Upper);
        json.WriteString("reason", quantity.Why);
        Number(json, "ours", outcome.Finding?.Value);
        Number(json, "standard_error", outcome.Finding?.StandardError);
        json.WriteNumber("n", outcome.Finding?.Count ?? 0);
        json.WriteString("note", outcome.Finding?.Note);
        json.WriteString("verdict", Word(outcome.Verdict));
        json.WriteString("why", outcome.Why);
        json.WriteEndObject();
    }

    private static string Word(Verdict verdict) => verdict switch
    {
        Verdict.Pass => "pass",
        Verdict.Fail => "fail",
        _ => "not_run",
    };
}
