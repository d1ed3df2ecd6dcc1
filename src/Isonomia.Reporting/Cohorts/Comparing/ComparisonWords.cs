using Isonomia.Measurement.Biomarkers;
using Isonomia.Measurement.Cohorts;
using Isonomia.Measurement.Cohorts.Contrasts;
using Isonomia.Reporting.Markup;
using Isonomia.Reporting.Sections;

namespace Isonomia.Reporting.Cohorts.Comparing;

/// <summary>What a comparison says, in sentences; how many participants stands in each that states a result.</summary>
internal static class ComparisonWords
{
    private const double LeastPWorthTelling = 0.05;

    /// <summary>Who was compared.</summary>
    public static string Who(ComparisonContent content)
    {
        var (design, _) = content.Comparison;
        var contrast = design.Contrast;
        var people = Section.Counted(design.Participants.Count, "participant");
        var groups = contrast.Levels.Count > 1
            ? ": " + Section.Listed([.. contrast.Levels.Select((l, i) =>
                $"{Enumerable.Range(0, contrast.Count).Count(p => contrast.LevelOf(p) == i)} {l}")])
            : "";
        var change = design.Before is null ? ""
            : $" Compared is each participant's change from {design.Before} to {design.After}.";
        var remarks = design.Remarks.Count == 0 ? "" : " " + string.Join(" ", design.Remarks.Select(r => Sentence(r)));
        return $"{people}{groups}; {Section.Counted(content.Recordings, "recording")} measured"
            + (content.Recordings > design.Participants.Count ? ", averaged within each participant" : "")
            + (content.Failed > 0 ? $"; {content.Failed} could not be measured" : "") + $".{change}{remarks}";
    }

    /// <summary>What differs, and what that is worth.</summary>
    public static string Findings(ComparisonContent content)
    {
        var tested = content.Compared;
        if (tested.Count == 0)
            return "No marker has values of enough participants to be compared.";
        var findings = tested.Where(q => q.Q < CohortComparison.FindingRate).ToArray();
        if (findings.Length > 0)
        {
            var names = Section.Listed([.. findings.Take(8).Select(f => content.TitleOf(f.Values.Quantity))]);
            return $"Of {Section.Counted(tested.Count, "marker")}, {findings.Length} "
                + (findings.Length == 1 ? "shows an effect" : "show an effect")
                + $" at a false discovery rate of 5 %: {names}"
                + (findings.Length > 8 ? " and others" : "") + ". An effect is a difference between these people, not its cause.";
        }

        var words = $"None of {Section.Counted(tested.Count, "marker")} shows an effect at a false discovery rate of 5 %. "
            + "That is not evidence that there is none: the intervals say what the data leave open.";
        var few = tested.Where(q => q.LeastP > LeastPWorthTelling).ToArray();
        if (few.Length > 0)
        {
            // Markers that fewer participants have can reach less.
            var least = NumberText.Significant(few.Min(q => q.LeastP), 2);
            return few.Length == tested.Count
                ? $"{words} With so few participants no rearrangement can give a p below {least}, whatever the effect."
                : $"{words} {few.Length} of them {(few.Length == 1 ? "is" : "are")} known of so few participants that no rearrangement can give a p below "
                    + $"{least}, whatever the effect.";
        }

        var detectable = tested.Where(q => double.IsFinite(q.Detectable)).Select(q => q.Detectable).DefaultIfEmpty(double.NaN).Max();
        return double.IsNaN(detectable) ? words
            : $"{words} With so many participants, effects smaller than about {NumberText.Significant(detectable, 2)} "
                + $"({content.Comparison.Design.Contrast.EffectName}) would be missed more often than once in five.";
    }

    /// <summary>What could not be compared; empty where everything could.</summary>
    public static string Left(ComparisonContent content)
    {
        var left = content.Comparison.Quantities.Except(content.Compared)
            .Select(q => $"{content.MarkerOf(q.Values.Quantity).Title} ({q.Values.Quantity.Type}, n {q.Count})").ToArray();
        return left.Length == 0 ? "" : $"Not compared, since values of too few participants are known: {string.Join("; ", left)}.";
    }

    /// <summary>One quantity in a sentence.</summary>
    public static string Of(ComparisonContent content, QuantityComparison found)
    {
        var contrast = content.Comparison.Design.Contrast;
        var title = content.TitleOf(found.Values.Quantity);
        var effect = $"{contrast.EffectName} {Number(found.Effect.Estimate)}"
            + (double.IsFinite(found.Effect.Lower) ? $" (95 % {Number(found.Effect.Lower)} to {Number(found.Effect.Upper)})" : "");
        var side = found.Effect.Estimate >= 0;
        var what = contrast switch
        {
            TwoGroups two => $"is {(side ? "higher" : "lower")} in {two.Levels[1]} than in {two.Levels[0]}",
            PairedChange => $"is {(side ? "higher" : "lower")} in {content.Comparison.Design.After} than in "
                + content.Comparison.Design.Before,
            AlongNumber along => $"{(side ? "rises" : "falls")} with {along.Levels[0]}",
            _ => "differs between groups",
        };
        var beyond = found.Q < CohortComparison.FindingRate ? "" : " in this sample, by no more than chance would have it";
        return $"{title} {what}{beyond}: {effect}, p {P(found.P)}, q {P(found.Q)}, n {found.Count}.";
    }

    /// <summary>Which way the effect lies on the axis of excitation and inhibition, if the marker's direction is known.</summary>
    public static string Points(ComparisonContent content, QuantityComparison found)
    {
        if (!(found.Q < CohortComparison.FindingRate) || content.Comparison.Design.Contrast is SeveralGroups)
            return NumberText.None;
        var definition = ComparisonContent.DefinitionOf(found.Values.Quantity);
        if (definition?.MoreExcitation is not (Direction.Rises or Direction.Falls))
            return "undecided";
        var more = definition.MoreExcitation == Direction.Rises == found.Effect.Estimate > 0;
        return more ? "as more excitation would move it" : "as more inhibition would move it";
    }

    /// <summary>A p value as people write it.</summary>
    public static string P(double p) => double.IsNaN(p) ? NumberText.None
        : p < 0.001 ? "< 0.001" : NumberText.Fixed(p, p < 0.1 ? 3 : 2);

    /// <summary>An effect size.</summary>
    public static string Number(double value) => NumberText.Fixed(value, 2);

    private static string Sentence(string words) => char.ToUpperInvariant(words[0]) + words[1..] + ".";
}
