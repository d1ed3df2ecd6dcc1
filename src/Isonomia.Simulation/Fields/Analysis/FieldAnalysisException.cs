namespace Isonomia.Simulation.Fields.Analysis;

/// <summary>A field cannot be analysed as asked; the message says why, and what to do.</summary>
/// <param name="message">For the person who asked.</param>
public sealed class FieldAnalysisException(string message) : Exception(message);
