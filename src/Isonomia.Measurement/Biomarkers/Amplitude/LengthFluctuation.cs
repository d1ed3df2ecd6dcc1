namespace Isonomia.Measurement.Biomarkers.Amplitude;

/// <summary>
/// What is left of the windows of one grid when only their mean matters: a few numbers, however long the recording.
/// </summary>
/// <param name="Grid">The windows.</param>
/// <param name="Count">How many there were.</param>
/// <param name="MeanFluctuation">Mean of their fluctuations, in unit times samples; NaN when there are none.</param>
/// <param name="Covered">How many samples of the signal lie in at least one window.</param>
public sealed record LengthFluctuation(WindowGrid Grid, int Count, double MeanFluctuation, long Covered);
