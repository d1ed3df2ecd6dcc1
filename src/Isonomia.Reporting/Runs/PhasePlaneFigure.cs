using Isonomia.Reporting.Figures;
using Isonomia.Reporting.Markup;
using Isonomia.Reporting.Sections;
using Isonomia.Simulation.PhasePlanes;

namespace Isonomia.Reporting.Runs;

/// <summary>The trajectory among nullclines and fixed points.</summary>
internal static class PhasePlaneFigure
{
    private const double Height = 340;
    private const double Width = 520;

    // A page holds no more points of a trajectory than this; a line of thousands looks the same.
    private const int MostPoints = 6000;

    public static void Write(MarkupWriter page, PhasePlaneView view)
    {
        var (left, right) = Range(view.PathX, view.Plane, s => (s.FromX, s.ToX));
        var (low, high) = Range(view.PathY, view.Plane, s => (s.FromY, s.ToY));
        var (unitX, unitY) = (AxisUnit.For(view.X.Dimension, Math.Max(Math.Abs(left), Math.Abs(right))),
            AxisUnit.For(view.Y.Dimension, Math.Max(Math.Abs(low), Math.Abs(high))));

        Section.Open(page, "phase-plane", "Phase plane");
        page.AddRaw("<figure>");
        Figure.Open(page, Figure.PageWidth, Height + Plot.BottomRoom, "Phase plane with nullclines");
        var frame = new Frame(Plot.LeftRoom, 10, Width, Height - 10);
        var plot = new Plot(page, frame,
            LinearScale.Over(left / unitX.Scale, right / unitX.Scale, frame.Left, frame.Right),
            LinearScale.Over(low / unitY.Scale, high / unitY.Scale, frame.Bottom, frame.Top));
        plot.Axes(unitX.Title(view.X.Name), unitY.Title(view.Y.Name));
        plot.BeginClip();
        Draw(page, plot, view.Plane.XNullcline, unitX, unitY, "model");
        Draw(page, plot, view.Plane.YNullcline, unitX, unitY, "aperiodic");
        DrawPath(page, plot, view, unitX, unitY);
        foreach (var point in view.Plane.FixedPoints)
        {
            var look = IsStable(point.Kind) ? "site" : "nosite";
            page.Add($"<circle class=\"{look}\" cx=\"{plot.X.At(point.X / unitX.Scale)}\"");
            page.Add($" cy=\"{plot.Y.At(point.Y / unitY.Scale)}\" r=\"3.2\"/>");
        }

        plot.EndClip();
        Figure.Close(page);
        Legend.Write(page, new LegendEntry("model", LegendMark.Line, $"d{view.X.Name}/dt = 0"),
            new LegendEntry("aperiodic", LegendMark.Line, $"d{view.Y.Name}/dt = 0"),
            new LegendEntry("data", LegendMark.Line, "trajectory"));
        Section.Caption(page, "Phase plane.", "Nullclines for the inputs at "
            + $"{NumberText.Significant(view.At * 1000)} ms. {Words(view, unitX, unitY)}");
        page.AddRaw("</figure>");
        Section.Close(page);
    }

    private static void Draw(MarkupWriter page, Plot plot, IEnumerable<PlaneSegment> curve, AxisUnit x, AxisUnit y,
        string look)
    {
        var path = new PathData();
        foreach (var piece in curve)
        {
            path.To(plot.X.At(piece.FromX / x.Scale), plot.Y.At(piece.FromY / y.Scale))
                .To(plot.X.At(piece.ToX / x.Scale), plot.Y.At(piece.ToY / y.Scale)).Lift();
        }

        page.Add($"<path class=\"{look}\" d=\"{path}\"/>");
    }

    private static void DrawPath(MarkupWriter page, Plot plot, PhasePlaneView view, AxisUnit x, AxisUnit y)
    {
        var path = new PathData();
        var every = Math.Max(1, view.PathX.Length / MostPoints);
        var resets = view.Resets.ToHashSet();
        for (var i = 0; i < view.PathX.Length; i++)
        {
            if (resets.Contains(i))
                path.Lift();
            if (i % every == 0 || resets.Contains(i) || resets.Contains(i + 1))
                path.To(plot.X.At(view.PathX[i] / x.Scale), plot.Y.At(view.PathY[i] / y.Scale));
        }

        page.Add($"<path class=\"data\" d=\"{path}\"/>");
    }

    private static (double Low, double High) Range(
        double[] path, PhasePlane plane, Func<PlaneSegment, (double, double)> ends)
    {
        // The trajectory sets the window; a model that stands still is shown with its nullclines.
        var (low, high) = (path.Min(), path.Max());
        if (high > low)
            return (low, high);
        foreach (var piece in plane.XNullcline.Concat(plane.YNullcline))
        {
            var (a, b) = ends(piece);
            (low, high) = (Math.Min(low, Math.Min(a, b)), Math.Max(high, Math.Max(a, b)));
        }

        return (low, high);
    }

    private static string Words(PhasePlaneView view, AxisUnit x, AxisUnit y)
    {
        if (view.Plane.FixedPoints.IsEmpty)
            return "No fixed point in this window.";
        return "Fixed points: " + string.Join("; ", view.Plane.FixedPoints.Select(p =>
            $"{Name(p.Kind)} at {view.X.Name} = {NumberText.Significant(p.X / x.Scale)} {x.Label}".TrimEnd()
            + $", {view.Y.Name} = {NumberText.Significant(p.Y / y.Scale)} {y.Label}".TrimEnd())) + ".";
    }

    private static bool IsStable(FixedPointKind kind) =>
        kind is FixedPointKind.StableNode or FixedPointKind.StableFocus;

    private static string Name(FixedPointKind kind) => kind switch
    {
        FixedPointKind.StableNode => "stable node",
        FixedPointKind.StableFocus => "stable focus",
        FixedPointKind.Saddle => "saddle",
        FixedPointKind.UnstableFocus => "unstable focus",
        FixedPointKind.UnstableNode => "unstable node",
        _ => "marginal point",
    };
}
