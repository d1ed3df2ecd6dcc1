using Isonomia.Inference.Likelihoods;
using Isonomia.Inference.Locating;
using Isonomia.Reporting.Figures;
using Isonomia.Reporting.Markup;

namespace Isonomia.Reporting.Locating;

/// <summary>A histogram of each parameter's draws, over its limits.</summary>
internal static class MarginalsFigure
{
    private const int PerRow = 5;
    private const int Bins = 32;
    private const double CellWidth = Figure.PageWidth / PerRow;
    private const double CellHeight = 112;

    public static void Write(MarkupWriter page, Posterior posterior)
    {
        var parameters = posterior.Model.Parameters.Append(Electrode.MuscleParameter).ToArray();
        var rows = (parameters.Length + PerRow - 1) / PerRow;
        Figure.Open(page, Figure.PageWidth, rows * CellHeight, "Posterior of each parameter");
        for (var i = 0; i < parameters.Length; i++)
        {
            var frame = new Frame((i % PerRow * CellWidth) + 12, (i / PerRow * CellHeight) + 20, CellWidth - 24, CellHeight - 50);
            Draw(page, frame, parameters[i], [.. posterior.Draws.Select(d => d[i])]);
        }

        Figure.Close(page);
    }

    private static void Draw(MarkupWriter page, Frame frame, Inference.Models.ModelParameter parameter, double[] draws)
    {
        var counts = new double[Bins];
        foreach (var draw in draws)
            counts[Math.Clamp((int)((draw - parameter.Low) / (parameter.High - parameter.Low) * Bins), 0, Bins - 1)]++;
        // A step up at each bin's lower edge and down at its upper one.
        var xs = new double[2 * Bins];
        var ys = new double[2 * Bins];
        for (var b = 0; b < Bins; b++)
        {
            xs[2 * b] = parameter.Low + (b * (parameter.High - parameter.Low) / Bins);
            xs[(2 * b) + 1] = parameter.Low + ((b + 1) * (parameter.High - parameter.Low) / Bins);
            (ys[2 * b], ys[(2 * b) + 1]) = (counts[b], counts[b]);
        }

        var plot = new Plot(page, frame, new LinearScale(parameter.Low, parameter.High, frame.Left, frame.Right),
            new LinearScale(0, counts.Max(), frame.Bottom, frame.Top));
        plot.Axes(null, null, 3, 0);
        plot.Band(xs, new double[xs.Length], ys, "karea kN");
        Figure.Label(page, frame.Left, frame.Top - 6, parameter.Unit.Length > 0 ? $"{parameter.Name}, {parameter.Unit}" : parameter.Name,
            "paneltitle");
    }
}
