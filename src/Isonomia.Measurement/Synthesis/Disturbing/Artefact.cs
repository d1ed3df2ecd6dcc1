namespace Isonomia.Measurement.Synthesis.Disturbing;

/// <summary>Something in a recording that does not come from the brain.</summary>
/// <param name="Kind"><c>blink</c> or <c>muscle</c>.</param>
/// <param name="Site">The electrode site where it is strongest.</param>
/// <param name="Onset">When it begins, in seconds from the start of the recording.</param>
/// <param name="Duration">How long it lasts, in seconds.</param>
public sealed record Artefact(string Kind, string Site, double Onset, double Duration);
