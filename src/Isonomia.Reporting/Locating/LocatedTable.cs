using Isonomia.Inference.Locating;
using Isonomia.Reporting.Figures;
using Isonomia.Reporting.Figures.Scalp;
using Isonomia.Reporting.Markup;
using Isonomia.Reporting.Sections;

namespace Isonomia.Reporting.Locating;

/// <summary>Several channels: their coordinates over the scalp, where places are known, and in a table.</summary>
internal static class LocatedTable
{
    private const double CellWidth = 176;

    public static void Write(MarkupWriter page, LocatedRecording located, LocatedChannel[] channels)
    {
        Section.Open(page, "channels", "Channels");
        WriteMaps(page, located, channels);
        page.AddRaw("<table><thead><tr><th>channel</th>");
        foreach (var coordinate in located.Model.Coordinates)
            page.Add($"<th>{coordinate.Name}</th>");
        page.AddRaw("<th>margin, 1/s</th><th>chi-square/freedom</th></tr></thead><tbody>");
        foreach (var channel in channels)
        {
            var posterior = channel.Posterior!;
            page.Add($"<tr><td>{channel.Channel.Name}</td>");
            for (var i = 0; i < located.Model.Coordinates.Count; i++)
                page.Add($"<td>{LocatedWords.Interval(posterior.Coordinate(i))}</td>");
            page.Add($"<td>{LocatedWords.Interval(posterior.Margin)}</td>");
            page.Add($"<td>{NumberText.Fixed(posterior.ReducedChiSquare, 2)}</td></tr>");
        }

        page.AddRaw("</tbody></table><p>Medians, and the interval that holds 90 % of the posterior.</p>");
        Section.Close(page);
    }

    private static void WriteMaps(MarkupWriter page, LocatedRecording located, LocatedChannel[] channels)
    {
        var layout = SensorLayout.Directions([.. channels.Select(c => c.Channel)]);
        if (layout is null)
            return;
        page.AddRaw("<figure>");
        Figure.Open(page, Figure.PageWidth, 196, "Coordinates over the scalp");
        for (var i = 0; i < Math.Min(5, located.Model.Coordinates.Count); i++)
        {
            var middle = (i + 0.5) * CellWidth;
            var values = channels.Select(c => c.Posterior!.Coordinate(i).Median).ToArray();
            ScalpSite[] sites = [.. layout.Select(s => new ScalpSite(channels[s.Channel].Channel.Name, s.Direction, values[s.Channel]))];
            var (low, high) = (sites.Min(s => s.Value), sites.Max(s => s.Value));
            var range = high > low ? (low, high) : (low - 0.5, low + 0.5);
            Figure.Label(page, middle, 13, located.Model.Coordinates[i].Name, "maptitle mid");
            ScalpMap.Draw(page, sites, ColourMap.Sequential, range, middle, 92, 60);
            ColourBar.Draw(page, ColourMap.Sequential, range, located.Model.Coordinates[i].Unit, middle - 50, 170, 100);
        }

        Figure.Close(page);
        Section.Caption(page, "Coordinates over the scalp:", "medians of the posterior of each channel by itself; channels"
            + " that share activity are not independent.");
        page.AddRaw("</figure>");
    }
}
