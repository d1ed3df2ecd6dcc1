namespace Isonomia.Inference.Cohorts;

/// <summary>A participant's quantity over all channels and recordings that were located of it.</summary>
/// <param name="Participant">The participant, as <c>sub-01</c>.</param>
/// <param name="Mean">The mean of the posteriors' means.</param>
/// <param name="Variance">The mean of their variances: channels and recordings of one person are not independent.</param>
public sealed record LocatedParticipant(string Participant, double Mean, double Variance)
{
    /// <summary>Of the posteriors of one participant.</summary>
    public static LocatedParticipant Of(string participant, IReadOnlyCollection<LocatedQuantity> found)
    {
        ArgumentNullException.ThrowIfNull(found);
        return new LocatedParticipant(participant, found.Average(q => q.Mean), found.Average(q => q.Sd * q.Sd));
    }
}
