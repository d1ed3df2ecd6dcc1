namespace Isonomia.Reporting.Figures;

/// <summary>What a legend's sample looks like.</summary>
public enum LegendMark
{
    /// <summary>A line.</summary>
    Line,

    /// <summary>A filled area.</summary>
    Area,

    /// <summary>A dot.</summary>
    Dot,
}
