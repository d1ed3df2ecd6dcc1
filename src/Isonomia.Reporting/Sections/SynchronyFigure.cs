using Isonomia.Measurement.Biomarkers.Synchrony;
using Isonomia.Reporting.Figures;
using Isonomia.Reporting.Markup;

namespace Isonomia.Reporting.Sections;

/// <summary>
/// Every pair of channels as a field, a matrix for each band: above the debiased phase lag index, below the correlation
/// of orthogonal amplitudes.
/// </summary>
internal static class SynchronyFigure
{
    private const double Gap = 14, Top = 20, RowRoom = 46, LabelRoom = 44;
    private const int MostLabels = 16, Levels = 40;
    private static readonly (PairMeasure Measure, string Title)[] Rows =
    [
        (PairMeasure.DebiasedWeightedLagIndex, "debiased wPLI"),
        (PairMeasure.AmplitudeCorrelation, "amplitude correlation"),
    ];

    public static void Write(MarkupWriter page, SynchronyResult result)
    {
        var bands = result.Bands.Where(b => b.Matrices.Count > 0).ToArray();
        if (bands.Length == 0 || result.Channels.Count < 2)
            return;
        var rows = Rows.Where(r => bands.Any(b => b.Matrices.Any(m => m.Measure == r.Measure))).ToArray();
        var side = Math.Min(220, (Figure.PageWidth - LabelRoom - (Gap * bands.Length)) / bands.Length);
        page.AddRaw("<figure>");
        Figure.Open(page, Figure.PageWidth, Top + (rows.Length * (side + RowRoom)), "synchrony of every pair of channels, by band");
        for (var r = 0; r < rows.Length; r++)
        {
            var matrices = bands.Select(b => b.Matrices.FirstOrDefault(m => m.Measure == rows[r].Measure)).ToArray();
            var range = Range(matrices.OfType<PairMatrix>());
            var top = Top + (r * (side + RowRoom));
            for (var b = 0; b < bands.Length; b++)
            {
                var frame = new Frame(LabelRoom + (b * (side + Gap)), top, side, side);
                if (r == 0)
                    Figure.Label(page, frame.Left + (side / 2), top - 6, bands[b].Band.Name, "title mid");
                if (matrices[b] is { } matrix)
                    Draw(page, result.Channels, matrix, frame, range);
                else
                    Figure.Area(page, frame, "cell");
                if (b == 0)
                    Labels(page, result.Channels, frame);
            }

            ColourBar.Draw(page, ColourMap.Diverging, range, "", LabelRoom, top + side + 8, 160);
            Figure.Label(page, LabelRoom + 190, top + side + 16, rows[r].Title, "tick");
        }

        Figure.Close(page);
        Section.Caption(page, "Synchrony.", "A field is a pair of channels; colours share a scale in each row.");
        page.AddRaw("</figure>");
    }

    // Fields of a colour are one path, in steps of a field: a thousand pairs in five bands stay below a megabyte.
    private static void Draw(
        MarkupWriter page, IReadOnlyList<string> names, PairMatrix matrix, Frame frame, (double Low, double High) range)
    {
        Figure.Area(page, frame, "cell");
        page.Add($"<g transform=\"translate({frame.Left} {frame.Top}) scale({frame.Width / names.Count})\">");
        var levels = matrix.Pairs().Where(p => double.IsFinite(p.Value))
            .GroupBy(p => (int)Math.Round((p.Value - range.Low) / (range.High - range.Low) * Levels));
        foreach (var level in levels.OrderBy(l => l.Key))
        {
            page.Add($"<path fill=\"{ColourMap.Diverging.At((double)level.Key / Levels)}\" d=\"");
            foreach (var (i, j, _) in level)
                page.Add($"M{j} {i}h1v1h-1zM{i} {j}h1v1h-1z");
            page.AddRaw("\"/>");
        }

        page.AddRaw("</g>");
    }

    private static void Labels(MarkupWriter page, IReadOnlyList<string> names, Frame frame)
    {
        var every = (names.Count + MostLabels - 1) / MostLabels;
        for (var i = 0; i < names.Count; i += every)
            Figure.Label(page, frame.Left - 4, frame.Top + ((i + 0.5) * frame.Height / names.Count) + 3, names[i], "tick end");
    }

    // Nought in the middle, so that its colour means the same everywhere.
    private static (double Low, double High) Range(IEnumerable<PairMatrix> matrices)
    {
        var most = matrices.SelectMany(m => m.Pairs()).Select(p => Math.Abs(p.Value)).Where(double.IsFinite)
            .DefaultIfEmpty(1).Max();
        return most > 0 ? (-most, most) : (-1, 1);
    }
}
