namespace Isonomia.Numerics.Statistics.HeavyTails;

/// <summary>A power law, p(x) proportional to x^-alpha from <paramref name="Xmin"/> on, fitted to a sample.</summary>
/// <param name="Alpha">The exponent.</param>
/// <param name="StandardError">Its standard error, from the curvature of the likelihood.</param>
/// <param name="Xmin">The smallest value that is fitted.</param>
/// <param name="Distance">Largest distance between the cumulative distributions of sample and fit (Kolmogorov-Smirnov).
/// </param>
/// <param name="Count">How many numbers are fitted.</param>
/// <param name="LogLikelihood">Log-likelihood of these (natural logarithm).</param>
public sealed record PowerLawFit(
    double Alpha, double StandardError, double Xmin, double Distance, int Count, double LogLikelihood);
