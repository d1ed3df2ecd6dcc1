using Isonomia.Reporting.Figures;
using Isonomia.Reporting.Markup;
using Isonomia.Reporting.Sections;
using Isonomia.Restoration.Catalogue;
using Isonomia.Restoration.Health;

namespace Isonomia.Reporting.Restoring;

/// <summary>The figures of a restoration's report.</summary>
internal static class RestorationFigures
{
    private const double Height = 240;

    public static void Spectrum(MarkupWriter page, RestorationContent content)
    {
        var hertz = SpectralFeatures.Grid.ToArray();
        var before = content.Before.Spectrum;
        var after = content.After?.Spectrum ?? before;
        var all = before.Concat(after).ToArray();
        var (frame, plot) = Open(page, "Predicted spectrum, before and after", f =>
            (new LogScale(1, 45, f.Left, f.Right),
                LogScale.Over(all.Min(s => s.Low), all.Max(s => s.High), f.Bottom, f.Top)));
        plot.Axes("frequency (Hz)", "share of power (1/Hz)");
        plot.Band(hertz, [.. before.Select(s => s.Low)], [.. before.Select(s => s.High)], "few");
        plot.Line(hertz, [.. before.Select(s => s.Median)], "aperiodic");
        if (content.After is not null)
        {
            plot.Band(hertz, [.. after.Select(s => s.Low)], [.. after.Select(s => s.High)], "few");
            plot.Line(hertz, [.. after.Select(s => s.Median)], "model");
        }

        Figure.Close(page);
        Legend.Write(page, new LegendEntry("aperiodic", LegendMark.Line, "before"),
            new LegendEntry("model", LegendMark.Line, "after the first of the ranking"));
        Section.Caption(page, "Predicted spectrum.", "Median and 5 to 95 % over what is uncertain about the person and the "
            + "effects, without muscle, relative to the whole power before.");
        page.AddRaw("</figure>");
    }

    public static void Pareto(MarkupWriter page, RestorationContent content)
    {
        var plans = content.Result.Pareto;
        var singles = content.Result.Singles;
        var highest = singles.Concat(plans).Max(o => o.ExpectedDistance);
        var (_, plot) = Open(page, "Distance to health over burden", f =>
            (new LinearScale(0, Math.Max(0.2, plans.Max(p => p.Plan.Burden) * 1.1), f.Left, f.Right),
                new LinearScale(0, Math.Min(highest, 2 * content.Result.Before.Outcome.ExpectedDistance) * 1.1, f.Bottom, f.Top)));
        plot.Axes("burden", "expected distance to health");
        plot.BeginClip();
        plot.Dots([.. singles.Select(o => o.Plan.Burden)], [.. singles.Select(o => o.ExpectedDistance)], "dots");
        plot.Line([.. plans.Select(o => o.Plan.Burden)], [.. plans.Select(o => o.ExpectedDistance)], "model");
        plot.EndClip();
        Figure.Close(page);
        Section.Caption(page, "What a burden buys.", "Dots: single interventions at each dose. Line: plans of which no other is "
            + "both nearer to health and less of a burden. 1 is a distance usual among the healthy.");
        page.AddRaw("</figure>");
    }

    public static void Course(MarkupWriter page, RestorationContent content)
    {
        var course = content.Course;
        double[] days = [.. course.Select(p => p.Seconds / 86400)];
        var (_, plot) = Open(page, "Distance to health as time goes by", f =>
            (new LinearScale(0, days[^1], f.Left, f.Right),
                new LinearScale(0, Math.Min(HealthyRange.Farthest, course.Max(p => p.Distance.High)) * 1.05, f.Bottom, f.Top)));
        plot.Axes("days", "distance to health");
        plot.Band(days, [.. course.Select(p => p.Distance.Low)], [.. course.Select(p => p.Distance.High)], "few");
        plot.Line(days, [.. course.Select(p => p.Distance.Median)], "model");
        plot.Line([0, days[^1]], [content.Result.Health.Limit, content.Result.Health.Limit], "aperiodic");
        Figure.Close(page);
        var stopped = course.Last(p => p.IsGiven).Seconds;
        Section.Caption(page, "Course.", $"The first plan given for {DurationText.Format(stopped)}, then withdrawn: absorption "
            + "and elimination, onset, tolerance, rebound. Level line: within it are 95 % of the healthy.");
        page.AddRaw("</figure>");
    }

    private static (Frame, Plot) Open(MarkupWriter page, string title, Func<Frame, (Scale X, Scale Y)> scales)
    {
        page.AddRaw("<figure>");
        Figure.Open(page, Figure.PageWidth, Height + Plot.BottomRoom, title);
        var frame = new Frame(Plot.LeftRoom, 10, Figure.PageWidth - Plot.LeftRoom - 10, Height - 10);
        var (x, y) = scales(frame);
        return (frame, new Plot(page, frame, x, y));
    }
}
