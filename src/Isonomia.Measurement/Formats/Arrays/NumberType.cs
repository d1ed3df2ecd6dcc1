using System.Diagnostics.CodeAnalysis;

namespace Isonomia.Measurement.Formats.Arrays;

/// <summary>How a number is stored in a binary file.</summary>
[SuppressMessage("Naming", "CA1720", Justification = "Types of numbers are what these are.")]
public enum NumberType
{
    /// <summary>Signed byte.</summary>
    Int8,

    /// <summary>Unsigned byte; also how truth values are stored.</summary>
    UInt8,

    /// <summary>Signed 16-bit integer.</summary>
    Int16,

    /// <summary>Unsigned 16-bit integer.</summary>
    UInt16,

    /// <summary>Signed 32-bit integer.</summary>
    Int32,

    /// <summary>Unsigned 32-bit integer.</summary>
    UInt32,

    /// <summary>Signed 64-bit integer.</summary>
    Int64,

    /// <summary>Unsigned 64-bit integer.</summary>
    UInt64,

    /// <summary>IEEE 754 half precision.</summary>
    Float16,

    /// <summary>IEEE 754 single precision.</summary>
    Float32,

    /// <summary>IEEE 754 double precision.</summary>
    Float64,
}
