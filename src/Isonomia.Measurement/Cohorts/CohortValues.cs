namespace Isonomia.Measurement.Cohorts;

/// <summary>A quantity of many participants, place by place; NaN where nothing is known.</summary>
/// <param name="Quantity">What it is.</param>
/// <param name="Participants">The participants, in ascending order.</param>
/// <param name="Places">The channels, in the order in which they first appear.</param>
/// <param name="ByPlace">For each place the participants' values.</param>
/// <param name="Means">The mean of each participant over the places known of it.</param>
public sealed record CohortValues(
    CohortQuantity Quantity,
    IReadOnlyList<string> Participants,
    IReadOnlyList<string> Places,
    double[][] ByPlace,
    double[] Means)
{
    /// <summary>
    /// Arranges observations of one quantity. Several of one participant at one place (runs, sessions that are not told
    /// apart) are averaged first, so that a participant counts once.
    /// </summary>
    /// <param name="observations">The observations.</param>
    /// <param name="participants">Whose values are wanted; others are left out.</param>
    public static CohortValues Of(IReadOnlyList<Observation> observations, IReadOnlyList<string> participants)
    {
        var index = participants.Index().ToDictionary(p => p.Item, p => p.Index, StringComparer.Ordinal);
        var places = observations.Select(o => o.Place).Distinct(StringComparer.Ordinal).ToArray();
        var at = places.Index().ToDictionary(p => p.Item, p => p.Index, StringComparer.Ordinal);
        var sums = places.Select(_ => new double[participants.Count]).ToArray();
        var counts = places.Select(_ => new int[participants.Count]).ToArray();
        foreach (var (participant, _, place, _, value) in observations)
        {
            if (!index.TryGetValue(participant, out var p))
                continue;
            sums[at[place]][p] += value;
            counts[at[place]][p]++;
        }

        for (var c = 0; c < places.Length; c++)
        {
            for (var p = 0; p < participants.Count; p++)
                sums[c][p] /= counts[c][p];
        }

        return new CohortValues(observations[0].Quantity, participants, places, sums, MeansOver(sums, participants.Count));
    }

    /// <summary>The change of each participant from these values to others of the same places, where both are known.</summary>
    /// <param name="later">The others, of the same participants.</param>
    public CohortValues ChangeTo(CohortValues later)
    {
        ArgumentNullException.ThrowIfNull(later);
        var common = Places.Where(later.Places.Contains).ToArray();
        double[][] changes = [.. common.Select(place =>
        {
            var before = ByPlace[Index(Places, place)];
            return later.ByPlace[Index(later.Places, place)].Select((after, p) => after - before[p]).ToArray();
        })];
        return new CohortValues(Quantity, Participants, common, changes, MeansOver(changes, Participants.Count));
    }

    private static double[] MeansOver(double[][] byPlace, int participants) => [.. Enumerable.Range(0, participants).Select(p =>
    {
        var known = byPlace.Select(values => values[p]).Where(double.IsFinite).ToArray();
        return known.Length > 0 ? known.Average() : double.NaN;
    })];

    private static int Index(IReadOnlyList<string> places, string place)
    {
        for (var i = 0; i < places.Count; i++)
        {
            if (places[i] == place)
                return i;
        }

        return -1;
    }
}
