using Isonomia.Reporting.Figures;
using Isonomia.Reporting.Markup;
using Isonomia.Reporting.Runs;
using Isonomia.Reporting.Sections;
using Isonomia.Simulation.Fields.Analysis;

namespace Isonomia.Reporting.Fields;

/// <summary>Fixed points over a parameter, stable and not, their bifurcations, and the range of rhythms.</summary>
internal static class BranchFigure
{
    private const double Height = 300;

    public static void Write(MarkupWriter page, AnalysisContent content)
    {
        var varied = content.Varied!;
        Section.Open(page, "branches", "Fixed points and rhythms over " + varied.Name);
        var points = content.Branches.SelectMany(b => b.Points).ToArray();
        var values = points.Select(p => content.Observed(p.Parameter, p.States))
            .Concat(content.Rhythm.SelectMany(r => new[] { r.Low, r.High })).Where(double.IsFinite).ToArray();
        if (points.Length == 0 || values.Length == 0)
        {
            page.AddRaw("<p>No fixed point was found in the range.</p>");
            Section.Close(page);
            return;
        }

        var unit = AxisUnit.For(varied.Symbol.Dimension, points.Max(p => Math.Abs(p.Parameter)));
        var dimension = content.Model.Output?.Dimension ?? content.Model.Region.Equations.States.First().Symbol.Dimension;
        var tall = AxisUnit.For(dimension, values.Max(Math.Abs));
        page.AddRaw("<figure>");
        Figure.Open(page, Figure.PageWidth, Height + Plot.BottomRoom, "Fixed points over " + varied.Name);
        var frame = new Frame(Plot.LeftRoom, 10, Figure.PageWidth - Plot.LeftRoom - 10, Height - 10);
        var plot = new Plot(page, frame,
            LinearScale.Over(points.Min(p => p.Parameter) / unit.Scale, points.Max(p => p.Parameter) / unit.Scale,
                frame.Left, frame.Right),
            LinearScale.Over(values.Min() / tall.Scale, values.Max() / tall.Scale, frame.Bottom, frame.Top));
        plot.Axes(unit.Title(varied.Name), tall.Title(content.Model.Output is null ? "first state" : "output"));
        var rhythmic = content.Rhythm.Where(r => r.FrequencyHz > 0).ToArray();
        foreach (var edge in new Func<RhythmPoint, double>[] { r => r.Low, r => r.High })
        {
            plot.Dots([.. rhythmic.Select(r => r.Parameter / unit.Scale)],
                [.. rhythmic.Select(r => edge(r) / tall.Scale)], "dots");
        }

        foreach (var branch in content.Branches)
        {
            foreach (var (isStable, part) in Parts(branch))
            {
                plot.Line([.. part.Select(p => p.Parameter / unit.Scale)],
                    [.. part.Select(p => content.Observed(p.Parameter, p.States) / tall.Scale)],
                    isStable ? "model" : "aperiodic");
            }

            foreach (var special in branch.Bifurcations)
            {
                plot.Note(special.Parameter / unit.Scale, content.Observed(special.Parameter, special.States) / tall.Scale,
                    special.Kind switch { BifurcationKind.SaddleNode => "SN", BifurcationKind.Hopf => "H", _ => "BP" },
                    "tick", 4, -4);
            }
        }

        Figure.Close(page);
        Legend.Write(page, new LegendEntry("model", LegendMark.Line, "stable"),
            new LegendEntry("aperiodic", LegendMark.Line, "unstable"),
            new LegendEntry("dots", LegendMark.Dot, "lowest and highest of a rhythm"));
        Section.Caption(page, "Branches.", "SN saddle-node, H Hopf, BP branch point. Rhythms are simulated without noise from "
            + "the initial values.");
        page.AddRaw("</figure>");
        WriteTable(page, content, unit);
        Section.Close(page);
    }

    private static void WriteTable(MarkupWriter page, AnalysisContent content, AxisUnit unit)
    {
        var special = content.Branches.SelectMany(b => b.Bifurcations).ToArray();
        if (special.Length == 0)
            return;
        page.Add($"<table class=\"words\"><thead><tr><th>Bifurcation</th><th>{unit.Title(content.Varied!.Name)}</th>");
        page.AddRaw("<th>Frequency (Hz)</th></tr></thead><tbody>");
        foreach (var one in special)
        {
            page.Add($"<tr><td>{AnalysisJson.Name(one.Kind)}</td><td>{NumberText.Significant(one.Parameter / unit.Scale, 6)}</td>");
            page.Add($"<td>{(one.FrequencyHz > 0 ? NumberText.Significant(one.FrequencyHz, 4) : NumberText.None)}</td></tr>");
        }

        page.AddRaw("</tbody></table>");
    }

    // Runs of stable and of unstable points; each begins where the last ended.
    private static IEnumerable<(bool IsStable, List<BranchPoint> Part)> Parts(Branch branch)
    {
        var part = new List<BranchPoint>();
        foreach (var point in branch.Points)
        {
            part.Add(point);
            if (part.Count > 1 && (point.Unstable == 0) != (part[0].Unstable == 0))
            {
                yield return (part[0].Unstable == 0, part);
                part = [point];
            }
        }

        if (part.Count > 0)
            yield return (part[0].Unstable == 0, part);
    }
}
