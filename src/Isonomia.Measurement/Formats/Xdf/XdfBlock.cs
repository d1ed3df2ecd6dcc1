namespace Isonomia.Measurement.Formats.Xdf;

/// <summary>Samples that lie together in a file.</summary>
/// <param name="Offset">Where the first begins, with its time stamp or the byte that says there is none.</param>
/// <param name="First">Its number in the stream.</param>
/// <param name="Count">How many there are.</param>
/// <param name="Stride">Bytes from one to the next where all have, or all lack, a time stamp; 0 where they differ.</param>
/// <param name="Stamped">Whether the first has one.</param>
internal readonly record struct XdfBlock(long Offset, long First, int Count, int Stride, bool Stamped);
