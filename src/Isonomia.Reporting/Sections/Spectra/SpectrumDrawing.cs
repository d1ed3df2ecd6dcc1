using Isonomia.Reporting.Figures;
using Isonomia.Reporting.Markup;

namespace Isonomia.Reporting.Sections.Spectra;

/// <summary>
/// The curves of one channel's spectrum, drawn once into the page's definitions and used large and small.
/// </summary>
internal static class SpectrumDrawing
{
    /// <summary>Defines <c>{id}</c>, the curves, and <c>{id}w</c>, the words beside them.</summary>
    public static void Define(MarkupWriter page, SpectrumView view, SpectrumAxes axes, string id)
    {
        var plot = new Plot(page, SpectrumAxes.Frame, axes.X, axes.Y);
        page.Add($"<g id=\"{id}\">");
        var shown = axes.Shown(view.Frequencies);
        var frequencies = view.Frequencies.AsSpan(shown);
        if (view.Low.Length == view.Power.Length && view.High.Length == view.Power.Length)
            plot.Band(frequencies, Floored(view.Low.AsSpan(shown), axes), view.High.AsSpan(shown), "ci");
        plot.Line(frequencies, view.Power.AsSpan(shown), "data");
        if (view.FitFrequencies.Length > 1)
        {
            plot.Line(view.FitFrequencies, view.Model, "model");
            plot.Line(view.FitFrequencies, view.Aperiodic, "aperiodic");
            DrawPeaks(page, view, axes);
        }

        page.Add($"</g><g id=\"{id}w\">");
        Figure.Label(page, SpectrumAxes.Frame.Left + 2, -7, view.Channel, "paneltitle");
        Figure.Label(page, SpectrumAxes.Frame.Right, -7, view.Words, "tick end");
        NamePeaks(page, view, axes);
        page.AddRaw("</g>");
    }

    // The highest first; one whose label would run into another's goes without.
    private static void NamePeaks(MarkupWriter page, SpectrumView view, SpectrumAxes axes)
    {
        const double LabelWidth = 26;
        var taken = new List<double>();
        foreach (var (frequency, height) in view.Peaks.OrderByDescending(p => p.Height))
        {
            var (x, y) = Top(view, axes, frequency, height);
            if (!double.IsFinite(x) || !double.IsFinite(y) || taken.Exists(t => Math.Abs(t - x) < LabelWidth))
                continue;
            taken.Add(x);
            Figure.Label(page, x, Math.Max(8, y - 5), NumberText.Fixed(frequency, 1), "tick mid peaklabel");
        }
    }

    // A lower end of zero has no place on the axis, but the area reaches down there.
    private static double[] Floored(ReadOnlySpan<double> values, SpectrumAxes axes)
    {
        var floored = values.ToArray();
        for (var i = 0; i < floored.Length; i++)
            floored[i] = Math.Max(floored[i], axes.Y.Low / 10);
        return floored;
    }

    private static void DrawPeaks(MarkupWriter page, SpectrumView view, SpectrumAxes axes)
    {
        var path = new PathData();
        foreach (var (frequency, height) in view.Peaks)
        {
            var (x, y) = Top(view, axes, frequency, height);
            path.To(x, axes.Y.At(Foot(view, frequency))).To(x, y).Lift();
        }

        if (!path.IsEmpty)
            page.Add($"<path class=\"peak\" d=\"{path}\"/>");
    }

    private static (double X, double Y) Top(SpectrumView view, SpectrumAxes axes, double frequency, double height) =>
        (axes.X.At(frequency), axes.Y.At(Foot(view, frequency) * Math.Pow(10, height)));

    // The aperiodic component at a peak: that of the nearest bin.
    private static double Foot(SpectrumView view, double frequency)
    {
        var at = Array.BinarySearch(view.FitFrequencies, frequency);
        at = at >= 0 ? at : Math.Min(~at, view.FitFrequencies.Length - 1);
        if (at > 0 && frequency - view.FitFrequencies[at - 1] < view.FitFrequencies[at] - frequency)
            at--;
        return view.Aperiodic[at];
    }
}
