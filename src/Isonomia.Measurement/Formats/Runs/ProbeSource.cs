using Isonomia.Measurement.Recordings;

namespace Isonomia.Measurement.Formats.Runs;

/// <summary>The columns of several arrays, one channel each, read from the files when asked for.</summary>
/// <param name="columns">Of each channel its array and its column there.</param>
internal sealed class ProbeSource(IReadOnlyList<(ISampleSource Array, int Column)> columns) : ISampleSource
{
    /// <inheritdoc/>
    public void Read(int channel, long first, Span<double> destination) =>
        columns[channel].Array.Read(columns[channel].Column, first, destination);

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var array in columns.Select(c => c.Array).Distinct())
            array.Dispose();
    }
}
