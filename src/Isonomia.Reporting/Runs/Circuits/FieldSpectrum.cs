using System.Globalization;
using Isonomia.Measurement.Biomarkers;
using Isonomia.Measurement.Biomarkers.Aperiodic;
using Isonomia.Measurement.Biomarkers.Spectral;
using Isonomia.Measurement.Measuring;
using Isonomia.Measurement.Recordings;
using Isonomia.Measurement.Settings;
using Isonomia.Reporting.Figures;
using Isonomia.Reporting.Markup;
using Isonomia.Reporting.Sections;
using Isonomia.Reporting.Sections.Spectra;
using Isonomia.Simulation.Results;

namespace Isonomia.Reporting.Runs.Circuits;

/// <summary>The spectrum of a field potential with its aperiodic component, as <c>measure</c> finds it.</summary>
internal static class FieldSpectrum
{
    private const double Top = 26;
    private const double LongestWindow = 2;

    // A spectrum of fewer windows than this is mostly chance: half overlapping, they take 2.5 times their length.
    private const int LeastWindows = 4;

    /// <summary>Whether a probe is drawn here.</summary>
    public static bool Shows(ProbeResult probe) =>
        probe.Variable.StartsWith("lfp", StringComparison.OrdinalIgnoreCase) && probe.Cells.Length == 1;

    public static void Write(MarkupWriter page, RunResult run)
    {
        ProbeResult[] fields = [.. run.Probes.Where(p => Shows(p) && p.Times.Length > 1)];
        if (fields.Length == 0)
            return;
        Section.Open(page, "lfp", "Local field potential");
        foreach (var field in fields)
            Draw(page, field);
        Section.Close(page);
    }

    private static void Draw(MarkupWriter page, ProbeResult field)
    {
        var size = field.Values.Where(double.IsFinite).Select(Math.Abs).DefaultIfEmpty(0).Max();
        var unit = AxisUnit.For(field.Dimension, size);
        var interval = (field.Times[^1] - field.Times[0]) / (field.Times.Length - 1);
        var duration = interval * field.Times.Length;
        var window = Math.Min(LongestWindow, Math.Floor(200 * duration / (LeastWindows + 1)) / 100);
        var settings = RecordingMeasurer.DefaultSettings;
        if (window > 0)
            settings = settings.With(SpectrumSettings.Window.Key, window.ToString(CultureInfo.InvariantCulture) + "s");
        if (Spectrum(field, unit, 1 / interval, settings) is var (view, warnings))
        {
            WriteSpectrum(page, field, view, settings, warnings, window);
            return;
        }

        page.Add($"<p>The field of {field.Population}, recorded for {NumberText.Duration(duration)}, ");
        page.AddRaw("has no spectrum: ");
        page.AddText(window > 0 ? "it does not change, or is no number somewhere" : "it is too short").AddRaw(".</p>");
    }

    private static (SpectrumView View, IReadOnlyList<string> Warnings)? Spectrum(
        ProbeResult field, AxisUnit unit, double rate, MeasureSettings settings)
    {
        var channel = new Channel(field.Population, ChannelType.Lfp, unit.Label.Replace('µ', 'u'), rate,
            field.Times.Length);
        var analysis = new ChannelAnalysis(Signal.Whole(channel, unit.Of(field.Values.ToArray())), settings);
        IBiomarker[] biomarkers = [new SpectrumBiomarker(), new AperiodicBiomarker()];
        var results = biomarkers.ToDictionary(b => b.Name, b => b.Measure(analysis));
        var view = SpectrumReading.Of(new ChannelMeasurement(channel, null, channel.Samples / rate, results));
        return view is null || !view.Power.Any(p => p > 0)
            ? null
            : (view, [.. results.Values.SelectMany(r => r.Warnings).Distinct()]);
    }

    private static void WriteSpectrum(MarkupWriter page, ProbeResult field, SpectrumView view, MeasureSettings settings,
        IReadOnlyList<string> warnings, double window)
    {
        var axes = new SpectrumAxes([view]);
        var id = page.NextId("s");
        page.AddRaw("<figure><svg class=\"definitions\" width=\"0\" height=\"0\" aria-hidden=\"true\"><defs>");
        SpectrumDrawing.Define(page, view, axes, id);
        page.AddRaw("</defs></svg>");
        Figure.Open(page, Figure.PageWidth, Top + SpectrumAxes.Frame.Height + Plot.BottomRoom,
            $"Spectrum of the field of {field.Population}");
        page.Add($"<g transform=\"translate({Plot.LeftRoom + 10} {Top})\">");
        var plot = new Plot(page, SpectrumAxes.Frame, axes.X, axes.Y)
            .Axes("frequency (Hz)", $"power ({Findings.Units.InWords(view.Unit)})", 6, 7).BeginClip();
        page.Add($"<use href=\"#{id}\"/>");
        plot.EndClip();
        page.Add($"<use href=\"#{id}w\"/></g>");
        Figure.Close(page);
        if (view.FitFrequencies.Length > 1)
        {
            Legend.Write(page, new LegendEntry("data", LegendMark.Line, "power"),
                new LegendEntry("ci", LegendMark.Area, "95 % confidence interval"),
                new LegendEntry("aperiodic", LegendMark.Line, "aperiodic component"),
                new LegendEntry("model", LegendMark.Line, "with peaks"),
                new LegendEntry("peak", LegendMark.Line, "peak, with its frequency in Hz"));
        }

        var words = view.FitFrequencies.Length > 1
            ? $"Fitted over {settings.TextOf(AperiodicSettings.Range)} Hz; windows of "
                + $"{NumberText.Significant(window)} s."
            : $"Without a fit: windows of {NumberText.Significant(window)} s hold too few frequencies for one.";
        if (warnings.Count > 0)
            words += $" Caution: {string.Join("; ", warnings)}.";
        Section.Caption(page, $"{field.Population}, {field.Variable}.", words);
        page.AddRaw("</figure>");
    }
}
