using Isonomia.Measurement.Recordings;

namespace Isonomia.Inference.Locating;

/// <summary>What was found on one channel.</summary>
/// <param name="Channel">The channel.</param>
/// <param name="WhyNot">Why it was not located: set aside, or too short; null where there is a posterior.</param>
/// <param name="Posterior">Where it stands; null exactly where <paramref name="WhyNot"/> is set.</param>
/// <param name="UsableSeconds">How much of it was used.</param>
/// <param name="Seconds">How long locating took.</param>
public sealed record LocatedChannel(
    Channel Channel, string? WhyNot, Posterior? Posterior, double UsableSeconds, double Seconds);
