namespace Isonomia.Measurement.Settings;

/// <summary>The known name nearest to a mistyped one.</summary>
public static class Suggestion
{
    /// <summary>", did you mean 'x'?" when a known name is near, else nothing.</summary>
    public static string For(string typed, IEnumerable<string> known)
    {
        var nearest = known.Select(k => (Name: k, Distance: Distance(typed, k))).OrderBy(k => k.Distance)
            .ThenBy(k => k.Name, StringComparer.Ordinal).FirstOrDefault();
        return nearest.Name is not null && nearest.Distance <= Math.Max(2, typed.Length / 3)
            ? $"; did you mean '{nearest.Name}'?"
            : "";
    }

    // Levenshtein distance over two rows.
    private static int Distance(string a, string b)
    {
        var (previous, current) = (new int[b.Length + 1], new int[b.Length + 1]);
        for (var j = 0; j <= b.Length; j++)
            previous[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = char.ToLowerInvariant(a[i - 1]) == char.ToLowerInvariant(b[j - 1]) ? 0 : 1;
                current[j] = Math.Min(Math.Min(current[j - 1], previous[j]) + 1, previous[j - 1] + cost);
            }

            (previous, current) = (current, previous);
        }

        return previous[b.Length];
    }
}
