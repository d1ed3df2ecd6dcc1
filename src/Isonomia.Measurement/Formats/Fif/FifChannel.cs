using System.Buffers.Binary;
using System.Text;
using Isonomia.Measurement.Recordings;

namespace Isonomia.Measurement.Formats.Fif;

/// <summary>
/// What a FIF file says of a channel. Stored numbers times range times calibration are in the SI unit; potentials from
/// the body are given in microvolts here, as every other format of the field gives them.
/// </summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">What it carries.</param>
/// <param name="Unit">The unit of the samples delivered.</param>
/// <param name="Gain">What a stored number is multiplied by.</param>
/// <param name="Place">Where the sensor sits, in metres; in the head for electrodes, in the device for MEG.</param>
/// <param name="IsMeg">Whether it is a MEG sensor.</param>
/// <param name="UnitExponent">The power of ten the file states for the unit.</param>
internal sealed record FifChannel(
    string Name, ChannelType Type, string Unit, double Gain, Position? Place, bool IsMeg, int UnitExponent)
{
    /// <summary>Bytes of the structure in the file.</summary>
    public const int StructLength = 96;

    private const int Volt = 107;
    private const int Tesla = 112;
    private const int TeslaPerMetre = 201;
    private const int NameAt = 80;

    /// <summary>
    /// Reads the structure: scan and logical number, kind, range, calibration, coil, place, unit, name.
    /// </summary>
    public static FifChannel Of(ReadOnlySpan<byte> bytes)
    {
        var (kind, unit) = (Int(bytes, 2), Int(bytes, 18));
        var gain = (double)Float(bytes, 3) * Float(bytes, 4);
        var isMeg = kind == 1;
        var type = kind switch
        {
            1 => unit == TeslaPerMetre ? ChannelType.Gradiometer : ChannelType.Magnetometer,
            2 => ChannelType.Eeg,
            3 => ChannelType.Stimulus,
            202 => ChannelType.Eog,
            302 => ChannelType.Emg,
            402 => ChannelType.Ecg,
            602 => ChannelType.Respiration,
            802 => ChannelType.Seeg,
            803 => ChannelType.Lfp,
            902 => ChannelType.Ecog,
            _ => ChannelType.Other,
        };
        var isPotential = unit == Volt && type is not (ChannelType.Stimulus or ChannelType.Other);
        var unitName = unit switch
        {
            _ when type == ChannelType.Stimulus => "",
            _ when isPotential => "uV",
            Volt => "V",
            Tesla => "T",
            TeslaPerMetre => "T/m",
            _ => "",
        };
        var place = new Position(Float(bytes, 6), Float(bytes, 7), Float(bytes, 8));
        var name = bytes[NameAt..StructLength];
        if (name.IndexOf((byte)0) is >= 0 and var end)
            name = name[..end];
        return new FifChannel(Encoding.Latin1.GetString(name).Trim(), type, unitName, isPotential ? gain * 1e6 : gain,
            (isMeg || type.IsNeural()) && IsKnown(place) ? place : null, isMeg, Int(bytes, 19));
    }

    private static bool IsKnown(Position place) =>
        double.IsFinite(place.X + place.Y + place.Z) && (place.X != 0 || place.Y != 0 || place.Z != 0);

    private static int Int(ReadOnlySpan<byte> bytes, int index) =>
        BinaryPrimitives.ReadInt32BigEndian(bytes[(4 * index)..]);

    private static float Float(ReadOnlySpan<byte> bytes, int index) =>
        BinaryPrimitives.ReadSingleBigEndian(bytes[(4 * index)..]);
}
