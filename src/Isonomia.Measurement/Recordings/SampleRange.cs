namespace Isonomia.Measurement.Recordings;

/// <summary>A contiguous range of samples of one channel: <c>[First, First + Count)</c>.</summary>
public readonly record struct SampleRange(int First, int Count)
{
    /// <summary>The sample after the last.</summary>
    public int End => First + Count;
}
