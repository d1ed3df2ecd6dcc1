namespace Isonomia.Measurement.Cohorts;

/// <summary>
/// One number of one participant: what groups are compared by, whatever it was measured or inferred from.
/// </summary>
/// <param name="Participant">The participant, as <c>sub-01</c>.</param>
/// <param name="Occasion">Which of several occasions (a session) it belongs to; empty where these are not told apart.</param>
/// <param name="Place">The channel, or whatever else the number is of; empty where it is of the whole.</param>
/// <param name="Quantity">What the number is.</param>
/// <param name="Value">The number; finite.</param>
public readonly record struct Observation(
    string Participant, string Occasion, string Place, CohortQuantity Quantity, double Value);
