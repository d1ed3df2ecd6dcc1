using System.Text;

namespace Isonomia.Reporting.Markup;

/// <summary>
/// The data of an SVG path of many dots (drawn where line ends are round), in tenths of a unit and relative steps: some
/// eight bytes a dot, so that a raster of ten thousands stays small.
/// </summary>
public sealed class DotData
{
    private readonly StringBuilder data = new();
    private int lastX, lastY;

    /// <summary>Dots so far.</summary>
    public int Count { get; private set; }

    /// <summary>Adds a dot. In order of rows, then along them, the data is shortest.</summary>
    public DotData Add(double x, double y)
    {
        var (nextX, nextY) = ((int)Math.Round(x * 10), (int)Math.Round(y * 10));
        data.Append('m');
        Append(nextX - lastX, isFirst: true);
        Append(nextY - lastY, isFirst: false);
        data.Append("h0");
        (lastX, lastY) = (nextX, nextY);
        Count++;
        return this;
    }

    /// <inheritdoc/>
    public override string ToString() => data.ToString();

    private void Append(int tenths, bool isFirst)
    {
        if (tenths < 0)
            data.Append('-');
        else if (!isFirst)
            data.Append(' ');
        var size = Math.Abs(tenths);
        if (size >= 10 || size == 0)
            data.Append(size / 10);
        if (size % 10 != 0)
            data.Append('.').Append((char)('0' + (size % 10)));
    }
}
