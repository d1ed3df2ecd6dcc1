namespace Isonomia.Measurement.Together;

/// <summary>
/// How far markers that can be read alone agree. Never one number for all: counts by direction, and how much channels
/// differ. Markers of one rhythm are not independent of each other, so that no error of these counts is given.
/// </summary>
/// <param name="Excitation">Markers that point to more excitation.</param>
/// <param name="Inhibition">Markers that point to more inhibition.</param>
/// <param name="Undecided">Markers that could point and do not.</param>
/// <param name="InComparison">Markers that say something only in comparison.</param>
/// <param name="ShareToExcitation">
/// Over channels: the share of a channel's markers with a neutral value that lie on the side of more excitation; null
/// where no channel has any.
/// </param>
public sealed record Agreement(
    int Excitation, int Inhibition, int Undecided, int InComparison, MarkerSpread? ShareToExcitation)
{
    /// <summary>How many can be read alone.</summary>
    public int Alone => Excitation + Inhibition + Undecided;

    /// <summary>The agreement in words.</summary>
    public string InWords => (Alone, Excitation, Inhibition) switch
    {
        (0, _, _) => "No marker that was measured has a neutral value, so none points anywhere by itself: they say something "
            + "only beside another recording of the same person, or a group, measured with the same settings.",
        (_, 0, 0) => "None points clearly.",
        (_, 1, 0) or (_, 0, 1) => "One alone is no agreement.",
        (_, _, 0) or (_, 0, _) => "Those that point agree.",
        _ => "They contradict each other: no direction follows from them.",
    };
}
