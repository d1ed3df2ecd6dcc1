namespace Isonomia.Modeling.Circuits.Resolving;

/// <summary>
/// Names of projections and stimuli, each unlike any other: they key random draws, so that others may come and go.
/// </summary>
internal sealed class UniqueNames
{
    private readonly HashSet<string> taken = new(StringComparer.Ordinal);

    /// <summary>The name, with a number where it is taken.</summary>
    public string Of(string name)
    {
        var unique = name;
        for (var number = 2; !taken.Add(unique); number++)
            unique = $"{name} {number}";
        return unique;
    }
}
