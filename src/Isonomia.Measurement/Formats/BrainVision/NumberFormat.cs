namespace Isonomia.Measurement.Formats.BrainVision;

/// <summary>How samples are stored.</summary>
internal enum NumberFormat
{
    /// <summary>Text.</summary>
    Ascii,

    /// <summary>16-bit integers.</summary>
    Int16,

    /// <summary>32-bit integers.</summary>
    Int32,

    /// <summary>32-bit floating-point numbers.</summary>
    Float32,
}
