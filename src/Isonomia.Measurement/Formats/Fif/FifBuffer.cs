using Isonomia.Measurement.Formats.Arrays;

namespace Isonomia.Measurement.Formats.Fif;

/// <summary>A data buffer: some consecutive samples of all channels, multiplexed.</summary>
/// <param name="First">The first sample, counted over stored samples.</param>
/// <param name="Samples">How many samples of each channel.</param>
/// <param name="Numbers">The stored numbers.</param>
internal sealed record FifBuffer(long First, int Samples, NumberBlock Numbers);
