using System.Globalization;
using Isonomia.Measurement.Cohorts.Contrasts;
using Isonomia.Measurement.Recordings;

namespace Isonomia.Measurement.Cohorts;

/// <summary>Who is compared with whom: a question, the participants it is put to, and, where it is about change, the two
/// occasions between which it is.</summary>
/// <param name="Title">What it is, in words.</param>
/// <param name="Contrast">The question.</param>
/// <param name="Participants">The participants, in ascending order, as many as the question has.</param>
/// <param name="Before">The first occasion; null where values are compared rather than changes.</param>
/// <param name="After">The second occasion.</param>
public sealed record CohortDesign(
    string Title, Contrast Contrast, IReadOnlyList<string> Participants, string? Before = null, string? After = null)
{
    private const int MostLevels = 12;

    /// <summary>What was left out, and how values were understood.</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];

    /// <summary>
    /// Compares by what is known of participants: groups where there are words or no more than two different numbers, else
    /// a correlation with the number.
    /// </summary>
    /// <param name="name">What is known.</param>
    /// <param name="known">It, by participant.</param>
    /// <param name="measured">Those of whom there are values.</param>
    /// <exception cref="BadInputException">There are no two groups, or too many.</exception>
    public static CohortDesign By(string name, IReadOnlyDictionary<string, string> known, IEnumerable<string> measured)
    {
        ArgumentNullException.ThrowIfNull(known);
        var all = measured.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
        var participants = all.Where(known.ContainsKey).ToArray();
        var values = Array.ConvertAll(participants, p => known[p]);
        var levels = values.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
        var unknown = all.Except(participants).ToArray();
        var remarks = new List<string>();
        if (unknown.Length > 0)
            remarks.Add($"left out, since their {name} is not known: {string.Join(", ", unknown)}");
        if (levels.Length < 2)
        {
            throw new BadInputException($"column '{name}': two or more different values are needed to compare by, but of the "
                + $"{all.Length} participants measured "
                + (levels.Length == 0 ? "none has one" : $"all that have one have '{levels[0]}'"));
        }

        if (levels.Length > 2 && Numbers(values) is { } numbers)
        {
            remarks.Add($"{name} was read as a number");
            return new CohortDesign($"{name}", new AlongNumber(name, numbers), participants) { Remarks = remarks };
        }

        if (levels.Length > MostLevels)
        {
            throw new BadInputException($"column '{name}' has {levels.Length} different words ({string.Join(", ", levels.Take(5))}, "
                + $"...); groups were expected, {MostLevels} at most, or numbers");
        }

        var group = Array.ConvertAll(values, v => Array.IndexOf(levels, v));
        Contrast contrast = levels.Length == 2
            ? new TwoGroups(levels[0], levels[1], Array.ConvertAll(group, g => g == 1))
            : new SeveralGroups(levels, group);
        return new CohortDesign($"{name}: {contrast.Direction}", contrast, participants) { Remarks = remarks };
    }

    /// <summary>Compares two occasions within participants.</summary>
    /// <param name="before">The first occasion.</param>
    /// <param name="after">The second.</param>
    /// <param name="ofBefore">Those of whom there are values of the first.</param>
    /// <param name="ofAfter">Those of the second.</param>
    /// <exception cref="BadInputException">Fewer than two participants have both.</exception>
    public static CohortDesign Paired(
        string before, string after, IReadOnlyCollection<string> ofBefore, IReadOnlyCollection<string> ofAfter)
    {
        var both = ofBefore.Intersect(ofAfter, StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
        if (both.Length < 2)
        {
            throw new BadInputException($"{both.Length} participants were measured on both occasions, '{before}' and '{after}'; "
                + "two or more are needed");
        }

        var contrast = new PairedChange(before, after, both.Length);
        var single = ofBefore.Union(ofAfter, StringComparer.Ordinal).Except(both, StringComparer.Ordinal)
            .Order(StringComparer.Ordinal).ToArray();
        return new CohortDesign(contrast.Direction, contrast, both, before, after)
        {
            Remarks = single.Length == 0 ? [] : [$"left out, since only one occasion was measured: {string.Join(", ", single)}"],
        };
    }

    /// <summary>The change between these occasions, compared by what is known of participants.</summary>
    /// <param name="name">What is known.</param>
    /// <param name="known">It, by participant.</param>
    public CohortDesign ChangeBy(string name, IReadOnlyDictionary<string, string> known)
    {
        var by = By(name, known, Participants);
        return by with
        {
            Title = $"{by.Title}, of the change from {Before} to {After}",
            Before = Before,
            After = After,
            Remarks = [.. Remarks, .. by.Remarks],
        };
    }

    private static double[]? Numbers(string[] values)
    {
        var numbers = new double[values.Length];
        for (var i = 0; i < values.Length; i++)
        {
            if (!double.TryParse(values[i], NumberStyles.Float, CultureInfo.InvariantCulture, out numbers[i])
                || !double.IsFinite(numbers[i]))
            {
                return null;
            }
        }

        return numbers;
    }
}
