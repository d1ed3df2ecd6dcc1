namespace Isonomia.Reporting.Figures;

/// <summary>A mark on an axis.</summary>
/// <param name="Value">Where, in the axis's unit.</param>
/// <param name="Label">What is written there; null for a minor mark.</param>
public sealed record Tick(double Value, string? Label);
