using Isonomia.Reporting.Figures;
using Isonomia.Reporting.Figures.Scalp;
using Isonomia.Reporting.Findings;
using Isonomia.Reporting.Markup;

namespace Isonomia.Reporting.Sections;

/// <summary>The markers over the head, where the places of the sensors are known.</summary>
internal static class ScalpSection
{
    private const int PerRow = 5;
    private const double CellWidth = Figure.PageWidth / PerRow;
    private const double CellHeight = 196;
    private const double HeadRadius = 60;
    private const double Tail = 0.03;

    public static void Write(MarkupWriter page, RecordingFindings findings)
    {
        var layout = SensorLayout.Of(findings.Channels);
        if (layout is null)
            return;
        var groups = findings.Markers.Where(m => m.Kind.IsMain && layout.Known(m) > 0)
            .GroupBy(m => m.Kind.Part(m)).ToArray();
        if (groups.Length == 0)
            return;
        Section.Open(page, "scalp", "Scalp maps");
        page.AddRaw("<figure>");
        foreach (var group in groups)
            DrawRow(page, layout, [.. group]);
        Section.Caption(page, "Markers over the head,",
            "seen from above, nose up. Colours run over all channels but the 3 % at either end, or equally far to both"
            + " sides of neutral where there is one (fE/I of 1: blue towards inhibition, orange towards excitation)."
            + " Between sensors: spherical splines, where half of them have a value. Dots are sensors; hollow ones were"
            + " bad or gave no value.");
        page.AddRaw("</figure>");
        Section.Close(page);
    }

    private static string Part(this MarkerKind kind, Marker marker) => marker.Part.Length > 0 ? kind.Group : "";

    private static void DrawRow(MarkupWriter page, SensorLayout layout, Marker[] markers)
    {
        for (var first = 0; first < markers.Length; first += PerRow)
        {
            Figure.Open(page, Figure.PageWidth, CellHeight, "Scalp maps");
            for (var i = first; i < Math.Min(first + PerRow, markers.Length); i++)
                DrawCell(page, layout, markers[i], (i - first + 0.5) * CellWidth);
            Figure.Close(page);
        }
    }

    private static void DrawCell(MarkupWriter page, SensorLayout layout, Marker marker, double middle)
    {
        var range = Range(marker);
        var colours = marker.Kind.Neutral is null ? ColourMap.Sequential : ColourMap.Diverging;
        Figure.Label(page, middle, 13, marker.Title, "maptitle mid");
        ScalpMap.Draw(page, layout.Sites(marker), colours, range, middle, 92, HeadRadius);
        ColourBar.Draw(page, colours, range, marker.UnitText, middle - 50, 170, 100);
    }

    // A few odd channels must not leave the others one colour.
    private static (double Low, double High) Range(Marker marker)
    {
        double[] sorted = [.. marker.Values.Where(v => v.IsDefined).Select(v => v.Value).Order()];
        var (low, high) = (Spread.Quantile(sorted, Tail), Spread.Quantile(sorted, 1 - Tail));
        if (marker.Kind.Neutral is { } neutral)
        {
            var far = Math.Max(Math.Max(high - neutral, neutral - low), 0.05);
            return (neutral - far, neutral + far);
        }

        return high > low ? (low, high) : (low - 0.5, low + 0.5);
    }
}
