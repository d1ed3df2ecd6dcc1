using Isonomia.Measurement.Biomarkers;

namespace Isonomia.Reporting.Tables;

/// <summary>Directions and evidence as words.</summary>
internal static class DefinitionWords
{
    /// <summary>What more excitation does to the biomarker.</summary>
    public static string InWords(this Direction direction) => direction switch
    {
        Direction.Rises => "rises",
        Direction.Falls => "falls",
        Direction.PeaksAtBalance => "peaks at balance and falls on both sides",
        _ => "undecided",
    };

    /// <summary>The evidence level.</summary>
    public static string InWords(this Evidence evidence) => evidence switch
    {
        Evidence.Strong => "strong",
        Evidence.Moderate => "moderate",
        Evidence.Weak => "weak",
        _ => "speculative",
    };
}
