using Isonomia.Reporting.Markup;

namespace Isonomia.Reporting.Figures;

/// <summary>One SVG drawing, as wide as the text around it allows. Looks come from the style sheet, by class.</summary>
public static class Figure
{
    /// <summary>Width in figure units of a drawing that spans the page; text is 11 of these high.</summary>
    public const double PageWidth = 880;

    /// <summary>Opens a drawing of the given size that tells screen readers what it shows.</summary>
    public static void Open(MarkupWriter page, double width, double height, string shows)
    {
        page.Add($"<svg viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\"");
        page.Add($" role=\"img\" aria-label=\"{shows}\">");
    }

    /// <summary>Closes it.</summary>
    public static void Close(MarkupWriter page) => page.AddRaw("</svg>");

    /// <summary>A rectangle in the looks of a class.</summary>
    public static void Area(MarkupWriter page, Frame frame, string look)
    {
        page.Add($"<rect class=\"{look}\" x=\"{frame.Left}\" y=\"{frame.Top}\"");
        page.Add($" width=\"{frame.Width}\" height=\"{frame.Height}\"/>");
    }

    /// <summary>Words in a drawing, at their baseline; the class says how they are aligned.</summary>
    public static void Label(MarkupWriter page, double x, double y, string words, string look) =>
        page.Add($"<text class=\"{look}\" x=\"{x}\" y=\"{y}\">{words}</text>");
}
