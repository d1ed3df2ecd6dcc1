using Isonomia.Measurement.Biomarkers;
using Isonomia.Measurement.Results;

namespace Isonomia.Reporting.Tables;

/// <summary>One number of a result, with the place it has in the tree: a row of the tidy table.</summary>
/// <param name="Part">The groups it lies in, joined by <c>/</c> (a band, <c>peaks/1</c>); empty at the top.</param>
/// <param name="Quantity">Its name.</param>
/// <param name="Value">The number, or why there is none.</param>
/// <param name="Unit">Its unit.</param>
public sealed record MeasuredRow(string Part, string Quantity, Measured Value, string Unit)
{
    /// <summary>
    /// All numbers, counts and flags (as 1 and 0) of a result, in its order; curves and words left out.
    /// </summary>
    public static IEnumerable<MeasuredRow> Of(BiomarkerResult result) => Of("", result.ToReading());

    /// <summary>The same of a tree of numbers.</summary>
    public static IEnumerable<MeasuredRow> Of(Reading reading) => Of("", reading);

    /// <summary>The same for a result that belongs to a part of the recording.</summary>
    /// <param name="part">The part: a population.</param>
    /// <param name="result">The result.</param>
    public static IEnumerable<MeasuredRow> Of(string part, BiomarkerResult result) => Of(part, result.ToReading());

    private static IEnumerable<MeasuredRow> Of(string part, Reading reading)
    {
        var explicitWhy = reading.Members.FirstOrDefault(m => m.Name == "why")?.Value as string;
        foreach (var (name, value, unit) in reading.Members)
        {
            IEnumerable<MeasuredRow> rows = value switch
            {
                Measured { IsDefined: false } m => [new(part, name, Measured.Undefined(explicitWhy ?? m.Why!), unit)],
                Measured m => [new(part, name, m, unit)],
                long count => [new(part, name, Measured.Of(count), unit)],
                bool flag => [new(part, name, Measured.Of(flag ? 1 : 0), "1")],
                Reading group => Of(Within(part, name), group),
                IReadOnlyList<Reading> list => list.SelectMany((item, i) => Of(Within(part, $"{name}/{i + 1}"), item)),
                _ => [],
            };
            foreach (var row in rows)
                yield return row;
        }
    }

    private static string Within(string part, string name) => part.Length == 0 ? name : $"{part}/{name}";
}
