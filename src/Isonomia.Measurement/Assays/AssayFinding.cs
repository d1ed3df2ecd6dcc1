using Isonomia.Measurement.Biomarkers;
using Isonomia.Measurement.Results;

namespace Isonomia.Measurement.Assays;

/// <summary>The numbers of one participant by one method.</summary>
/// <param name="Participant">Whose they are; empty where the file does not say.</param>
/// <param name="Name">The biomarker's name in the output.</param>
/// <param name="Definition">What it is, which way excitation moves it, how sure that is, its source.</param>
/// <param name="Reading">The numbers.</param>
/// <param name="Warnings">What to be wary of.</param>
public sealed record AssayFinding(
    string Participant, string Name, BiomarkerDefinition Definition, Reading Reading, IReadOnlyList<string> Warnings);
