using System.Globalization;

namespace Isonomia.Measurement.Recordings;

/// <summary>
/// Where the electrodes of the international 10-20, 10-10 and 10-5 systems sit on a spherical head.
/// </summary>
/// <remarks>
/// <para>
/// The systems are rules, and the positions here are computed from them rather than listed. Every name is a row (Fp,
/// AF, F, FC, ... O) and a number (odd left, even right, z in the middle). A row lies at a fraction f of the way from
/// nasion to inion: Fp 0.1, AF 0.2, F 0.3, ... O 0.9, and the doubled letters of the 10-5 system half-way between. On
/// the sphere its middle electrode is 225° (0.5 - f) from the vertex towards the nose, so that Fpz, T7, T8 and Oz lie
/// on the equator; its outermost electrodes (F7, F8) are 180° f from Fpz along the equator; the others divide the
/// circle through these three points into equal arcs: 1 at a quarter of the way out, 3 at a half, 5 at three quarters,
/// 7 at the end, and 9 one step of 22.5° below the equator, level with nasion and inion. An h after the number means
/// half a step nearer to the middle.
/// </para>
/// <para>
/// Systems: Jasper 1958 (10-20); Chatrian, Lettich &amp; Nelson 1985 (10-10); Oostenveld &amp; Praamstra 2001,
/// doi:10.1016/S1388-2457(00)00527-7 (10-5).
/// </para>
/// </remarks>
public static class StandardMontage
{
    /// <summary>The radius of the head the positions are given for, in metres.</summary>
    public const double HeadRadius = 0.095;

    private const double StepBelowEquator = 22.5;

    private static readonly Dictionary<string, double> Rows = new(StringComparer.Ordinal)
    {
        ["N"] = 0,
        ["FP"] = 0.1,
        ["AFP"] = 0.15,
        ["AF"] = 0.2,
        ["AFF"] = 0.25,
        ["F"] = 0.3,
        ["FFC"] = 0.35,
        ["FFT"] = 0.35,
        ["FC"] = 0.4,
        ["FT"] = 0.4,
        ["FCC"] = 0.45,
        ["FTT"] = 0.45,
        ["C"] = 0.5,
        ["T"] = 0.5,
        ["CCP"] = 0.55,
        ["TTP"] = 0.55,
        ["CP"] = 0.6,
        ["TP"] = 0.6,
        ["CPP"] = 0.65,
        ["TPP"] = 0.65,
        ["P"] = 0.7,
        ["PPO"] = 0.75,
        ["PO"] = 0.8,
        ["POO"] = 0.85,
        ["O"] = 0.9,
        ["OI"] = 0.95,
        ["I"] = 1,
    };

    /// <summary>Names of the 10-20 system that the 10-10 system renamed, and the sites beside the head.</summary>
    private static readonly Dictionary<string, string> Aliases = new(StringComparer.Ordinal)
    {
        ["T3"] = "T7",
        ["T4"] = "T8",
        ["T5"] = "P7",
        ["T6"] = "P8",
        ["T1"] = "FT9",
        ["T2"] = "FT10",
        ["LPA"] = "T9",
        ["RPA"] = "T10",
        ["A1"] = "T9",
        ["A2"] = "T10",
        ["M1"] = "TP9",
        ["M2"] = "TP10",
        ["NASION"] = "NZ",
        ["INION"] = "IZ",
    };

    private static readonly HashSet<string> References = new(StringComparer.Ordinal)
    {
        "REF", "LE", "AR", "AVG", "AV", "CAR", "A1", "A2", "A1A2", "A12", "M1", "M2", "M1M2", "M12", "AA", "CLE",
    };

