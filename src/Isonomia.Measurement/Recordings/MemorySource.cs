namespace Isonomia.Measurement.Recordings;

/// <summary>Samples held in memory, an array a channel.</summary>
public sealed class MemorySource(IReadOnlyList<double[]> channels) : ISampleSource
{
    /// <inheritdoc/>
    public void Read(int channel, long first, Span<double> destination) =>
        channels[channel].AsSpan((int)first, destination.Length).CopyTo(destination);

    /// <inheritdoc/>
    public void Dispose()
    {
    }
}
