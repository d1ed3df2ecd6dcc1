using Isonomia.Reporting.Markup;

namespace Isonomia.Reporting.Figures;

/// <summary>The key to a colour map, lying, with its ends, its middle and its unit.</summary>
public static class ColourBar
{
    private const int Steps = 32;

    /// <summary>Height with labels, in figure units.</summary>
    public const double Height = 22;

    /// <summary>Draws it with its upper left corner at a place.</summary>
    public static void Draw(
        MarkupWriter page,
        ColourMap colours,
        (double Low, double High) range,
        string unit,
        double left,
        double top,
        double width)
    {
        // Each step reaches to the end, so that no seams show between them.
        for (var i = 0; i < Steps; i++)
        {
            var from = left + width * i / Steps;
            page.Add($"<rect x=\"{from}\" y=\"{top}\" width=\"{left + width - from}\" height=\"6\"");
            page.Add($" fill=\"{colours.At((i + 0.5) / Steps)}\"/>");
        }

        var middle = (range.Low + range.High) / 2;
        var decimals = Math.Max(0, NumberText.DecimalsFor(range.High - range.Low) - 1);
        Figure.Label(page, left, top + 17, NumberText.Fixed(range.Low, decimals), "tick mid");
        var between = unit.Length == 0 ? NumberText.Fixed(middle, decimals) : unit;
        Figure.Label(page, left + width / 2, top + 17, between, "tick mid");
        Figure.Label(page, left + width, top + 17, NumberText.Fixed(range.High, decimals), "tick mid");
    }
}
