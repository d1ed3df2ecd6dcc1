using Isonomia.Measurement.Formats.Arrays;

namespace Isonomia.Measurement.Formats.Fif;

/// <summary>How data are stored in FIF files.</summary>
internal static class FifType
{
    public const int Double = 5;
    public const int IdStruct = 31;

    /// <summary>The type of the numbers of a data buffer, or null where they are none that can be read.</summary>
    public static NumberType? NumberOf(int type) => type switch
    {
        2 or 16 => NumberType.Int16,
        3 => NumberType.Int32,
        4 => NumberType.Float32,
        Double => NumberType.Float64,
        _ => null,
    };
}
