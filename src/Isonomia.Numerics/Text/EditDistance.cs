namespace Isonomia.Numerics.Text;

/// <summary>
/// How many slips of the fingers lie between two words: characters inserted, left out or replaced, and neighbours
/// exchanged (optimal string alignment; Damerau 1964). Case does not count.
/// </summary>
public static class EditDistance
{
    /// <summary>The distance of two words, or more than the limit where it is more.</summary>
    /// <param name="a">A word.</param>
    /// <param name="b">Another.</param>
    /// <param name="limit">What is still worth knowing; time is the product of it and the longer word.</param>
    public static int Between(ReadOnlySpan<char> a, ReadOnlySpan<char> b, int limit = int.MaxValue)
    {
        if (Math.Abs(a.Length - b.Length) > limit)
            return limit == int.MaxValue ? limit : limit + 1;
        var (before, previous, current) = (new int[b.Length + 1], new int[b.Length + 1], new int[b.Length + 1]);
        for (var j = 0; j <= b.Length; j++)
            previous[j] = j;
        var band = Math.Min(limit, Math.Max(a.Length, b.Length));
        for (var i = 1; i <= a.Length; i++)
        {
            var (from, to) = (Math.Max(1, i - band), Math.Min(b.Length, i + band));
            Array.Fill(current, int.MaxValue / 2);
            current[0] = i;
            var least = from == 1 ? i : int.MaxValue;
            for (var j = from; j <= to; j++)
            {
                var cost = Same(a[i - 1], b[j - 1]) ? 0 : 1;
                var steps = Math.Min(Math.Min(current[j - 1], previous[j]) + 1, previous[j - 1] + cost);
                if (i > 1 && j > 1 && Same(a[i - 1], b[j - 2]) && Same(a[i - 2], b[j - 1]))
                    steps = Math.Min(steps, before[j - 2] + 1);
                current[j] = steps;
                least = Math.Min(least, steps);
            }

            // An exchange reaches back two rows, one step cheaper.
            if (least > limit && least - 1 > limit)
                return limit + 1;
            (before, previous, current) = (previous, current, before);
        }

        return limit == int.MaxValue ? previous[b.Length] : Math.Min(previous[b.Length], limit + 1);
    }

    private static bool Same(char a, char b) => char.ToLowerInvariant(a) == char.ToLowerInvariant(b);
}
