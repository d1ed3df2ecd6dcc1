namespace Isonomia.Reporting.Figures;

/// <summary>Colours for values from 0 to 1, told apart by readers of every colour vision and in grey.</summary>
public sealed class ColourMap
{
    private readonly (byte R, byte G, byte B)[] stops;

    private ColourMap(params (byte, byte, byte)[] stops) => this.stops = stops;

    /// <summary>
    /// From dark to light, evenly in lightness: viridis (Smith and van der Walt 2015, public domain).
    /// </summary>
    public static ColourMap Sequential { get; } = new(
        (68, 1, 84), (71, 44, 122), (59, 81, 139), (44, 113, 142), (33, 144, 141),
        (39, 173, 129), (92, 200, 99), (170, 220, 50), (253, 231, 37));

    /// <summary>Two ways from a neutral middle, blue to vermilion (ends after Okabe and Ito 2008).</summary>
    public static ColourMap Diverging { get; } = new(
        (0, 82, 140), (45, 130, 186), (136, 184, 217), (205, 223, 235), (247, 247, 245),
        (250, 222, 199), (241, 171, 122), (214, 100, 34), (144, 50, 0));

    /// <summary>The colour as <c>#rrggbb</c>; values outside are taken as the nearer end.</summary>
    public string At(double fraction)
    {
        var place = Math.Clamp(double.IsNaN(fraction) ? 0.5 : fraction, 0, 1) * (stops.Length - 1);
        var below = Math.Min((int)place, stops.Length - 2);
        var (a, b, t) = (stops[below], stops[below + 1], place - below);
        return $"#{Mix(a.R, b.R, t):x2}{Mix(a.G, b.G, t):x2}{Mix(a.B, b.B, t):x2}";
    }

    private static int Mix(byte a, byte b, double t) => (int)Math.Round(a + (b - a) * t);
}
