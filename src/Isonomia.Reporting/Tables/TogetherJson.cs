using System.Text.Json;
using Isonomia.Measurement.Measuring;
using Isonomia.Measurement.Together;

namespace Isonomia.Reporting.Tables;

/// <summary>What the markers say together, within <see cref="MeasureJson"/>.</summary>
internal static class TogetherJson
{
    /// <summary>The member <c>together</c>.</summary>
    public static void Write(Utf8JsonWriter json, RecordingMeasurement measurement)
    {
        var together = MarkersTogether.Of(measurement);
        json.WriteStartObject("together");
        json.WriteStartArray("markers");
        foreach (var marker in together.Markers)
            Write(json, marker);
        json.WriteEndArray();

        var agreement = together.Agreement;
        json.WriteStartObject("agreement");
        json.WriteNumber("more_excitation", agreement.Excitation);
        json.WriteNumber("more_inhibition", agreement.Inhibition);
        json.WriteNumber("undecided", agreement.Undecided);
        json.WriteNumber("only_in_comparison", agreement.InComparison);
        json.WriteString("in_words", agreement.InWords);
        if (agreement.ShareToExcitation is { } share)
        {
            json.WriteStartObject("share_to_excitation");
            Write(json, share);
            json.WriteEndObject();
        }
        else
        {
            json.WriteNull("share_to_excitation");
            json.WriteString("why", "no channel has a marker with a neutral value");
        }

        json.WriteEndObject();
        json.WriteStartArray("may_mislead");
        foreach (var caution in together.Cautions)
            json.WriteStringValue(caution);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, MarkerStatement marker)
    {
        json.WriteStartObject();
        json.WriteString("biomarker", marker.Biomarker);
        json.WriteString("quantity", marker.Quantity);
        json.WriteString("part", marker.Part);
        json.WriteString("of", marker.Scope switch
        {
            MarkerScope.Channels => "channels",
            MarkerScope.Recording => "recording",
            _ => "population",
        });
        json.WriteString("with_more_excitation", marker.Definition.MoreExcitation.InWords());
        json.WriteString("evidence", marker.Definition.Evidence.InWords());
        json.WriteString("points_to", marker.Pointing switch
        {
            Pointing.Excitation => "more excitation",
            Pointing.Inhibition => "more inhibition",
            Pointing.Undecided => "undecided",
            _ => "only in comparison",
        });
        Write(json, marker.Spread);
        json.WriteNumber("possible", marker.Possible);
        if (marker.Neutral is { } neutral)
        {
            json.WriteNumber("neutral", neutral);
            json.WriteNumber("share_to_excitation", marker.ShareToExcitation);
        }

        json.WriteString("caution", marker.Definition.Caution);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, MarkerSpread spread)
    {
        json.WriteNumber("count", spread.Count);
        json.WriteNumber("median", spread.Median);
        json.WriteNumber("low", spread.Low);
        json.WriteNumber("high", spread.High);
    }
}
