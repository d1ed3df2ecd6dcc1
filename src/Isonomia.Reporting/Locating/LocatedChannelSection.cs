using Isonomia.Inference.Locating;
using Isonomia.Reporting.Figures;
using Isonomia.Reporting.Markup;
using Isonomia.Reporting.Sections;

namespace Isonomia.Reporting.Locating;

/// <summary>One channel in full.</summary>
internal static class LocatedChannelSection
{
    public static void Write(MarkupWriter page, LocatedChannel channel, int number)
    {
        var posterior = channel.Posterior!;
        Section.Open(page, $"located-{number}", channel.Channel.Name);
        page.Add($"<p>{LocatedWords.Fit(posterior.ReducedChiSquare)} {LocatedWords.Instability(posterior)}</p>");
        page.AddRaw("<figure>");
        PredictedSpectrumFigure.Write(page, posterior);
        Section.Caption(page, "Posterior predictive spectrum.", $"{posterior.Observed.Counted} frequencies, each worth "
            + $"{NumberText.Fixed(posterior.Observed.EffectiveAverages, 0)} independent averages of {NumberText.Fixed(channel.UsableSeconds, 0)} s; "
            + $"chi-square over freedom {NumberText.Fixed(posterior.ReducedChiSquare, 2)}.");
        page.AddRaw("</figure><figure>");
        LoopPlaneFigure.Write(page, posterior);
        Section.Caption(page, "Where the circuit stands.", "Draws of the posterior. Beyond the line slow activity runs away"
            + " (X + Y = 1). The ring is the eyes-closed state of the model's papers.");
        page.AddRaw("</figure>");
        WriteNumbers(page, posterior);
        page.AddRaw("<figure>");
        MarginalsFigure.Write(page, posterior);
        Section.Caption(page, "The posterior of each parameter,", "over its limits, within which the prior is uniform as far as"
            + " states are stable. A flat one says that the spectrum does not tell.");
        page.AddRaw("</figure>");
        WriteDirections(page, posterior);
        var d = posterior.Diagnostics;
        page.Add($"<p>Sampler: {d.Draws.ToString()} draws of four chains, R-hat at most {NumberText.Fixed(d.RHatMax, 3)}, at least ");
        page.Add($"{NumberText.Fixed(d.EssMin, 0)} effective draws, {d.Divergences.ToString()} divergences.</p>");
        Section.Close(page);
    }

    private static void WriteNumbers(MarkupWriter page, Posterior posterior)
    {
        page.AddRaw("<table><thead><tr><th></th><th>median</th><th>5 %</th><th>95 %</th><th>unit</th><th>what it is</th></tr>");
        page.AddRaw("</thead><tbody>");
        for (var i = 0; i < posterior.Model.Coordinates.Count; i++)
        {
            var coordinate = posterior.Model.Coordinates[i];
            Row(page, coordinate.Name, posterior.Coordinate(i), coordinate.Unit, coordinate.Definition);
        }

        for (var i = 0; i < posterior.Names.Count; i++)
        {
            var meaning = i < posterior.Model.Parameters.Count
                ? posterior.Model.Parameters[i].Meaning
                : Inference.Likelihoods.Electrode.MuscleParameter.Meaning;
            Row(page, posterior.Names[i], posterior.Parameter(i), posterior.Units[i], meaning);
        }

        page.AddRaw("</tbody></table>");
    }

    private static void Row(MarkupWriter page, string name, Marginal marginal, string unit, string meaning)
    {
        page.Add($"<tr><td>{name}</td><td>{NumberText.Significant(marginal.Median)}</td>");
        page.Add($"<td>{NumberText.Significant(marginal.Q05)}</td><td>{NumberText.Significant(marginal.Q95)}</td>");
        page.Add($"<td>{unit}</td><td>{meaning}</td></tr>");
    }

    private static void WriteDirections(MarkupWriter page, Posterior posterior)
    {
        page.AddRaw("<h3>What this spectrum tells, and what it cannot</h3><table><thead><tr><th>combination</th>"
            + "<th>variance left of the prior's</th><th></th></tr></thead><tbody>");
        foreach (var direction in Identifiability.Of(posterior).Directions)
        {
            var words = direction.VarianceRatio > Identifiability.Unknown ? "as good as unknown"
                : direction.VarianceRatio < Identifiability.Known ? "known well" : "";
            page.Add($"<tr><td>{LocatedWords.Direction(posterior, direction)}</td>");
            page.Add($"<td>{NumberText.Fixed(100 * direction.VarianceRatio, 1)} %</td><td>{words}</td></tr>");
        }

        page.AddRaw("</tbody></table>");
    }
}
