using Isonomia.Reporting.Markup;

namespace Isonomia.Reporting.Figures;

/// <summary>What the marks of a figure mean, in one row of HTML that wraps.</summary>
public static class Legend
{
    /// <summary>Writes the row: for each entry a sample drawn in its class, then its words.</summary>
    public static void Write(MarkupWriter page, params ReadOnlySpan<LegendEntry> entries)
    {
        page.AddRaw("<p class=\"legend\">");
        foreach (var (look, kind, words) in entries)
        {
            page.AddRaw("<span><svg viewBox=\"0 0 22 10\" width=\"22\" height=\"10\" aria-hidden=\"true\">");
            if (kind == LegendMark.Area)
                page.Add($"<rect class=\"{look}\" width=\"22\" height=\"10\"/>");
            else
                page.Add($"<path class=\"{look}\" d=\"{(kind == LegendMark.Dot ? "M11 5l0 0" : "M1 5l20 0")}\"/>");
            page.Add($"</svg> {words}</span> ");
        }

        page.AddRaw("</p>");
    }
}
