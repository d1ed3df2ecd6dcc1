namespace Isonomia.Restoration.Catalogue;

/// <summary>How an effect builds up, wears off, and what is left when it is stopped.</summary>
/// <param name="Onset">Seconds (time constant) until the effect follows the dose; 0 for at once.</param>
/// <param name="Tolerance">Share of the effect that is lost in the long run, 0 to 1.</param>
/// <param name="ToleranceTime">Seconds (time constant) in which it is lost, and in which the loss fades.</param>
/// <param name="Grounds">What these stand on.</param>
/// <remarks>
/// Rebound follows: when it is stopped, what tolerance set against it remains for a while alone and points the other
/// way.
/// </remarks>
public sealed record EffectCourse(double Onset, double Tolerance, double ToleranceTime, Grounds Grounds)
{
    /// <summary>At once, and for as long as it is given.</summary>
    public static EffectCourse Immediate { get; } =
        new(0, 0, 1, new Grounds(EvidenceLevel.Speculative, "no course stated"));
}
