namespace Isonomia.Restoration.Checks;

/// <summary>How the search did for virtual individuals with one condition, of whom everything is known.</summary>
/// <param name="Condition">The condition.</param>
/// <param name="Individuals">How many.</param>
/// <param name="AmongBestThree">
/// In how many the intervention ranked first was truly among the best three, on the mean over possible responses: what a search
/// could know.
/// </param>
/// <param name="OwnResponse">The same by the individual's own responses, which nobody can know before.</param>
/// <param name="Named">
/// For how many an intervention is named at all: of the others the search says that nothing needs restoring, and differences
/// between interventions are smaller than what is known of them.
/// </param>
/// <param name="NamedAmongBestThree">In how many of these the first was among the best three, over possible responses.</param>
/// <param name="Stated">The mean of the stated probabilities of being restored, of those ranked first.</param>
/// <param name="Restored">How many of these truly were inside the healthy range.</param>
public sealed record KnownAnswer(
    string Condition, int Individuals, int AmongBestThree, int OwnResponse, int Named, int NamedAmongBestThree,
    double Stated, int Restored);
