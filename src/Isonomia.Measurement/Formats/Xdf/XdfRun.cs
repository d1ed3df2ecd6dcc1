namespace Isonomia.Measurement.Formats.Xdf;

/// <summary>Samples without a pause between them.</summary>
/// <param name="First">The time of the first, in seconds of the stream's clock.</param>
/// <param name="Last">The latest time.</param>
/// <param name="Count">How many they are.</param>
internal readonly record struct XdfRun(double First, double Last, long Count);
