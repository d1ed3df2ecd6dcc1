using Isonomia.Measurement.Formats.Matlab.Values;
using Isonomia.Measurement.Recordings;

namespace Isonomia.Measurement.Formats.Eeglab;

/// <summary>
/// The channels of a data set. EEGLAB's X points to the nose and its Y to the left ear; its unit is whatever the
/// positions came in, so it is told by the size of the head.
/// </summary>
internal static class EeglabChannels
{
    private const double QuarterCircle = 90;

    /// <summary>The channels, with the number of samples each has.</summary>
    public static List<Channel> Of(EeglabSet set, long samples, List<string> warnings)
    {
        var described = set.Structs("chanlocs");
        if (described is { Count: > 0 } && described.Count != set.Channels)
        {
            warnings.Add($"EEG.chanlocs describes {described.Count} channels, but there are {set.Channels}; "
                + (described.Count < set.Channels ? "the rest have no names" : "the last were ignored"));
        }

        var labels = TextsOf(described, "labels", set.Channels);
        var types = TextsOf(described, "type", set.Channels);
        var names = ChannelNames.Distinct(labels);
        var positions = PositionsOf(described, set.Channels);
        var channels = new List<Channel>(set.Channels);
        for (var i = 0; i < set.Channels; i++)
        {
            var type = TypeOf(labels[i], types[i]);
            var unit = type is ChannelType.Stimulus or ChannelType.Magnetometer ? "" : "uV";
            channels.Add(new Channel(names[i], type, unit, set.SamplingRate, samples) { Position = positions[i] });
        }

        return channels;
    }

    private static ChannelType TypeOf(string label, string type) =>
        type.StartsWith("MEG", StringComparison.OrdinalIgnoreCase) ? ChannelType.Magnetometer
        : ChannelNames.TypeOf(type.Length == 0 || type.Equals("EEG", StringComparison.OrdinalIgnoreCase) ? label : type,
            "uV");

    private static string[] TextsOf(MatStruct? described, string field, int count)
    {
        var values = described?.Values(field) ?? [];
        return [.. Enumerable.Range(0, count).Select(i => i < values.Count ? (values[i].Text ?? "").Trim() : "")];
    }

    private static Position?[] PositionsOf(MatStruct? described, int count)
    {
        var positions = new Position?[count];
        if (described is null)
            return positions;
        double[] Numbers(string field)
        {
            var values = described.Values(field);
            return [.. Enumerable.Range(0, count).Select(i => values.ElementAtOrDefault(i)?.Scalar ?? double.NaN)];
        }

        var (x, y, z) = (Numbers("X"), Numbers("Y"), Numbers("Z"));
        if (x.All(double.IsNaN))
            (x, y, z) = OnSphere(Numbers("theta"), Numbers("radius"));
        var radii = x.Select((_, i) => Math.Sqrt((x[i] * x[i]) + (y[i] * y[i]) + (z[i] * z[i])))
            .Where(r => double.IsFinite(r) && r > 0).Order().ToArray();
        if (radii.Length == 0)
            return positions;
        var scale = ScaleFor(radii[radii.Length / 2]);
        for (var i = 0; i < count; i++)
        {
            if (double.IsFinite(x[i] + y[i] + z[i]) && (x[i] != 0 || y[i] != 0 || z[i] != 0))
                positions[i] = new Position(-y[i] * scale, x[i] * scale, z[i] * scale);
        }

        return positions;
    }

    /// <summary>
    /// Metres, centimetres or millimetres where that makes a head; else the head is made the standard size.
    /// </summary>
    private static double ScaleFor(double radius) => radius switch
    {
        >= 0.05 and <= 0.15 => 1,
        >= 5 and <= 15 => 0.01,
        >= 50 and <= 150 => 0.001,
        _ => StandardMontage.HeadRadius / radius,
    };

    /// <summary>
    /// EEGLAB's flat head onto a sphere: theta in degrees from the nose to the right, radius 0.5 at the equator.
    /// </summary>
    private static (double[] X, double[] Y, double[] Z) OnSphere(double[] theta, double[] radius)
    {
        var (x, y, z) = (new double[theta.Length], new double[theta.Length], new double[theta.Length]);
        for (var i = 0; i < theta.Length; i++)
        {
            var elevation = double.DegreesToRadians(QuarterCircle - (2 * QuarterCircle * radius[i]));
            var azimuth = double.DegreesToRadians(-theta[i]);
            (x[i], y[i], z[i]) = (Math.Cos(elevation) * Math.Cos(azimuth), Math.Cos(elevation) * Math.Sin(azimuth),
                Math.Sin(elevation));
        }

        return (x, y, z);
    }
}
