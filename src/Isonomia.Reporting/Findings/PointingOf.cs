using Isonomia.Measurement.Biomarkers;

namespace Isonomia.Reporting.Findings;

/// <summary>How it is told which way a marker points.</summary>
internal static class PointingOf
{
    /// <summary>
    /// The share of channels that must lie on one side of neutral for the number to point there; and it must be defined
    /// in half of the good ones.
    /// </summary>
    private const double Clear = 0.75;

    /// <summary>Which way a marker points.</summary>
    public static Pointing Marker(Marker marker, RecordingFindings findings)
    {
        var values = marker.Values.Where(v => v.IsDefined).Select(v => v.Value).ToArray();
        if (values.Length == 0 || marker.Kind.Neutral is not { } neutral)
            return Pointing.Nowhere;
        var above = values.Count(v => v > neutral);
        var many = Math.Max(above, values.Length - above);
        if (many < Clear * values.Length || values.Length * 2 < findings.Good.Count)
            return Pointing.Undecided;
        var isAbove = above * 2 >= values.Length;
        return isAbove == (findings.DefinitionOf(marker)?.MoreExcitation != Direction.Falls)
            ? Pointing.Excitation
            : Pointing.Inhibition;
    }
}
