namespace Isonomia.Measurement.Formats.Arrays;

/// <summary>What follows from how a number is stored.</summary>
public static class NumberTypes
{
    /// <summary>Bytes a number takes.</summary>
    public static int Size(this NumberType type) => type switch
    {
        NumberType.Int8 or NumberType.UInt8 => 1,
        NumberType.Int16 or NumberType.UInt16 or NumberType.Float16 => 2,
        NumberType.Int32 or NumberType.UInt32 or NumberType.Float32 => 4,
        _ => 8,
    };

    /// <summary>The name users know, as <c>int16</c>.</summary>
    public static string Label(this NumberType type) => type.ToString().ToLowerInvariant();
}
