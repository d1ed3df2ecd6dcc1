namespace Isonomia.Measurement.Preprocessing;

/// <summary>One step that was applied to a recording, and what came of it.</summary>
/// <param name="Name">Its name, as <c>notch</c>.</param>
/// <param name="Parameters">What it was applied with, as written in settings.</param>
/// <param name="Outcome">What it did or dropped, in words with numbers.</param>
public sealed record PreprocessingStep(string Name, IReadOnlyDictionary<string, string> Parameters, string Outcome);
