using Isonomia.Reporting.Figures;
using Isonomia.Reporting.Markup;

namespace Isonomia.Reporting.Validation;

/// <summary>An SVG file that stands alone: a figure of the documentation, with its looks inside.</summary>
internal static class Drawing
{
    private const string Looks = """
        .first { stroke: #0072b2; stroke-width: 1.7; } .second { stroke: #d55e00; stroke-width: 1.7; }
        .dot { stroke-linecap: round; stroke-width: 4; stroke-opacity: .7; }
        .small { stroke-width: 3; stroke-opacity: .5; }
        .shade { fill: #eef3f7; } .mean { stroke: #1b2430; stroke-width: 2.2; }
        .words1 { fill: #0072b2; font-weight: 600; } .words2 { fill: #d55e00; font-weight: 600; }
        """;

    public static string Of(double height, string shows, Action<MarkupWriter> draw)
    {
        var page = new MarkupWriter();
        page.AddRaw("<svg xmlns=\"http://www.w3.org/2000/svg\"");
        page.Add($" viewBox=\"0 0 {Figure.PageWidth} {height}\" role=\"img\" aria-label=\"{shows}\">");
        page.AddRaw("<style>\n" + PageAssets.Figures + Looks + "\n</style>\n");
        page.Add($"<rect width=\"{Figure.PageWidth}\" height=\"{height}\" fill=\"#fff\"/>");
        draw(page);
        page.AddRaw("</svg>\n");
        return page.ToString();
    }
}
