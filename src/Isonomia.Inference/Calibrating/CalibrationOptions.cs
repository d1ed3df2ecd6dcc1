using Isonomia.Inference.Locating;

namespace Isonomia.Inference.Calibrating;

/// <summary>How the calibration is tried.</summary>
public sealed record CalibrationOptions
{
    /// <summary>Virtual individuals.</summary>
    public int Individuals { get; init; } = 500;

    /// <summary>Seconds that are recorded of each.</summary>
    public double Seconds { get; init; } = 120;

    /// <summary>Sampling rate of the recordings, Hz.</summary>
    public double SamplingRate { get; init; } = 128;

    /// <summary>How each is located.</summary>
    public LocateOptions Locating { get; init; } = new();
}
