namespace Isonomia.Measurement.Biomarkers.Amplitude;

/// <summary>One of the windows from which a functional E/I ratio was computed.</summary>
/// <param name="Amplitude">Its mean amplitude, in the channel's unit.</param>
/// <param name="Fluctuation">
/// Fluctuation of its integrated amplitude after division by its mean amplitude, in samples.
/// </param>
/// <param name="IsOutlier">Whether it was left out as an outlier.</param>
public readonly record struct RatioWindow(double Amplitude, double Fluctuation, bool IsOutlier);
