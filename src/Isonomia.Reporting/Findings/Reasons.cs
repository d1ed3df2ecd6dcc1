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
    private readonly List<Kind> kinds = [];

    /// <summary>How many kinds of reason there are.</summary>
    public int Count => kinds.Count;

    /// <summary>Takes note of a reason and says which kind it is, counting from 0.</summary>
    public int Add(string reason)
    {
        var pattern = Number().Replace(reason, "\u0001");
        var written = Number().Matches(reason);
        if (!places.TryGetValue(pattern, out var place))
        {
            place = places[pattern] = kinds.Count;
            kinds.Add(new Kind(pattern, [.. written.Select(m => m.Value)]));
        }

        kinds[place].Widen(written);
        return place;
    }

    /// <summary>How often a kind was given.</summary>
    public int CountOf(int place) => kinds[place].Count;

    /// <summary>A kind of reason in words.</summary>
    public string this[int place] => kinds[place].InWords();

    // A number that stands by itself: not part of a name (S21) or of a word (0.6-threshold).
    [GeneratedRegex(@"(?<![\w.])\d+(\.\d+)?(?![\w.]*\w)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Number();

    [GeneratedRegex("\u0001", RegexOptions.None, 1000)]
    private static partial Regex Gap();

    private sealed class Kind(string pattern, string[] written)
    {
        private readonly double[] low = Array.ConvertAll(written, double.Parse);
        private readonly double[] high = Array.ConvertAll(written, double.Parse);

        public int Count { get; private set; }

        public void Widen(MatchCollection numbers)
        {
            Count++;
            for (var i = 0; i < low.Length; i++)
            {
                var number = double.Parse(numbers[i].Value);
                (low[i], high[i]) = (Math.Min(low[i], number), Math.Max(high[i], number));
            }
        }

        public string InWords()
        {
            var next = 0;
            return Gap().Replace(pattern, _ =>
            {
                var i = next++;
                return low[i] == high[i] ? written[i]
                    : $"{NumberText.Significant(low[i], 4)} to {NumberText.Significant(high[i], 4)}";
            });
        }
    }
}
