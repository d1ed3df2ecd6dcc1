namespace Isonomia.Measurement.Biomarkers;

/// <summary>Something marked in a recording, as a place in a signal.</summary>
/// <param name="Sample">The sample it falls on.</param>
/// <param name="Description">What the file says of it.</param>
public sealed record SignalEvent(int Sample, string Description)
{
    /// <summary>What the moment is called to which the epochs of an epoched file are aligned.</summary>
    public const string EpochZero = "epoch";
}
