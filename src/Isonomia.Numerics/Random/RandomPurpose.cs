namespace Isonomia.Numerics.Random;

/// <summary>
/// What random numbers are for ("bootstrap", "connectivity", "noise"): streams of different purpose never share a
/// draw, whatever their seed and entity.
/// </summary>
/// <param name="Code">The third word of the counter; <see cref="Named"/> derives it from the name.</param>
public readonly record struct RandomPurpose(uint Code)
{
    /// <summary>
    /// The purpose of that name: the 32-bit FNV-1a hash of its UTF-16 code units, low byte first. It is part of the
    /// contract (a name gives the same numbers for ever), unlike <see cref="string.GetHashCode()"/>.
    /// </summary>
    public static RandomPurpose Named(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        var hash = 2166136261u;
        foreach (var unit in name)
        {
            hash = unchecked((hash ^ (unit & 0xFFu)) * 16777619u);
            hash = unchecked((hash ^ ((uint)unit >> 8)) * 16777619u);
        }

        return new RandomPurpose(hash);
    }

    /// <summary>The purpose of that name, as <see cref="Named"/> gives it.</summary>
    public static implicit operator RandomPurpose(string name) => Named(name);

    /// <inheritdoc cref="op_Implicit(string)"/>
    public static RandomPurpose FromString(string name) => Named(name);
}
