namespace Isonomia.Validation.Climbing;

/// <summary>A measured value.</summary>
/// <param name="Value">The value, in the unit of its quantity; the mean over repetitions where there are
/// several.</param>
/// <param name="StandardError">Of that mean; null where the value is not random, or was drawn once.</param>
/// <param name="Count">Repetitions (seeds, trials, cells) it is the mean of.</param>
/// <param name="Note">What was repeated and how.</param>
public sealed record Finding(double Value, double? StandardError = null, int Count = 1, string? Note = null);
