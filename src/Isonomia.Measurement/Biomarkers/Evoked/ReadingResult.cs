using Isonomia.Measurement.Results;

namespace Isonomia.Measurement.Biomarkers.Evoked;

/// <summary>A result that is no more than its numbers.</summary>
/// <param name="Numbers">The numbers.</param>
public sealed record ReadingResult(Reading Numbers) : BiomarkerResult
{
    /// <inheritdoc/>
    public override Reading ToReading() => Numbers;
}
