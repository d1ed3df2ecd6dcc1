using System.Text.Json;
using Isonomia.Numerics.Statistics;
using Isonomia.Simulation.Fields.Forward;

namespace Isonomia.Reporting.Tables.Runs;

/// <summary>What the BOLD of a field shows, in numbers.</summary>
internal static class BoldJson
{
    public static void Write(Utf8JsonWriter json, BoldAnalysis bold)
    {
        json.WriteStartObject("bold");
        json.WriteString("activity", bold.Record.Activity);
        json.WriteString("haemodynamics", "Friston et al. 2003");
        json.WriteNumber("regions", bold.Record.Regions);
        json.WriteNumber("repetition_time_s", bold.RepetitionTime);
        json.WriteNumber("discarded_s", BoldAnalysis.Discarded);
        json.WriteNumber("samples", bold.Samples);
        json.WriteStartObject("fc");
        var alone = bold.Record.Regions < 2 ? "there is one region" : "a region's signal does not change";
        RunJson.WriteOptional(json, "mean", Finite(bold.Mean), alone);
        RunJson.WriteOptional(json, "correlation_with_connectome", Finite(bold.FitOfConnectome),
            "there is no connectome, or nothing varies");
        RunJson.WriteOptional(json, "correlation_with_empirical", Finite(bold.Fit),
            bold.Empirical is null ? "none was given" : "nothing varies");
        json.WriteEndObject();
        json.WriteStartObject("fcd");
        json.WriteNumber("window_s", BoldAnalysis.Window);
        json.WriteNumber("shift_s", Math.Max(BoldAnalysis.Shift, bold.RepetitionTime));
        var pairs = bold.Dynamics is { } dynamics ? FunctionalConnectivity.Pairs(dynamics) : null;
        const string none = "there are fewer than three regions, or fewer than two windows, or too many numbers";
        RunJson.WriteOptional(json, "mean", Finite(pairs is null ? null : Descriptive.Mean(pairs)), none);
        RunJson.WriteOptional(json, "ks_distance_to_empirical", Finite(bold.DistanceOfDynamics),
            bold.EmpiricalDynamics is null ? "no measured BOLD was given" : none);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static double? Finite(double? value) => value is { } number && double.IsFinite(number) ? number : null;
}
