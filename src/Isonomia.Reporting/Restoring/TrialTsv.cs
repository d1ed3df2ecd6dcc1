using System.Globalization;
using System.Text;

namespace Isonomia.Reporting.Restoring;

/// <summary>The persons of a trial as a table: one row a person.</summary>
public static class TrialTsv
{
    /// <summary>Writes UTF-8 with a heading.</summary>
    /// <param name="stream">Where to.</param>
    /// <param name="content">What was found.</param>
    public static void Write(Stream stream, TrialContent content)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(content);
        using var text = new StreamWriter(stream, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        var endpoint = content.Result.Endpoint;
        text.WriteLine($"person\tarm\t{endpoint}_before\t{endpoint}_after\tchange\tdistance_before\tdistance_after\trestored");
        foreach (var person in content.Result.Persons)
        {
            text.WriteLine(string.Join('\t', person.Number.ToString(CultureInfo.InvariantCulture), content.Words(person.Arm),
                Number(person.Before), Number(person.After), Number(person.Change), Number(person.DistanceBefore),
                Number(person.DistanceAfter), person.IsRestored ? "1" : "0"));
        }
    }

    private static string Number(double? value) => value?.ToString("R", CultureInfo.InvariantCulture) ?? "n/a";
}
