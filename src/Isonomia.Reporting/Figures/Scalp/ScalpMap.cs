using Isonomia.Reporting.Markup;

namespace Isonomia.Reporting.Figures.Scalp;

/// <summary>
/// A head seen from above, nose up, coloured by what was measured at its sensors. Between them runs a spherical
/// spline, if half of them have a value; if not, each dot has its own colour. Sensors without a value are hollow.
/// </summary>
public static class ScalpMap
{
    /// <summary>Fewer sensors than this span no surface.</summary>
    public const int FewestSites = 8;

    // Sensors of the 10-20 circle (90 degrees from the vertex) come to lie just inside the head's outline.
    private const double RimAngle = 97 * Math.PI / 180;
    private const int Points = 45;
    private const int Colours = 16;

    /// <summary>Draws the head around a centre; the outline has the given radius.</summary>
    /// <param name="page">An open drawing.</param>
    /// <param name="sites">The sensors; at least one with a value.</param>
    /// <param name="colours">The colours.</param>
    /// <param name="range">The values of the first and the last colour.</param>
    /// <param name="centreX">Middle of the head.</param>
    /// <param name="centreY">Middle of the head.</param>
    /// <param name="radius">Radius of the outline.</param>
    public static void Draw(
        MarkupWriter page,
        IReadOnlyList<ScalpSite> sites,
        ColourMap colours,
        (double Low, double High) range,
        double centreX,
        double centreY,
        double radius)
    {
        var known = sites.Where(s => double.IsFinite(s.Value)).ToArray();
        var spread = known.Length >= FewestSites && known.Length * 2 >= sites.Count;
        if (spread)
            DrawSurface(page, known, colours, range, new Frame(centreX, centreY, radius, radius));
        DrawHead(page, centreX, centreY, radius);
        DrawSites(page, sites, value => spread ? null : colours.At(Fraction(value, range)), centreX, centreY, radius);
    }

    private static double Fraction(double value, (double Low, double High) range) =>
        (value - range.Low) / (range.High - range.Low);

    // Each level's region is painted over the one below it, so that no seams show. The head is given by its middle and
    // radius.
    private static void DrawSurface(
        MarkupWriter page,
        ScalpSite[] known,
        ColourMap colours,
        (double Low, double High) range,
        Frame head)
    {
        var spline = new SphericalSpline(
            Array.ConvertAll(known, s => s.Direction), Array.ConvertAll(known, s => s.Value));
        const double Step = 2.0 / (Points - 1);
        var values = new double[Points * Points];
        for (var i = 0; i < values.Length; i++)
        {
            var (row, column) = Math.DivRem(i, Points);
            values[i] = spline.At(Direction3.FromMap(column * Step - 1, 1 - row * Step, RimAngle));
        }

        var (clip, radius) = (page.NextId("head"), head.Width);
        page.Add($"<clipPath id=\"{clip}\"><circle cx=\"{head.Left}\" cy=\"{head.Top}\" r=\"{radius}\"/></clipPath>");
        page.Add($"<g clip-path=\"url(#{clip})\">");
        page.Add($"<circle cx=\"{head.Left}\" cy=\"{head.Top}\" r=\"{radius}\" fill=\"{colours.At(0.5 / Colours)}\"/>");
        var lines = new MarkupWriter();
        for (var k = 1; k < Colours; k++)
        {
            var level = range.Low + (range.High - range.Low) * k / Colours;
            var region = Contours.Trace(
                values, Points, level, head.Left - radius, head.Top - radius, Step * radius);
            if (region.IsEmpty)
                break;
            page.Add($"<path fill=\"{colours.At((k + 0.5) / Colours)}\" fill-rule=\"evenodd\" d=\"{region}\"/>");
            if (k % 4 == 0)
                lines.Add($"<path class=\"contour\" d=\"{region}\"/>");
        }

        page.AddRaw(lines.ToString()).AddRaw("</g>");
    }

    private static void DrawHead(MarkupWriter page, double centreX, double centreY, double radius)
    {
        var nose = new PathData()
            .To(centreX - 0.11 * radius, centreY - 0.994 * radius).To(centreX, centreY - 1.13 * radius)
            .To(centreX + 0.11 * radius, centreY - 0.994 * radius);
        page.Add($"<circle class=\"head\" cx=\"{centreX}\" cy=\"{centreY}\" r=\"{radius}\"/>");
        page.Add($"<path class=\"head\" d=\"{nose}\"/>");
        foreach (var side in (ReadOnlySpan<int>)[-1, 1])
        {
            var ear = new PathData();
            foreach (var (x, y) in (ReadOnlySpan<(double, double)>)[(0.985, -0.17), (1.04, -0.2), (1.075, -0.13),
                (1.065, 0.02), (1.08, 0.12), (1.04, 0.21), (0.98, 0.19)])
                ear.To(centreX + side * x * radius, centreY + y * radius);
            page.Add($"<path class=\"head\" d=\"{ear}\"/>");
        }
    }

    private static void DrawSites(
        MarkupWriter page,
        IReadOnlyList<ScalpSite> sites,
        Func<double, string?> colour,
        double centreX,
        double centreY,
        double radius)
    {
        var (solid, hollow) = (new PathData(), new MarkupWriter());
        foreach (var site in sites)
        {
            var (x, y) = site.Direction.OnMap(RimAngle);
            var (atX, atY) = (centreX + x * radius, centreY - y * radius);
            if (!double.IsFinite(site.Value))
                hollow.Add($"<circle class=\"nosite\" cx=\"{atX}\" cy=\"{atY}\" r=\"2.2\"/>");
            else if (colour(site.Value) is { } own)
                hollow.Add($"<circle class=\"ownsite\" fill=\"{own}\" cx=\"{atX}\" cy=\"{atY}\" r=\"4\"/>");
            else
                solid.To(atX, atY).Lift();
        }

        if (!solid.IsEmpty)
            page.Add($"<path class=\"site\" d=\"{solid}\"/>");
        page.AddRaw(hollow.ToString());
    }
}
