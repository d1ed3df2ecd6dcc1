using Isonomia.Measurement.Results;
using Isonomia.Measurement.Settings;

namespace Isonomia.Measurement.Biomarkers.Synchrony;

/// <summary>Kuramoto's order parameter in a band.</summary>
/// <param name="Band">The band.</param>
/// <param name="Order">Its mean over time.</param>
/// <param name="Metastability">Its standard deviation over time.</param>
/// <param name="ByChance">The mean that unrelated channels give.</param>
/// <param name="Moments">At how many moments it was taken.</param>
public sealed record BandOrder(Band Band, Measured Order, Measured Metastability, double ByChance, int Moments);
