using Isonomia.Measurement.Results;

namespace Isonomia.Validation;

/// <summary>Finds a number in a result by its path: names of groups and of the number, with slashes between.</summary>
internal static class ReadingPath
{
    /// <summary>The number and its unit; null where the path leads to none.</summary>
    public static (Measured Value, string Unit)? Find(Reading reading, string path)
    {
        var names = path.Split('/');
        foreach (var name in names[..^1])
        {
            if (reading.Members.FirstOrDefault(m => m.Name == name)?.Value is not Reading part)
                return null;
            reading = part;
        }

        return reading.Members.FirstOrDefault(m => m.Name == names[^1]) is { Value: Measured number, Unit: var unit }
            ? (number, unit)
            : null;
    }
}
