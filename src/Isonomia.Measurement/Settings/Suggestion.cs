using Isonomia.Numerics.Text;

namespace Isonomia.Measurement.Settings;

/// <summary>The known name nearest to a mistyped one.</summary>
public static class Suggestion
{
    /// <summary>"; did you mean 'x'?" when a known name is near, else nothing.</summary>
    public static string For(string typed, IEnumerable<string> known)
    {
        var nearest = known.Select(k => (Name: k, Distance: EditDistance.Between(typed, k)))
            .OrderBy(k => k.Distance).ThenBy(k => k.Name, StringComparer.Ordinal).FirstOrDefault();
        return nearest.Name is not null && nearest.Distance <= Math.Max(2, typed.Length / 3)
            ? $"; did you mean '{nearest.Name}'?"
            : "";
    }
}
