using Isonomia.Numerics.Statistics;
using Isonomia.Validation.Contrasting;

namespace Isonomia.Reporting.Validation;

/// <summary>The tables of contrasts in the documentation.</summary>
public static class ContrastMarkdown
{
    private static readonly string[] Head =
        ["number", "compared", "n", "means", "difference (95 %)", "Hedges' g (95 %)", "permutation p"];

    /// <summary>Eyes closed against open.</summary>
    public static string Eyes(EyesStudy study) =>
        $"Occipital alpha power, eyes closed over eyes open: {MarkdownText.Fixed(study.AlphaRatio, 2)} "
        + $"(found independently: {MarkdownText.Fixed(EyesStudy.KnownAlphaRatio, 1)}).\n\n" + Table(study.Contrasts);

    /// <summary>The difference of the exponent between the eyes closed and open, by fit range.</summary>
    public static string EyesRanges(EyesStudy study) => MarkdownText.Table(
        ["fitted (Hz)", "exponent, closed − open (median of electrodes)", "electrodes where it is lower"],
        study.Ranges.Select(r => new[]
        {
            $"{r.Range.Low} to {r.Range.High}",
            MarkdownText.Fixed(r.MedianDifference, 2),
            $"{r.Flatter} of {study.Sites.Count}",
        }));

    /// <summary>The sets of Bonn compared.</summary>
    public static string Bonn(BonnStudy study) => Table(study.Contrasts);

    /// <summary>The means over the first ten segments of each set beside those of other tools.</summary>
    public static string KnownMeans(BonnStudy study) => MarkdownText.Table(
        ["number", .. study.Sets.Select(s => s.Name)],
        study.Known.GroupBy(k => k.Quantity).Select(q => new[] { q.Key }.Concat(q.Select(k =>
        {
            var decimals = k.Known >= 10 ? 1 : 3;
            return $"{MarkdownText.Fixed(k.Found, decimals)} ({MarkdownText.Fixed(k.Known, decimals)})";
        })).ToArray()));

    private static string Table(IEnumerable<Contrast> contrasts) => MarkdownText.Table(Head, contrasts.Select(c => new[]
    {
        c.Quantity,
        $"{c.First.Name} − {c.Second.Name}",
        $"{c.First.Values.Length}, {c.Second.Values.Length}",
        $"{MarkdownText.Number(c.First.Mean)}, {MarkdownText.Number(c.Second.Mean)}",
        Interval(c.Difference),
        Interval(c.Size),
        c.PermutationP() is var p && p < 0.001 ? "< 0.001" : MarkdownText.Number(p, 2),
    }));

    private static string Interval(ConfidenceInterval interval) => $"{MarkdownText.Number(interval.Estimate, 2)} "
        + $"({MarkdownText.Number(interval.Lower, 2)} to {MarkdownText.Number(interval.Upper, 2)})";
}