    /// <summary>
    /// Finds an electrode by its name, ignoring case, surrounding space, trailing dots (<c>Fc5.</c>), a leading
    /// <c>EEG</c> and the reference it was recorded against (<c>-REF</c>, <c>-LE</c>, <c>-A1</c>, ...). A bipolar
    /// derivation (<c>Fpz-Cz</c>) has no one position and is not found.
    /// </summary>
    /// <param name="name">The channel's name.</param>
    /// <param name="position">Its place on a sphere of <see cref="HeadRadius"/> about the origin.</param>
    public static bool TryFind(string name, out Position position)
    {
        var site = Site(name);
        position = default;
        if (Aliases.TryGetValue(site, out var current))
            site = current;

        var letters = site.Length - site.TrimStart("ABCDEFGHIJKLMNOPQRSTUVWXY".AsSpan()).Length;
        if (!Rows.TryGetValue(site[..letters], out var row))
            return false;
        var place = site.AsSpan(letters);
        if (place is "Z")
            return Place(row, 0, isLeft: true, out position);

        var half = place is [.., 'H'];
        if (!int.TryParse(half ? place[..^1] : place, NumberStyles.None, null, out var number) || number is < 1 or > 10)
            return false;
        var steps = (number + 1) / 2 - (half ? 0.5 : 0);
        // The central rows are called temporal from 7 outwards (C5, T7) and nothing else.
        if (site.AsSpan(0, letters).Contains('T') ? steps <= 3 : site.AsSpan(0, letters).Contains('C') && steps > 3)
            return false;
        return Place(row, steps, number % 2 == 1, out position);
    }

    private static string Site(string name)
    {
        var site = name.Trim().ToUpperInvariant();
        if (site.StartsWith("EEG", StringComparison.Ordinal))
            site = site[3..].TrimStart(' ', '-', '_', ':');
        var dash = site.LastIndexOf('-');
        if (dash > 0 && References.Contains(site[(dash + 1)..].Trim()))
            site = site[..dash];
        return site.Trim().TrimEnd('.');
    }

    /// <summary>
    /// Steps outward count 1 for the electrodes 1 and 2, 2 for 3 and 4, ... 4 at the equator, 5 below.
    /// </summary>
    private static bool Place(double row, double steps, bool isLeft, out Position position)
    {
        position = default;
        // The frontopolar and occipital rows are so short that 1 and 2 already are the outermost; nasion and inion
        // have no sides.
        var isEnd = row is 0.1 or 0.9;
        if (row is < 0.1 or > 0.9 && steps > 0 || isEnd && steps is > 1 and < 5)
            return false;
        var outward = isEnd && steps <= 1 ? steps : steps / 4;
        var (latitude, longitude) = (Radians(225 * (0.5 - row)), Radians(180 * row));
        var (x, y, z) = outward <= 1
            ? OnRow(outward, latitude, longitude)
            : OnRing(Radians(-StepBelowEquator * (steps - 4)), longitude);
        position = new Position(HeadRadius * (isLeft ? -x : x), HeadRadius * y, HeadRadius * z);
        return true;
    }

    /// <summary>
    /// The point a fraction of the way from the row's middle M to its outermost point E, along the circle through M, E
    /// and E's mirror image. That circle is symmetric about the plane x = 0, so its centre C lies there, and equal arcs
    /// are equal angles about C.
    /// </summary>
    private static (double X, double Y, double Z) OnRow(double fraction, double latitude, double longitude)
    {
        var (my, mz) = (Math.Sin(latitude), Math.Cos(latitude));
        var (ex, ey) = (Math.Sin(longitude), Math.Cos(longitude));
        // In the plane x = 0 the circle's plane is the line through M and E's foot F = (ey, 0).
        var (dy, dz) = (my - ey, mz);
        var length = Math.Sqrt(dy * dy + dz * dz);
        var (uy, uz) = (dy / length, dz / length);
        // C = F + s u with |CM| = |CE|: (length - s)^2 = ex^2 + s^2.
        var s = (length * length - ex * ex) / (2 * length);
        var radius = length - s;
        var angle = fraction * Math.Atan2(ex, -s);
        var along = s + radius * Math.Cos(angle);
        return (radius * Math.Sin(angle), ey + along * uy, along * uz);
    }

    private static (double X, double Y, double Z) OnRing(double elevation, double longitude) =>
        (Math.Cos(elevation) * Math.Sin(longitude), Math.Cos(elevation) * Math.Cos(longitude), Math.Sin(elevation));

    private static double Radians(double degrees) => degrees * Math.PI / 180;
}
