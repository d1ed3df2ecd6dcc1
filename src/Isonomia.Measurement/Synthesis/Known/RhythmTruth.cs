namespace Isonomia.Measurement.Synthesis.Known;

/// <summary>A rhythm as one electrode sees it.</summary>
/// <param name="Rhythm">The rhythm.</param>
/// <param name="PowerUv2">Its power there, in uV^2: the area of its spectral peak.</param>
/// <param name="PeakHeight">About how far its peak stands over the background, in log10 units: below 0.3 it is hard
/// to see, and what is measured of its amplitude is largely background.</param>
public sealed record RhythmTruth(Rhythm Rhythm, double PowerUv2, double PeakHeight);
