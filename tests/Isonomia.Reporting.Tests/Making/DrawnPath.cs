using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Isonomia.Reporting.Tests.Making;

/// <summary>Reads path data back into points, as a browser would.</summary>
internal static partial class DrawnPath
{
    /// <summary>The lines of a path of moves to a place, steps and closings.</summary>
    public static List<List<(double X, double Y)>> Lines(string data)
    {
        var lines = new List<List<(double X, double Y)>>();
        foreach (var part in data.Split('M', StringSplitOptions.RemoveEmptyEntries))
        {
            double[] numbers =
                [.. Number().Matches(part).Select(m => double.Parse(m.Value, CultureInfo.InvariantCulture))];
            var line = new List<(double X, double Y)> { (numbers[0], numbers[1]) };
            for (var i = 2; i < numbers.Length; i += 2)
                line.Add((line[^1].X + numbers[i], line[^1].Y + numbers[i + 1]));
            lines.Add(line);
        }

        return lines;
    }

    /// <summary>The area within closed lines, holes taken away when they run the other way round.</summary>
    public static double Area(string data) => Math.Abs(Lines(data).Sum(line =>
        line.Select((p, i) => (p.X * line[(i + 1) % line.Count].Y - line[(i + 1) % line.Count].X * p.Y) / 2).Sum()));

    /// <summary>A page or drawing as a tree; fails where it is not well-formed.</summary>
    public static XDocument Tree(string markup) =>
        XDocument.Parse(markup.Replace("<!doctype html>", "", StringComparison.Ordinal));

    [GeneratedRegex(@"-?(\d+\.?\d*|\.\d+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Number();
}
