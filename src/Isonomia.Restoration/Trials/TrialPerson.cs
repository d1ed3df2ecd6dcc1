namespace Isonomia.Restoration.Trials;

/// <summary>A virtual person in a trial.</summary>
/// <param name="Number">Which, from 0.</param>
/// <param name="Arm">The arm, by number.</param>
/// <param name="Before">The endpoint as recorded before.</param>
/// <param name="After">As recorded after; null where there is no stable steady state any more.</param>
/// <param name="DistanceBefore">The true distance to health before.</param>
/// <param name="DistanceAfter">The true distance after.</param>
/// <param name="IsRestored">Whether the person truly is in the healthy range after.</param>
public sealed record TrialPerson(
    int Number, int Arm, double Before, double? After, double DistanceBefore, double DistanceAfter, bool IsRestored)
{
    /// <summary>The change of the endpoint; null where it cannot be recorded any more.</summary>
    public double? Change => After - Before;
}
