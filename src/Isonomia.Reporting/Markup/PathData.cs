using System.Text;

namespace Isonomia.Reporting.Markup;

/// <summary>
/// The data of an SVG path, in tenths of a unit and relative steps, so that a page of traces stays small. A point that
/// is not finite lifts the pen.
/// </summary>
public sealed class PathData
{
    private readonly StringBuilder data = new();
    private bool drawing;
    private bool separated;
    private int lastX, lastY;

    /// <summary>Whether nothing was drawn.</summary>
    public bool IsEmpty => data.Length == 0;

    /// <summary>Draws a line to a point, or moves there when the pen is up.</summary>
    public PathData To(double x, double y)
    {
        if (!double.IsFinite(x) || !double.IsFinite(y))
            return Lift();
        var (nextX, nextY) = (Tenths(x), Tenths(y));
        if (!drawing)
        {
            data.Append('M');
            separated = true;
            Append(nextX);
            Append(nextY);
            data.Append('l');
            separated = true;
            drawing = true;
        }
        else if (nextX == lastX && nextY == lastY)
        {
            return this;
        }
        else
        {
            Append(nextX - lastX);
            Append(nextY - lastY);
        }

        (lastX, lastY) = (nextX, nextY);
        return this;
    }

    /// <summary>Ends the line; the next point begins another.</summary>
    public PathData Lift()
    {
        // A line of one point still shows, as a dot, where line ends are round.
        if (drawing && data[^1] == 'l')
            data.Append("0 0");
        drawing = false;
        return this;
    }

    /// <summary>Joins the line's end with its beginning.</summary>
    public PathData Close()
    {
        if (drawing)
        {
            if (data[^1] == 'l')
                data.Append("0 0");
            data.Append('z');
        }

        drawing = false;
        return this;
    }

    /// <inheritdoc/>
    public override string ToString() => Lift().data.ToString();

    internal void AppendTo(StringBuilder to) => to.Append(Lift().data);

    // What lies far outside every figure is clipped there anyway.
    private static int Tenths(double value) => (int)Math.Round(Math.Clamp(value, -1e5, 1e5) * 10);

    private void Append(int tenths)
    {
        if (tenths < 0)
            data.Append('-');
        else if (!separated)
            data.Append(' ');
        separated = false;
        var size = Math.Abs(tenths);
        if (size >= 10 || size == 0)
            data.Append(size / 10);
        if (size % 10 != 0)
            data.Append('.').Append((char)('0' + size % 10));
    }
}
