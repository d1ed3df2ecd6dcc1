using Isonomia.Measurement.Cohorts;
using Isonomia.Measurement.Cohorts.Contrasts;
using Isonomia.Measurement.Measuring;
using Isonomia.Measurement.Biomarkers;
using Isonomia.Measurement.Recordings;
using Isonomia.Measurement.Results;
using Isonomia.Reporting.Figures;
using Isonomia.Reporting.Figures.Scalp;
using Isonomia.Reporting.Findings;
using Isonomia.Reporting.Markup;
using Isonomia.Reporting.Sections;

namespace Isonomia.Reporting.Cohorts.Comparing;

/// <summary>The effect size at each channel: over the head where places are known, and in words what outlasts correction.</summary>
internal static class EffectMaps
{
    private const int PerRow = 5;
    private const double CellWidth = Figure.PageWidth / PerRow;
    private const double CellHeight = 196;

    public static void Write(MarkupWriter page, ComparisonContent content)
    {
        var shown = content.Compared
            .Where(q => q.PlaceTest is not null && q.PlaceEffects.Any(e => double.IsFinite(e.Estimate))).ToArray();
        if (shown.Length == 0)
            return;
        Section.Open(page, "channels", "Channel by channel");
        var mapped = shown.Select(q => (Found: q, Layout: Layout(q))).Where(m => m.Layout is not null).ToArray();
        if (mapped.Length > 0)
        {
            page.AddRaw("<figure>");
            for (var first = 0; first < mapped.Length; first += PerRow)
            {
                Figure.Open(page, Figure.PageWidth, CellHeight, "Effect sizes over the head");
                for (var i = first; i < Math.Min(first + PerRow, mapped.Length); i++)
                    Draw(page, content, mapped[i].Found, mapped[i].Layout!, (i - first + 0.5) * CellWidth);
                Figure.Close(page);
            }

            Section.Caption(page, "Effect sizes over the head,", $"{content.Comparison.Design.Contrast.EffectName}, "
                + $"{content.Comparison.Design.Contrast.Direction}; seen from above, nose up. Between sensors: spherical splines.");
            page.AddRaw("</figure>");
        }

        page.AddRaw("<ul>");
        foreach (var found in shown)
            page.Add($"<li>{Places(content, found)}</li>");
        page.AddRaw("</ul>");
        Section.Close(page);
    }

    private static string Places(ComparisonContent content, QuantityComparison found)
    {
        var test = found.PlaceTest!;
        var title = content.TitleOf(found.Values.Quantity);
        var how = test.ByClusters ? "corrected by clusters of neighbours" : "false discovery rate over channels";
        var places = Enumerable.Range(0, found.Values.Places.Count)
            .Where(i => test.Corrected[i] < CohortComparison.FindingRate).ToArray();
        var tested = test.P.Count(double.IsFinite);
        if (places.Length == 0)
            return $"{title}: none of {tested} channels ({how}).";
        var least = places.Min(i => test.Corrected[i]);
        return $"{title}: {places.Length} of {tested} channels ({how}, least p {ComparisonWords.P(least)}): "
            + string.Join(", ", places.Select(i => found.Values.Places[i])) + ".";
    }

    private static SensorLayout? Layout(QuantityComparison found) =>
        found.Values.Quantity.Type == ChannelType.Eeg.Label()
            ? SensorLayout.Of([.. found.Values.Places.Select(name => new ChannelMeasurement(
                new Channel(name, ChannelType.Eeg, "", 1, 0), null, 0, new Dictionary<string, BiomarkerResult>()))])
            : null;

    private static void Draw(
        MarkupWriter page, ComparisonContent content, QuantityComparison found, SensorLayout layout, double middle)
    {
        var values = found.PlaceEffects.Select(e => double.IsFinite(e.Estimate)
            ? Measured.Of(e.Estimate) : Measured.Undefined("values of too few participants")).ToArray();
        var marker = new Marker(content.MarkerOf(found.Values.Quantity).Kind, found.Values.Quantity.Part, "1", values);
        if (layout.Known(marker) == 0)
            return;
        var far = Math.Max(0.2, values.Where(v => v.IsDefined).Max(v => Math.Abs(v.Value)));
        var isSigned = content.Comparison.Design.Contrast is not SeveralGroups;
        var (colours, range) = isSigned ? (ColourMap.Diverging, (-far, far)) : (ColourMap.Sequential, (0, far));
        Figure.Label(page, middle, 13, content.TitleOf(found.Values.Quantity), "maptitle mid");
        ScalpMap.Draw(page, layout.Sites(marker), colours, range, middle, 92, 60);
        ColourBar.Draw(page, colours, range, "", middle - 50, 170, 100);
    }
}
