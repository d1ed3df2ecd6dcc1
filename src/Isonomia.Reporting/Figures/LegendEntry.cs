namespace Isonomia.Reporting.Figures;

/// <summary>One entry of a legend.</summary>
/// <param name="Look">The class in which the sample is drawn.</param>
/// <param name="Mark">Its shape.</param>
/// <param name="Words">What it means.</param>
public sealed record LegendEntry(string Look, LegendMark Mark, string Words);
