using Isonomia.Measurement.Settings;

namespace Isonomia.Validation.Contrasting;

/// <summary>What the exponent does when the eyes close, by the range of frequencies it is fitted to.</summary>
/// <param name="Range">The range, in Hz.</param>
/// <param name="MedianDifference">Exponent with eyes closed less that with eyes open: median of the electrodes.</param>
/// <param name="Flatter">At how many electrodes it is lower with eyes closed.</param>
public sealed record EyesRange(Interval Range, double MedianDifference, int Flatter);
