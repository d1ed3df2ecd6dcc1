using Isonomia.Reporting.Figures;
using Isonomia.Reporting.Markup;
using Isonomia.Validation.Contrasting;

namespace Isonomia.Reporting.Validation;

/// <summary>Eyes closed against open: occipital spectra, and the exponent at every electrode.</summary>
public static class EyesFigure
{
    private const double Height = 330;

    // So flat a spectrum is muscle's; the electrode is named.
    private const double Flat = 1;
    private const double Inside = Height - 26 - Plot.BottomRoom - 6;
    private static readonly Frame Left = new(Plot.LeftRoom + 6, 26, 400, Inside);
    private static readonly Frame Right = new(560, 26, Inside, Inside);

    /// <summary>The figure, as an SVG file.</summary>
    public static string Draw(EyesStudy study) => Drawing.Of(
        Height,
        "Left: occipital power spectra with eyes open and closed. Right: aperiodic exponent of every electrode, closed "
            + "over open.",
        page =>
        {
            Spectra(page, study);
            Exponents(page, study);
        });

    private static void Spectra(MarkupWriter page, EyesStudy study)
    {
        double[] Of(double[] values) =>
            [.. values.Zip(study.Frequencies).Where(v => v.Second is >= 1 and <= 45).Select(v => v.First)];
        var (f, open, closed) = (Of(study.Frequencies), Of(study.Open), Of(study.Closed));
        double[] both = [.. open, .. closed];
        var plot = new Plot(page, Left,
            new LogScale(1, 45, Left.Left, Left.Right),
            LogScale.Over(both.Min(), both.Max(), Left.Bottom, Left.Top));
        plot.Span(8, 13, "shade");
        plot.Axes("frequency (Hz)", "power density (µV²/Hz)");
        plot.Line(f, open, "first").Line(f, closed, "second");
        Figure.Label(page, Left.Left, 15, "occipital spectrum (mean of O1, Oz, O2)", "paneltitle");
        Figure.Label(page, Left.Right - 4, Left.Top + 14, "eyes closed", "words2 end");
        Figure.Label(page, Left.Right - 4, Left.Top + 30, "eyes open", "words1 end");
    }

    private static void Exponents(MarkupWriter page, EyesStudy study)
    {
        double[] open = [.. study.Sites.Select(s => s.OpenExponent)];
        double[] closed = [.. study.Sites.Select(s => s.ClosedExponent)];
        var (low, high) = (Math.Min(open.Min(), closed.Min()), Math.Max(open.Max(), closed.Max()));
        var plot = new Plot(page, Right,
            LinearScale.Over(low, high, Right.Left, Right.Right), LinearScale.Over(low, high, Right.Bottom, Right.Top));
        plot.Axes("eyes open", "eyes closed");
        plot.Line([plot.X.Low, plot.X.High], [plot.Y.Low, plot.Y.High], "neutral");
        var occipital = study.Sites.Select(s => s.Name is "O1" or "Oz" or "O2").ToArray();
        plot.Dots([.. open.Where((_, i) => !occipital[i])], [.. closed.Where((_, i) => !occipital[i])], "first dot");
        plot.Dots([.. open.Where((_, i) => occipital[i])], [.. closed.Where((_, i) => occipital[i])], "second dot");
        foreach (var site in study.Sites.Where(s => s.OpenExponent < Flat))
            plot.Note(site.OpenExponent, site.ClosedExponent, site.Name, "tick", right: 6, down: 3.5);
        Figure.Label(page, Right.Left, 15, "aperiodic exponent, electrode by electrode", "paneltitle");
        Figure.Label(page, Right.Left + 8, Right.Top + 14, "O1, Oz, O2", "words2");
        Figure.Label(page, Right.Left + 8, Right.Top + 30, "the others", "words1");
    }
}
