namespace Isonomia.Measurement.Biomarkers.Criticality.Avalanches;

/// <summary>What to be wary of in avalanches.</summary>
internal static class AvalancheWarnings
{
    private const int Few = 1000;
    private const double Preferred = 0.05;

    // Of a power law over less than this many times its smallest value little can be said (Stumpf and Porter 2012,
    // doi:10.1126/science.1216142, ask for two decades).
    private const double Decade = 10;

    public static IEnumerable<string> Of(AvalancheList list, TailFinding size, TailFinding duration)
    {
        if (list.Sizes.Count < Few)
            yield return $"only {list.Sizes.Count} avalanches: exponents scatter much, and a test sees little";
        foreach (var (name, tail) in new[] { ("sizes", size), ("durations", duration) })
        {
            if (tail.Fit is not { } fit)
                continue;
            if (tail.P <= TailFinding.RuledOut)
                yield return $"a power law of {name} is ruled out (p {tail.P:0.###})";
            if (tail.Values[^1] < Decade * fit.Xmin)
                yield return $"the power law of {name} spans less than a decade, {fit.Xmin} to {tail.Values[^1]}";
            var better = tail.Comparisons.Where(c => c.LogRatio < 0 && c.P < Preferred).Select(c => c.Form.Replace('_', ' '));
            if (string.Join(", ", better) is { Length: > 0 } forms)
                yield return $"{name} are fitted better by other forms: {forms}";
        }
    }
}
