namespace Isonomia.Measurement.Synthesis;

/// <summary>A wave and how strongly each electrode sees it.</summary>
internal sealed record Source(double[] Wave, double[] Gains);
