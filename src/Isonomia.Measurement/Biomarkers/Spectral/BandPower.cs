using Isonomia.Measurement.Results;
using Isonomia.Measurement.Settings;

namespace Isonomia.Measurement.Biomarkers.Spectral;

/// <summary>Power of one band.</summary>
/// <param name="Band">The band.</param>
/// <param name="Absolute">Its power, in the channel's unit squared.</param>
/// <param name="Relative">Its share of the total.</param>
public sealed record BandPower(Band Band, Measured Absolute, Measured Relative);
