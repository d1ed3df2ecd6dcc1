using Isonomia.Reporting.Figures;
using Isonomia.Reporting.Markup;
using Isonomia.Validation.Contrasting;

namespace Isonomia.Reporting.Validation;

/// <summary>The five sets of Bonn: every segment's number, with the mean of each set.</summary>
public static class BonnFigure
{
    private const int Columns = 3;
    private const double PanelWidth = Figure.PageWidth / Columns;
    private const double PanelHeight = 230;

    /// <summary>The figure, as an SVG file.</summary>
    public static string Draw(BonnStudy study)
    {
        var quantities = BonnSet.Quantities;
        var rows = (quantities.Count + Columns - 1) / Columns;
        return Drawing.Of(
            rows * PanelHeight,
            "Six numbers in five sets of recordings: "
                + string.Join("; ", study.Sets.Select(s => $"{s.Name}, {s.Meaning}")),
            page =>
            {
                for (var i = 0; i < quantities.Count; i++)
                    Panel(page, study, quantities[i], i % Columns * PanelWidth, i / Columns * PanelHeight);
            });
    }

    private static void Panel(MarkupWriter page, BonnStudy study, BonnQuantity quantity, double left, double top)
    {
        var frame = new Frame(left + Plot.LeftRoom, top + 24, PanelWidth - Plot.LeftRoom - 14, PanelHeight - 24 - 28);
        var values = study.Sets.Select(s => s.Values[quantity.Name]).ToArray();
        var (low, high) = (values.Min(v => v.Min()), values.Max(v => v.Max()));
        Scale y = quantity.Unit == "uV"
            ? LogScale.Over(low, high, frame.Bottom, frame.Top)
            : LinearScale.Over(low, high, frame.Bottom, frame.Top);
        var x = new NamedPlaces([.. study.Sets.Select(s => s.Name)], frame.Left, frame.Right);
        var plot = new Plot(page, frame, x, y);
        plot.Axes(null, null);
        for (var set = 0; set < values.Length; set++)
        {
            // Spread by the golden ratio: even, and the same in every run.
            double[] places = [.. values[set].Select((_, i) => set + 0.5 * (i * 0.6180339887 % 1 - 0.5))];
            plot.Dots(places, values[set], set == values.Length - 1 ? "second dot small" : "first dot small");
            var mean = values[set].Average();
            plot.Line([set - 0.34, set + 0.34], [mean, mean], "mean");
        }

        var unit = quantity.Unit switch
        {
            "1" => "",
            "uV" => " (µV)",
            _ => $" ({quantity.Unit})",
        };
        Figure.Label(page, frame.Left, top + 14, quantity.Name + unit, "paneltitle");
    }
}
