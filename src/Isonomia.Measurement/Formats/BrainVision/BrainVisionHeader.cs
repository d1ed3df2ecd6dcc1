using Isonomia.Measurement.Formats.Arrays;

namespace Isonomia.Measurement.Formats.BrainVision;

/// <summary>What a header file says, checked for sense but not yet against the data file.</summary>
/// <param name="DataFile">The data file's name.</param>
/// <param name="MarkerFile">The marker file's name, if there is one.</param>
/// <param name="Type">How a sample is stored; null for text.</param>
/// <param name="IsBigEndian">Whether the most significant byte comes first.</param>
/// <param name="IsMultiplexed">Whether all channels of a point stand together, instead of all points of a
/// channel.</param>
/// <param name="SamplingRate">Samples per second.</param>
/// <param name="Points">Samples of each channel, if stated.</param>
/// <param name="SegmentPoints">Samples of each segment of segmented data, if stated.</param>
/// <param name="Channels">The channels.</param>
/// <param name="Layout">The layout of text.</param>
internal sealed record BrainVisionHeader(
    string DataFile,
    string? MarkerFile,
    NumberType? Type,
    bool IsBigEndian,
    bool IsMultiplexed,
    double SamplingRate,
    long? Points,
    long? SegmentPoints,
    IReadOnlyList<BrainVisionChannel> Channels,
    TextLayout Layout);
