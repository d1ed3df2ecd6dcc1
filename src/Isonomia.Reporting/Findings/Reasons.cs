using System.Text.RegularExpressions;
using Isonomia.Reporting.Markup;

namespace Isonomia.Reporting.Findings;

/// <summary>
/// Reasons and warnings that differ from channel to channel only by numbers, said once: the numbers that differ become
/// their range.
/// </summary>
internal sealed partial class Reasons
{
    private readonly Dictionary<string, int> places = new(StringComparer.Ordinal);
    private readonly List<(string Pattern, double[] Low, double[] High, string[] Written, int Count)> kinds = [];

    /// <summary>How many kinds of reason there are.</summary>
    public int Count => kinds.Count;

    /// <summary>Takes note of a reason and says which kind it is, counting from 0.</summary>
    public int Add(string reason)
    {
        string[] written = [.. Number().Matches(reason).Select(m => m.Value)];
        double[] numbers = [.. written.Select(double.Parse)];
        var pattern = Number().Replace(reason, "\u0001");
        if (!places.TryGetValue(pattern, out var place))
        {
            place = places[pattern] = kinds.Count;
            kinds.Add((pattern, numbers, [.. numbers], written, 0));
        }

        var kind = kinds[place];
        for (var i = 0; i < numbers.Length; i++)
        {
            kind.Low[i] = Math.Min(kind.Low[i], numbers[i]);
            kind.High[i] = Math.Max(kind.High[i], numbers[i]);
        }

        kinds[place] = kind with { Count = kind.Count + 1 };
        return place;
    }

    /// <summary>How often a kind was given.</summary>
    public int CountOf(int place) => kinds[place].Count;

    /// <summary>A kind of reason in words.</summary>
    public string this[int place]
    {
        get
        {
            var (pattern, low, high, written, _) = kinds[place];
            var next = 0;
            return Gap().Replace(pattern, _ =>
            {
                var i = next++;
                return low[i] == high[i] ? written[i]
                    : $"{NumberText.Significant(low[i], 4)} to {NumberText.Significant(high[i], 4)}";
            });
        }
    }

    // A number that stands by itself: not part of a name (S21) or of a word (0.6-threshold).
    [GeneratedRegex(@"(?<![\w.])\d+(\.\d+)?(?![\w.]*\w)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Number();

    [GeneratedRegex("\u0001", RegexOptions.None, 1000)]
    private static partial Regex Gap();
}
