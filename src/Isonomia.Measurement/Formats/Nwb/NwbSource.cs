using Isonomia.Measurement.Formats.Hdf5;
using Isonomia.Measurement.Recordings;

namespace Isonomia.Measurement.Formats.Nwb;

/// <summary>Samples of series, converted to their units.</summary>
internal sealed class NwbSource(Hdf5File file, IReadOnlyList<NwbColumn> columns) : ISampleSource
{
    public void Read(int channel, long first, Span<double> destination)
    {
        var (_, series, column) = columns[channel];
        series.Numbers.ReadFrames(first, series.Columns, column, destination);
        foreach (ref var sample in destination)
            sample = (sample * series.Gains[column]) + series.Offset;
    }

    public void Dispose() => file.Dispose();
}
