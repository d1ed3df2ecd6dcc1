using Isonomia.Measurement.Recordings;

namespace Isonomia.Measurement.Formats.Arrays;

/// <summary>
/// Samples that lie in a matrix of stored numbers, read from there in blocks: multiplexed (all channels of a sample
/// together) or channel after channel.
/// </summary>
/// <param name="numbers">The matrix.</param>
/// <param name="channels">How many channels it has.</param>
/// <param name="samples">How many samples each has.</param>
/// <param name="multiplexed">Whether all channels of a sample lie together.</param>
/// <param name="owned">What to dispose with the source: the open file.</param>
/// <param name="gains">What each channel's numbers are multiplied by; null for 1.</param>
public sealed class ArraySource(
    NumberBlock numbers, int channels, long samples, bool multiplexed, IDisposable? owned, double[]? gains = null)
    : ISampleSource
{
    /// <inheritdoc/>
    public void Read(int channel, long first, Span<double> destination)
    {
        if (multiplexed)
            numbers.ReadFrames(first, channels, channel, destination);
        else
            numbers.ReadFrames((channel * samples) + first, 1, 0, destination);
        var gain = gains?[channel] ?? 1;
        foreach (ref var sample in destination)
            sample *= gain;
    }

    /// <inheritdoc/>
    public void Dispose() => owned?.Dispose();
}
