using Isonomia.Numerics.Text;

namespace Isonomia.Modeling.Diagnostics;

/// <summary>The known name that a mistyped one was probably meant to be.</summary>
public static class NearestName
{
    // Longer names are not compared; nobody mistypes those.
    private const int MostCharacters = 60;

    private const int MostShort = 4;

    /// <summary>
    /// "did you mean 'x'?" for the nearest known name: one that differs in case or underscores only, in a few slips of
    /// the fingers (one in three or four characters), or that one begins with the other. Short names that begin
    /// differently are different things (g_K and I_K), not slips. Equally near names are taken in alphabetical order,
    /// so that the hint is always the same.
    /// </summary>
    /// <param name="typed">What was written.</param>
    /// <param name="known">What there is.</param>
    /// <returns>The hint, or null where nothing is near.</returns>
    public static string? Hint(string typed, IEnumerable<string> known)
    {
        ArgumentNullException.ThrowIfNull(typed);
        ArgumentNullException.ThrowIfNull(known);
        string? nearest = null;
        var least = int.MaxValue;
        foreach (var name in known)
        {
            var distance = Distance(typed, name);
            if (distance < least || (distance == least && string.CompareOrdinal(name, nearest) < 0))
                (nearest, least) = (name, distance);
        }

        return least == int.MaxValue ? null : $"did you mean '{nearest}'?";
    }

    private static int Distance(string typed, string name)
    {
        if (typed.Length is 0 or > MostCharacters || name.Length is 0 or > MostCharacters)
            return int.MaxValue;
        if (string.Equals(Bare(typed), Bare(name), StringComparison.OrdinalIgnoreCase))
            return 0;
        var limit = (Math.Min(typed.Length, name.Length) + 1) / 3;
        var distance = limit == 0 ? 1 : EditDistance.Between(typed, name, limit);
        if (distance <= limit && (name.Length > MostShort || Same(typed[0], name[0])))
            return distance;
        var shorter = Math.Min(typed.Length, name.Length);
        var begins = shorter >= 3
            && typed.AsSpan(0, shorter).Equals(name.AsSpan(0, shorter), StringComparison.OrdinalIgnoreCase);
        return begins ? MostCharacters + Math.Abs(typed.Length - name.Length) : int.MaxValue;
    }

    private static bool Same(char a, char b) => char.ToLowerInvariant(a) == char.ToLowerInvariant(b);

    private static string Bare(string name) => name.Replace("_", "");
}
