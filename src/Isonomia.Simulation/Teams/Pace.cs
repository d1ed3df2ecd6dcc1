namespace Isonomia.Simulation.Teams;

/// <summary>
/// How many members of a team go on together. A small circuit has less to do between two meetings than a meeting costs,
/// and two threads of one core, or of a busy machine, hinder each other: so halves of the team are tried against the
/// whole, from time to time again, and the fastest goes on. Only time depends on it.
/// </summary>
/// <param name="most">The members of the team.</param>
internal sealed class Pace(int most)
{
    // A stretch may be disturbed: the best of some tells how fast members can be.
    private const int Trials = 3;
    private const int Period = 200;
    private readonly int[] sizes = [.. Sizes(most)];
    private double[] best = [];
    private int stretch;
    private int chosen;

    /// <summary>How many members go on next.</summary>
    public int Next => sizes[Candidate];

    private int Candidate => stretch < Trials * sizes.Length ? stretch % sizes.Length : chosen;

    /// <summary>Hears how long the members of <see cref="Next"/> took.</summary>
    /// <param name="seconds">The time they took.</param>
    /// <param name="steps">The steps they made in it.</param>
    public void Took(double seconds, long steps)
    {
        if (stretch == 0)
            best = [.. Enumerable.Repeat(double.PositiveInfinity, sizes.Length)];
        best[Candidate] = Math.Min(best[Candidate], seconds / steps);
        stretch++;
        if (stretch == Trials * sizes.Length)
            chosen = Array.IndexOf(best, best.Min());
        else if (stretch == Period)
            stretch = 0;
    }

    private static IEnumerable<int> Sizes(int most)
    {
        for (var size = most; size >= 1; size /= 2)
            yield return size;
    }
}
