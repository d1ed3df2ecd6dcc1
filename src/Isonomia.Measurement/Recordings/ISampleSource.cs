namespace Isonomia.Measurement.Recordings;

/// <summary>
/// Where a recording's samples come from: a file read in blocks, or memory. Reading the same time block for one
/// channel after another is the common pattern, and a source makes it cheap. Not safe for concurrent use.
/// </summary>
public interface ISampleSource : IDisposable
{
    /// <summary>
    /// Fills <paramref name="destination"/> with samples of one channel, in the channel's unit, from
    /// <paramref name="first"/> on.
    /// </summary>
    /// <exception cref="BadInputException">The file could not be read there.</exception>
    void Read(int channel, long first, Span<double> destination);
}
