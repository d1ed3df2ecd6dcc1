using System.Collections.Immutable;

namespace Isonomia.Restoration.Checks;

/// <summary>What became of known answers.</summary>
/// <param name="Answers">Condition by condition.</param>
/// <param name="Reliability">
/// In ten bins of stated probability, over all interventions: how many statements, their mean, and the share that came true.
/// </param>
public sealed record KnownAnswersReport(
    ImmutableArray<KnownAnswer> Answers, ImmutableArray<(int Count, double Stated, double True)> Reliability)
{
    /// <summary>The share of individuals in which the first was truly among the best three, over possible responses.</summary>
    public double AmongBestThree => Answers.Sum(a => a.AmongBestThree) / (double)Answers.Sum(a => a.Individuals);

    /// <summary>The same of those alone for whom an intervention is named.</summary>
    public double NamedAmongBestThree => Answers.Sum(a => a.NamedAmongBestThree) / (double)Answers.Sum(a => a.Named);

    /// <summary>The same by the individuals' own responses.</summary>
    public double OwnResponse => Answers.Sum(a => a.OwnResponse) / (double)Answers.Sum(a => a.Individuals);

    /// <summary>The mean difference of what was stated and what came true, weighted by how often it was stated.</summary>
    public double CalibrationError =>
        Reliability.Sum(b => b.Count * Math.Abs(b.Stated - b.True)) / Reliability.Sum(b => b.Count);
}
