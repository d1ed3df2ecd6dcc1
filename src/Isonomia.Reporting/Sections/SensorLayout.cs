using Isonomia.Measurement.Measuring;
using Isonomia.Measurement.Recordings;
using Isonomia.Reporting.Figures.Scalp;
using Isonomia.Reporting.Findings;

namespace Isonomia.Reporting.Sections;

/// <summary>Where the sensors of a recording sit on the head.</summary>
internal sealed class SensorLayout
{
    /// <summary>Fewer sensors than this make no map.</summary>
    private const int FewestSensors = 4;

    private readonly Sensor[] sensors;

    private SensorLayout(Sensor[] sensors) => this.sensors = sensors;

    /// <summary>
    /// The layout of the channels whose place is known; null where too few are. Standard names are looked up, which
    /// puts all of them on one sphere; only where most names are not standard do the file's own positions count.
    /// </summary>
    public static SensorLayout? Of(IReadOnlyList<ChannelMeasurement> channels) => Of([.. channels.Select(c => c.Channel)]);

    /// <summary>The directions of channels whose place is known, with their indices; null where too few are.</summary>
    public static (int Channel, Direction3 Direction)[]? Directions(IReadOnlyList<Channel> channels) =>
        Of(channels) is { } layout ? Array.ConvertAll(layout.sensors, s => (s.Channel, s.Direction)) : null;

    private static SensorLayout? Of(IReadOnlyList<Channel> channels)
    {
        var onHead = channels.Count(IsOnHead);
        var named = Place(channels, c => StandardMontage.TryFind(c.Name, out var standard) ? standard : null);
        var given = Place(channels, c => c.Position);
        var chosen = named.Length * 2 >= onHead || named.Length >= given.Length ? named : given;
        if (chosen.Length < FewestSensors)
            return null;
        var positions = Array.ConvertAll(chosen, s => s.Position);
        var directions = chosen == named
            ? Array.ConvertAll(positions, p => Direction3.Of(p.X, p.Y, p.Z))
            : HeadShape.Directions(positions);
        for (var i = 0; i < chosen.Length; i++)
            chosen[i] = chosen[i] with { Direction = directions[i] };
        return new SensorLayout(chosen);
    }

    /// <summary>How many sensors have a value.</summary>
    public int Known(Marker marker) => sensors.Count(s => marker.Values[s.Channel].IsDefined);

    /// <summary>The sensors with their values.</summary>
    public ScalpSite[] Sites(Marker marker) =>
        Array.ConvertAll(sensors, s => new ScalpSite(s.Name, s.Direction, marker.Values[s.Channel].Value));

    private static bool IsOnHead(Channel channel) => channel.Type is ChannelType.Eeg or ChannelType.Magnetometer;

    private static Sensor[] Place(IReadOnlyList<Channel> channels, Func<Channel, Position?> find)
    {
        var placed = new List<Sensor>();
        for (var i = 0; i < channels.Count; i++)
        {
            if (IsOnHead(channels[i]) && find(channels[i]) is { } position)
                placed.Add(new Sensor(i, channels[i].Name, position, default));
        }

        return [.. placed];
    }

    private sealed record Sensor(int Channel, string Name, Position Position, Direction3 Direction);
}
