using Isonomia.Measurement.Measuring;
using Isonomia.Measurement.Recordings;
using Isonomia.Reporting.Figures.Scalp;
using Isonomia.Reporting.Findings;

namespace Isonomia.Reporting.Sections;

/// <summary>Where the sensors of a recording sit on the head.</summary>
internal sealed class SensorLayout
{
    private readonly (int Channel, string Name, Direction3 Direction)[] sensors;

    private SensorLayout((int, string, Direction3)[] sensors) => this.sensors = sensors;

    /// <summary>
    /// The layout of the channels whose place is known; null where too few are. Standard names are looked up, which
    /// puts all of them on one sphere; only where most names are not standard do the file's own positions count.
    /// </summary>
    public static SensorLayout? Of(IReadOnlyList<ChannelMeasurement> channels)
    {
        var onHead = channels.Select((c, i) => (Index: i, c.Channel))
            .Where(c => c.Channel.Type is ChannelType.Eeg or ChannelType.Magnetometer).ToArray();
        var named = Place(onHead, c => StandardMontage.TryFind(c.Name, out var standard) ? standard : null);
        var given = Place(onHead, c => c.Position);
        var (placed, directions) = named.Length * 2 >= onHead.Length || named.Length >= given.Length
            ? (named, [.. named.Select(p => Direction3.Of(p.Position.X, p.Position.Y, p.Position.Z))])
            : (given, HeadShape.Directions([.. given.Select(p => p.Position)]));
        return placed.Length < ScalpMap.FewestSites
            ? null
            : new SensorLayout([.. placed.Select((p, i) => (p.Index, p.Channel.Name, directions[i]))]);
    }

    /// <summary>How many sensors have a value.</summary>
    public int Known(Marker marker) => sensors.Count(s => marker.Values[s.Channel].IsDefined);

    /// <summary>The sensors with their values.</summary>
    public ScalpSite[] Sites(Marker marker) =>
        [.. sensors.Select(s => new ScalpSite(s.Name, s.Direction, marker.Values[s.Channel].Value))];

    private static (int Index, Channel Channel, Position Position)[] Place(
        (int Index, Channel Channel)[] channels, Func<Channel, Position?> find) =>
        [.. channels.Select(c => (c.Index, c.Channel, Position: find(c.Channel)))
            .Where(c => c.Position is not null).Select(c => (c.Index, c.Channel, c.Position!.Value))];
}
