using Isonomia.Measurement.Settings;

namespace Isonomia.Measurement.Biomarkers.Synchrony;

/// <summary>Synchrony in one band.</summary>
/// <param name="Band">The band.</param>
/// <param name="Why">Why there is none; null where there is.</param>
/// <param name="Matrices">The measures of all pairs; empty where there are none.</param>
/// <param name="Moments">At how many moments amplitudes were compared.</param>
public sealed record BandSynchrony(Band Band, string? Why, IReadOnlyList<PairMatrix> Matrices, int Moments);
