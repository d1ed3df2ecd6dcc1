namespace Isonomia.Inference.Sampling;

/// <summary>What tempered sequential Monte Carlo found.</summary>
/// <param name="Points">Equally weighted points of the posterior.</param>
/// <param name="LogEvidence">The logarithm of the likelihood averaged over the prior.</param>
/// <param name="Temperatures">The inverse temperatures gone through, ending with 1.</param>
/// <param name="Acceptance">Fraction of moves accepted at the last temperature.</param>
public sealed record TemperedResult(
    double[][] Points, double LogEvidence, IReadOnlyList<double> Temperatures, double Acceptance);
