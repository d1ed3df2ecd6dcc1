namespace Isonomia.Measurement.Cohorts;

/// <summary>A group's values of one quantity.</summary>
/// <param name="Name">The group.</param>
/// <param name="Count">Its participants with a value.</param>
/// <param name="Mean">Their mean; NaN where there are none.</param>
/// <param name="Deviation">Their standard deviation; NaN where there are fewer than two.</param>
public sealed record GroupSummary(string Name, int Count, double Mean, double Deviation);
