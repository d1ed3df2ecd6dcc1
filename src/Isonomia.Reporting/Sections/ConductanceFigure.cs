using Isonomia.Measurement.Biomarkers.Clamp;
using Isonomia.Reporting.Figures;
using Isonomia.Reporting.Markup;

namespace Isonomia.Reporting.Sections;

/// <summary>Excitatory and inhibitory conductance over time, with one standard error on either side.</summary>
internal static class ConductanceFigure
{
    private const double Height = 240;
    private const int MostPoints = 1500;

    public static void Write(MarkupWriter page, ConductanceResult result)
    {
        if (result.Trace is not { } trace)
            return;
        var every = Math.Max(1, (trace.Excitation.Length + MostPoints - 1) / MostPoints);
        double[] Thin(double[] all, double factor) => [.. all.Where((_, t) => t % every == 0).Select(v => v * factor)];
        double[] times = [.. Enumerable.Range(0, (trace.Excitation.Length + every - 1) / every)
            .Select(k => k * every / trace.SamplingRate)];
        var (e, i) = (Thin(trace.Excitation, 1e9), Thin(trace.Inhibition, 1e9));
        var (se, si) = (Thin(trace.ExcitationError, 1e9), Thin(trace.InhibitionError, 1e9));
        var finite = e.Concat(i).Where(double.IsFinite).DefaultIfEmpty(0).ToArray();
        var (low, high) = (Math.Min(0, finite.Min()), Math.Max(0.1, finite.Max()));
        page.AddRaw("<figure>");
        Figure.Open(page, Figure.PageWidth, Height + Plot.BottomRoom, "excitatory and inhibitory conductance over time");
        var frame = new Frame(Plot.LeftRoom, 10, Figure.PageWidth - Plot.LeftRoom - 10, Height - 10);
        var plot = new Plot(page, frame, new LinearScale(0, Math.Max(times[^1], 1e-6), frame.Left, frame.Right),
            new LinearScale(low - ((high - low) * 0.05), high + ((high - low) * 0.05), frame.Bottom, frame.Top));
        plot.Axes("time (s)", "conductance (nS)").BeginClip()
            .Band(times, [.. e.Zip(se, (v, s) => v - s)], [.. e.Zip(se, (v, s) => v + s)], "ci")
            .Band(times, [.. i.Zip(si, (v, s) => v - s)], [.. i.Zip(si, (v, s) => v + s)], "ci")
            .Line(times, e, "model").Line(times, i, "aperiodic").EndClip();
        Figure.Close(page);
        Legend.Write(page, new LegendEntry("model", LegendMark.Line, "excitation"),
            new LegendEntry("aperiodic", LegendMark.Line, "inhibition"));
        Section.Caption(page, "Conductances.", "Above those of the baseline; shaded, one standard error on either side.");
        page.AddRaw("</figure>");
    }
}
