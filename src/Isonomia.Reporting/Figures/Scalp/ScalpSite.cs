namespace Isonomia.Reporting.Figures.Scalp;

/// <summary>A sensor on a scalp map.</summary>
/// <param name="Name">Its channel.</param>
/// <param name="Direction">Where it sits.</param>
/// <param name="Value">What was measured there; NaN where nothing was, and the map goes on without it.</param>
public sealed record ScalpSite(string Name, Direction3 Direction, double Value);
