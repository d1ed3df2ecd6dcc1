using Isonomia.Measurement.Biomarkers.Amplitude;
using Isonomia.Reporting.Figures;
using Isonomia.Reporting.Findings;
using Isonomia.Reporting.Markup;

namespace Isonomia.Reporting.Sections.Dynamics;

/// <summary>
/// How the fluctuation of each band's amplitude grows with the window: all channels, and the median one's line.
/// </summary>
internal static class FluctuationFigure
{
    public static void Write(MarkupWriter page, RecordingFindings findings)
    {
        var channels = findings.Good.Where(c => c.Find<DetrendedFluctuationResult>() is not null).ToArray();
        if (channels.Length == 0)
            return;
        var all = channels.SelectMany(c => c.Find<DetrendedFluctuationResult>()!.Bands).ToArray();
        if (!all.Any(b => b.Fluctuations.Fluctuations.Any(double.IsFinite)))
        {
            BandPanels.WriteAbsence(page, "Detrended fluctuation analysis", all.Select(b => b.Exponent));
            return;
        }

        string[] bands = [.. all.Select(b => b.Band.Name).Distinct()];
        page.AddRaw("<figure>");
        BandPanels.Draw(page, bands.Length, "Detrended fluctuation analysis by band", (i, frame) =>
        {
            var found = new List<Named<BandExponent>>();
            foreach (var channel in channels)
            {
                if (channel.Find<DetrendedFluctuationResult>()!.Find(bands[i]) is { } result)
                    found.Add(new(channel.Channel.Name, result));
            }

            DrawBand(page, frame, bands[i], found, withTitles: i == 0);
        });
        Section.Caption(page, "Detrended fluctuation analysis of amplitude.", "F(n) of every good channel (grey), of"
            + " the one whose exponent is the median (black), and the straight line through the window lengths fitted"
            + " (orange; their range is shaded). Over each panel: median exponent and range. A slope of 0.5"
            + " is an amplitude without memory.");
        page.AddRaw("</figure>");
    }

    private static void DrawBand(
        MarkupWriter page, Frame frame, string band, List<Named<BandExponent>> channels, bool withTitles)
    {
        var exponents = Spread.Of(
            channels.Where(c => c.Result.Exponent.IsDefined).Select(c => c.Result.Exponent.Value));
        BandPanels.Title(page, frame, band, Words(exponents));
        var seconds = Spread.Of(channels.SelectMany(c => c.Result.Fluctuations.Seconds));
        var values = Spread.Of(
            channels.SelectMany(c => c.Result.Fluctuations.Fluctuations).Where(f => f > 0 && double.IsFinite(f)));
        if (values.Count == 0)
            return;
        var plot = new Plot(page, frame, LogScale.Over(seconds.Low, seconds.High, frame.Left, frame.Right),
            LogScale.Over(values.Low, values.High, frame.Bottom, frame.Top));
        var typical = channels.Where(c => c.Result.Line is not null)
            .MinBy(c => Math.Abs(c.Result.Exponent.Value - exponents.Median));
        if (typical?.Result.Line is { } fitted)
        {
            var rate = typical.Result.Fluctuations.SamplingRate;
            plot.Span(fitted.Windows[0].Grid.Size / rate, fitted.Windows[^1].Grid.Size / rate, "fitted");
        }

        plot.Axes(withTitles ? "window (s)" : null, withTitles ? "F(n)" : null, 4, 4);
        var faint = new PathData();
        foreach (var (_, result) in channels)
        {
            var (xs, ys) = (result.Fluctuations.Seconds, result.Fluctuations.Fluctuations);
            for (var i = 0; i < xs.Length; i++)
                faint.To(plot.X.At(xs[i]), plot.Y.At(ys[i]));
            faint.Lift();
        }

        page.Add($"<path class=\"faint\" d=\"{faint}\"/>");
        if (typical?.Result is { Line: { } line } chosen)
            DrawTypical(page, plot, chosen, line, typical.Channel);
    }

    private static void DrawTypical(MarkupWriter page, Plot plot, BandExponent chosen, ScalingLine line, string name)
    {
        var rate = chosen.Fluctuations.SamplingRate;
        double[] ends = [line.Windows[0].Grid.Size, line.Windows[^1].Grid.Size];
        plot.Dots(chosen.Fluctuations.Seconds, chosen.Fluctuations.Fluctuations, "dots");
        plot.Line([.. ends.Select(n => n / rate)],
            [.. ends.Select(n => Math.Pow(10, line.Intercept + line.Slope * Math.Log10(n)))], "model");
        var words = $"{name} {NumberText.Fixed(line.Slope, 2)}";
        Figure.Label(page, plot.Frame.Right, plot.Frame.Bottom - 5, words, "tick end");
    }

    private static string Words(Spread exponents) => exponents.Count == 0
        ? "undefined"
        : exponents.InWords(2);
}
