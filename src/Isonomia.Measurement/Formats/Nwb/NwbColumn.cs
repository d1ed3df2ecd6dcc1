using Isonomia.Measurement.Recordings;

namespace Isonomia.Measurement.Formats.Nwb;

/// <summary>A channel, and the column of a series that it is.</summary>
internal sealed record NwbColumn(Channel Channel, NwbStored Series, int Column);
