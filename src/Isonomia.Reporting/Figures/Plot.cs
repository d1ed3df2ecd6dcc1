using Isonomia.Reporting.Markup;

namespace Isonomia.Reporting.Figures;

/// <summary>A pair of axes and what is drawn between them. Coordinates given are values on the axes.</summary>
/// <param name="page">Where it is drawn: within an open drawing.</param>
/// <param name="frame">The rectangle between the axes; titles and tick labels lie outside, below and left.</param>
/// <param name="x">The horizontal axis.</param>
/// <param name="y">The vertical axis.</param>
public sealed class Plot(MarkupWriter page, Frame frame, Scale x, Scale y)
{
    /// <summary>Room to leave left of the frame for labels and title.</summary>
    public const double LeftRoom = 46;

    /// <summary>Room to leave below the frame.</summary>
    public const double BottomRoom = 34;

    /// <summary>The rectangle between the axes.</summary>
    public Frame Frame => frame;

    /// <summary>The horizontal axis.</summary>
    public Scale X => x;

    /// <summary>The vertical axis.</summary>
    public Scale Y => y;

    /// <summary>Draws grid, tick labels and titles. Draw these first.</summary>
    /// <param name="xTitle">What the horizontal axis says; null for nothing.</param>
    /// <param name="yTitle">What the vertical axis says; null for nothing.</param>
    /// <param name="xTicks">About how many labels.</param>
    /// <param name="yTicks">About how many labels; 0 for an axis without ticks.</param>
    /// <param name="xLabels">Whether ticks are labelled: of panels above one another only the lowest is.</param>
    public Plot Axes(string? xTitle, string? yTitle, int xTicks = 6, int yTicks = 5, bool xLabels = true)
    {
        var grid = new PathData();
        var marks = new PathData();
        foreach (var tick in x.Ticks(xTicks))
        {
            var at = x.At(tick.Value);
            if (tick.Label is null)
            {
                marks.To(at, frame.Bottom).To(at, frame.Bottom + 2).Lift();
                continue;
            }

            grid.To(at, frame.Top).To(at, frame.Bottom).Lift();
            if (xLabels)
                Figure.Label(page, at, frame.Bottom + 13, tick.Label, "tick mid");
        }

        foreach (var tick in yTicks > 0 ? y.Ticks(yTicks) : [])
        {
            var at = y.At(tick.Value);
            if (tick.Label is null)
            {
                marks.To(frame.Left - 2, at).To(frame.Left, at).Lift();
                continue;
            }

            grid.To(frame.Left, at).To(frame.Right, at).Lift();
            Figure.Label(page, frame.Left - 5, at + 3.5, tick.Label, "tick end");
        }

        page.Add($"<path class=\"grid\" d=\"{grid}\"/><path class=\"axis\" d=\"{marks}\"/>");
        var corner = new PathData()
            .To(frame.Left, frame.Top).To(frame.Left, frame.Bottom).To(frame.Right, frame.Bottom);
        page.Add($"<path class=\"axis\" d=\"{corner}\"/>");
        if (xTitle is not null)
            Figure.Label(page, frame.Left + frame.Width / 2, frame.Bottom + 28, xTitle, "title mid");
        if (yTitle is not null)
        {
            var (across, along) = (frame.Left - 36, frame.Top + frame.Height / 2);
            page.Add($"<text class=\"title mid\" transform=\"translate({across} {along}) rotate(-90)\">");
            page.Add($"{yTitle}</text>");
        }

        return this;
    }

    /// <summary>Begins a part in which nothing shows outside the frame.</summary>
    public Plot BeginClip()
    {
        var id = page.NextId("clip");
        page.Add($"<clipPath id=\"{id}\">");
        Figure.Area(page, frame, "clip");
        page.Add($"</clipPath><g clip-path=\"url(#{id})\">");
        return this;
    }

    /// <summary>Ends it.</summary>
    public Plot EndClip()
    {
        page.AddRaw("</g>");
        return this;
    }

    /// <summary>A line through points; broken where one has no place.</summary>
    public Plot Line(ReadOnlySpan<double> xs, ReadOnlySpan<double> ys, string look)
    {
        page.Add($"<path class=\"{look}\" d=\"{Through(xs, ys)}\"/>");
        return this;
    }

    /// <summary>The area between two lines over the same places.</summary>
    public Plot Band(ReadOnlySpan<double> xs, ReadOnlySpan<double> lows, ReadOnlySpan<double> highs, string look)
    {
        page.Add($"<path class=\"{look}\" d=\"{Between(xs, lows, highs)}\"/>");
        return this;
    }

    /// <summary>A dot for each point; their size is the class's stroke width.</summary>
    public Plot Dots(ReadOnlySpan<double> xs, ReadOnlySpan<double> ys, string look)
    {
        var path = new PathData();
        for (var i = 0; i < xs.Length; i++)
            path.To(x.At(xs[i]), y.At(ys[i])).Lift();
        page.Add($"<path class=\"{look}\" d=\"{path}\"/>");
        return this;
    }

    /// <summary>A shaded part of the horizontal axis, over the whole height.</summary>
    public Plot Span(double low, double high, string look)
    {
        var (from, to) = (Math.Max(frame.Left, x.At(low)), Math.Min(frame.Right, x.At(high)));
        if (to > from)
            Figure.Area(page, frame with { Left = from, Width = to - from }, look);
        return this;
    }

    /// <summary>Words at a point, moved by so much.</summary>
    public Plot Note(double atX, double atY, string words, string look, double right = 0, double down = 0)
    {
        var (left, top) = (x.At(atX) + right, y.At(atY) + down);
        if (double.IsFinite(left) && double.IsFinite(top))
            Figure.Label(page, left, top, words, look);
        return this;
    }

    /// <summary>The path of a line through points, for drawings that use it in several places.</summary>
    public PathData Through(ReadOnlySpan<double> xs, ReadOnlySpan<double> ys)
    {
        var path = new PathData();
        for (var i = 0; i < xs.Length; i++)
            path.To(x.At(xs[i]), y.At(ys[i]));
        return path;
    }

    /// <summary>The outline of the area between two lines.</summary>
    public PathData Between(ReadOnlySpan<double> xs, ReadOnlySpan<double> lows, ReadOnlySpan<double> highs)
    {
        var path = new PathData();
        for (var i = 0; i < xs.Length; i++)
            path.To(x.At(xs[i]), y.At(highs[i]));
        for (var i = xs.Length - 1; i >= 0; i--)
            path.To(x.At(xs[i]), y.At(lows[i]));
        return path.Close();
    }
}
