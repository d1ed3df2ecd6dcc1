using Isonomia.Reporting.Figures;
using Isonomia.Reporting.Findings;
using Isonomia.Reporting.Markup;

namespace Isonomia.Reporting.Sections.Spectra;

/// <summary>Power spectra with what was fitted to them: two channels large, all of them small.</summary>
internal static class SpectraSection
{
    private const double LargeTop = 26;
    private const int PerRow = 8;
    private const double SmallWidth = Figure.PageWidth / PerRow;
    private const double SmallScale = (SmallWidth - 10) / 372;
    private const double SmallHeight = 86;

    public static void Write(MarkupWriter page, RecordingFindings findings)
    {
        var views = findings.Good.Select(SpectrumReading.Of).OfType<SpectrumView>().ToArray();
        if (views.Length == 0)
            return;
        Section.Open(page, "spectra", "Spectra");
        var groups = views.GroupBy(v => v.Group).ToArray();
        foreach (var group in groups)
        {
            if (groups.Length > 1)
                page.Add($"<h3>{group.Key}</h3>");
            WriteGroup(page, [.. group]);
        }

        Section.Close(page);
    }

    private static void WriteGroup(MarkupWriter page, SpectrumView[] views)
    {
        var axes = new SpectrumAxes(views);
        string[] ids = [.. views.Select(_ => page.NextId("s"))];
        page.AddRaw("<figure><svg class=\"definitions\" width=\"0\" height=\"0\" aria-hidden=\"true\"><defs>");
        for (var i = 0; i < views.Length; i++)
            SpectrumDrawing.Define(page, views[i], axes, ids[i]);
        page.AddRaw("</defs></svg>");
        WriteLarge(page, views, axes, ids);
        Legend.Write(page, new LegendEntry("data", LegendMark.Line, "power"),
            new LegendEntry("ci", LegendMark.Area, "95 % confidence interval"),
            new LegendEntry("aperiodic", LegendMark.Line, "aperiodic component"),
            new LegendEntry("model", LegendMark.Line, "with peaks"),
            new LegendEntry("peak", LegendMark.Line, "peak, with its frequency in Hz"));
        Section.Caption(page, "Power spectra with their fits.",
            "The channel whose exponent is the median, and the one with the largest peak between 7 and 14 Hz.");
        page.AddRaw("</figure>");
        if (views.Length > 2)
            WriteSmall(page, views, axes, ids);
    }

    private static void WriteLarge(MarkupWriter page, SpectrumView[] views, SpectrumAxes axes, string[] ids)
    {
        var typical = Typical(views);
        var rhythmic = Array.IndexOf(views, views.MaxBy(v => v.PeakWithin(7, 14)));
        int[] chosen = rhythmic == typical ? [typical] : [typical, rhythmic];
        var height = LargeTop + SpectrumAxes.Frame.Height + Plot.BottomRoom;
        page.AddRaw("<div class=\"pair\">");
        foreach (var channel in chosen)
        {
            page.AddRaw("<div>");
            WriteChooser(page, views, ids, channel);
            Figure.Open(page, Figure.PageWidth / 2, height, $"Spectrum of {views[channel].Channel}");
            page.Add($"<g transform=\"translate({Plot.LeftRoom + 6} {LargeTop})\">");
            var plot = new Plot(page, SpectrumAxes.Frame, axes.X, axes.Y)
                .Axes("frequency (Hz)", $"power ({Units.InWords(views[channel].Unit)})", 6, 7).BeginClip();
            page.Add($"<use href=\"#{ids[channel]}\"/>");
            plot.EndClip();
            page.Add($"<use href=\"#{ids[channel]}w\"/></g>");
            Figure.Close(page);
            page.AddRaw("</div>");
        }

        page.AddRaw("</div>");
    }

    // Shown by the script, which also makes it work; print and pages without script show the channels chosen here.
    private static void WriteChooser(MarkupWriter page, SpectrumView[] views, string[] ids, int chosen)
    {
        page.AddRaw("<label class=\"chooser screen\" hidden=\"hidden\">channel <select>");
        for (var i = 0; i < views.Length; i++)
        {
            if (i == chosen)
                page.Add($"<option value=\"{ids[i]}\" selected=\"selected\">{views[i].Channel}</option>");
            else
                page.Add($"<option value=\"{ids[i]}\">{views[i].Channel}</option>");
        }

        page.AddRaw("</select></label>");
    }

    private static void WriteSmall(MarkupWriter page, SpectrumView[] views, SpectrumAxes axes, string[] ids)
    {
        var rows = (views.Length + PerRow - 1) / PerRow;
        page.AddRaw("<figure>");
        for (var row = 0; row < rows; row++)
        {
            Figure.Open(page, Figure.PageWidth, SmallHeight, "Spectra, small");
            for (var i = row * PerRow; i < Math.Min(views.Length, (row + 1) * PerRow); i++)
                WriteSmallOne(page, views[i], ids[i], i % PerRow * SmallWidth + 4);
            Figure.Close(page);
        }

        Section.Caption(page, "All channels,", $"on the axes above ({NumberText.Significant(axes.X.Low)} to"
            + $" {NumberText.Significant(axes.X.High)} Hz), with their exponents.");
        page.AddRaw("</figure>");
    }

    private static void WriteSmallOne(MarkupWriter page, SpectrumView view, string id, double left)
    {
        var large = SpectrumAxes.Frame;
        var small = new Frame(left, 14, large.Width * SmallScale, large.Height * SmallScale);
        Figure.Area(page, small, "cell");
        page.Add($"<svg x=\"{left}\" y=\"{small.Top}\" width=\"{small.Width}\" height=\"{small.Height}\" ");
        page.Add($"viewBox=\"0 0 {large.Width} {large.Height}\" class=\"mini\"><use href=\"#{id}\"/></svg>");
        Figure.Label(page, left + 1, 11, view.Channel, "tick");
        if (double.IsFinite(view.Exponent))
            Figure.Label(page, small.Right, 11, NumberText.Fixed(view.Exponent, 2), "tick end grey");
    }

    private static int Typical(SpectrumView[] views)
    {
        var fitted = views.Where(v => double.IsFinite(v.Exponent)).ToArray();
        var median = Spread.Of(fitted.Select(v => v.Exponent)).Median;
        return fitted.Length == 0 ? 0 : Array.IndexOf(views, fitted.MinBy(v => Math.Abs(v.Exponent - median)));
    }
}
