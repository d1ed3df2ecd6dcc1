namespace Isonomia.Measurement.Measuring;

/// <summary>
/// A channel's course in few numbers, for drawing: the smallest and largest sample in each of equally long bins that
/// together cover the stored signal.
/// </summary>
/// <param name="SecondsPerBin">Length of a bin.</param>
/// <param name="Low">Smallest sample of each bin, in the channel's unit.</param>
/// <param name="High">Largest sample of each bin.</param>
public sealed record TraceOverview(double SecondsPerBin, float[] Low, float[] High);
