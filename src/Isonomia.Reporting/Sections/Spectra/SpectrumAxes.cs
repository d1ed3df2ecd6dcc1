using Isonomia.Reporting.Figures;
using Isonomia.Reporting.Findings;

namespace Isonomia.Reporting.Sections.Spectra;

/// <summary>The axes that all spectra of a report share, so that their drawings can be laid over one another.</summary>
internal sealed class SpectrumAxes
{
    /// <summary>The frame of a spectrum drawn large, in its own coordinates.</summary>
    public static readonly Frame Frame = new(0, 0, 372, 236);

    public SpectrumAxes(IReadOnlyList<SpectrumView> views)
    {
        var fitted = views.Where(v => v.FitFrequencies.Length > 1).ToArray();
        var lowest = views.Max(v => v.Frequencies.FirstOrDefault(f => f > 0));
        var highest = views.Min(v => v.Frequencies[^1]);
        var (low, high) = fitted.Length == 0
            ? (lowest, highest)
            : (Math.Max(lowest, fitted.Min(v => v.FitFrequencies[0]) / 2),
                Math.Min(highest, fitted.Max(v => v.FitFrequencies[^1]) * 2));
        X = new LogScale(low, Math.Max(high, low * 2), Frame.Left, Frame.Right);
        var shown = views
            .SelectMany(v => v.Power.Where((p, i) => p > 0 && v.Frequencies[i] >= low && v.Frequencies[i] <= high))
            .Order().ToArray();
        Y = LogScale.Over(Spread.Quantile(shown, 0.01), shown.Length == 0 ? 1 : shown[^1], Frame.Bottom, Frame.Top);
    }

    public LogScale X { get; }

    public LogScale Y { get; }

    /// <summary>The part of ascending frequencies that lies on the axis, with a neighbour on either side.</summary>
    public Range Shown(double[] frequencies)
    {
        var (from, to) = (0, frequencies.Length);
        while (from + 1 < to && !(frequencies[from + 1] > X.Low))
            from++;
        while (to - 1 > from && frequencies[to - 2] > X.High)
            to--;
        if (from < to && frequencies[from] <= 0)
            from++;
        return from..to;
    }
}
