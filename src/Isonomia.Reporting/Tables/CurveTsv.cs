using System.Text;
using Isonomia.Simulation.Results;

namespace Isonomia.Reporting.Tables;

/// <summary>An f-I curve as a tab-separated table; empty fields are undefined.</summary>
public static class CurveTsv
{
    /// <summary>Writes UTF-8 with a line of headings. The stream stays open.</summary>
    /// <param name="stream">Where to.</param>
    /// <param name="curve">The curve.</param>
    public static void Write(Stream stream, FrequencyCurve curve)
    {
        ArgumentNullException.ThrowIfNull(curve);
        using var text = new StreamWriter(stream, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        text.WriteLine($"{curve.Input}_si\trate_hz\tsteady_rate_hz\tinitial_rate_hz\tlatency_s");
        foreach (var p in curve.Points)
            text.WriteLine($"{p.Input:R}\t{p.MeanRate:R}\t{p.SteadyRate:R}\t{p.InitialRate:R}\t{p.Latency:R}");
    }
}
