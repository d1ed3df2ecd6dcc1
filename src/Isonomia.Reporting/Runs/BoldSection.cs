using Isonomia.Reporting.Figures;
using Isonomia.Reporting.Markup;
using Isonomia.Reporting.Sections;
using Isonomia.Simulation.Fields.Forward;

namespace Isonomia.Reporting.Runs;

/// <summary>Correlations of BOLD, simulated and measured, and those of the patterns of windows.</summary>
internal static class BoldSection
{
    private const double Side = 250, Gap = 30, Top = 24;

    // More would not be seen on a page, and a picture of a thousand regions would have a million rectangles.
    private const int MostCells = 70;

    public static void Write(MarkupWriter page, BoldAnalysis bold)
    {
        Section.Open(page, "bold", "BOLD and functional connectivity");
        (string Title, double[]? Matrix)[] shown =
        [
            ("correlation of regions", bold.Connectivity),
            ("measured", bold.Empirical),
            ("correlation of windows", bold.Dynamics),
        ];
        page.AddRaw("<figure>");
        Figure.Open(page, Figure.PageWidth, Side + Top + 40, "Correlations of regions and of windows");
        var left = 10.0;
        foreach (var (title, matrix) in shown)
        {
            if (matrix is null)
                continue;
            Figure.Label(page, left, Top - 8, title, "title");
            Draw(page, matrix, left);
            left += Side + Gap;
        }

        ColourBar.Draw(page, ColourMap.Diverging, (-1, 1), "", 10, Top + Side + 12, 128);
        Figure.Close(page);
        Section.Caption(page, "Functional connectivity.", Words(bold));
        page.AddRaw("</figure>");
        Section.Close(page);
    }

    private static string Words(BoldAnalysis bold)
    {
        var words = $"Pearson's correlation of the BOLD that {bold.Record.Activity} gives in the model of Friston et al. 2003: "
            + $"{bold.Samples} images {NumberText.Significant(bold.RepetitionTime)} s apart, without the first "
            + $"{NumberText.Significant(BoldAnalysis.Discarded)} s. Its mean over pairs is {NumberText.Significant(bold.Mean)}.";
        if (bold.FitOfConnectome is { } structure)
            words += $" Over pairs it correlates with the connectome's weights: {NumberText.Significant(structure)}.";
        if (bold.Fit is { } fit)
            words += $" With what was measured: {NumberText.Significant(fit)}.";
        if (bold.Dynamics is not null)
            words += $" Windows of {NumberText.Significant(BoldAnalysis.Window)} s are compared by their correlations of regions.";
        if (bold.DistanceOfDynamics is { } distance)
            words += $" Kolmogorov-Smirnov distance from those measured: {NumberText.Significant(distance)}.";
        return words;
    }

    private static void Draw(MarkupWriter page, double[] matrix, double left)
    {
        var n = (int)Math.Round(Math.Sqrt(matrix.Length));
        var cells = Math.Min(n, MostCells);
        var size = Side / cells;
        for (var i = 0; i < cells; i++)
        {
            for (var j = 0; j < cells; j++)
            {
                var mean = Block(matrix, n, (i * n / cells, (i + 1) * n / cells), (j * n / cells, (j + 1) * n / cells));
                page.Add($"<rect x=\"{left + (j * size)}\" y=\"{Top + (i * size)}\" width=\"{size + 0.3}\" height=\"{size + 0.3}\"");
                page.Add($" fill=\"{ColourMap.Diverging.At((mean + 1) / 2)}\"/>");
            }
        }
    }

    private static double Block(double[] matrix, int n, (int From, int To) rows, (int From, int To) columns)
    {
        var sum = 0.0;
        for (var i = rows.From; i < rows.To; i++)
        {
            for (var j = columns.From; j < columns.To; j++)
                sum += matrix[(i * n) + j];
        }

        return sum / ((rows.To - rows.From) * (columns.To - columns.From));
    }
}
