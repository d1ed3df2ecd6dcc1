using System.Xml.Linq;
using Isonomia.Reporting.Validation;
using Isonomia.Validation.Contrasting;

namespace Isonomia.Reporting.Tests.Validation;

public class ContrastFigureTests
{
    private static readonly EyesStudy Eyes = new(
        [0, 1, 10, 45], [9, 8, 4, 1], [9, 8, 40, 1], 10,
        [new("O1", 4, 40, 1.5, 1.7), new("Oz", 4, 40, 1.4, 1.6), new("Fz", 3, 6, 1.2, 1.1)],
        [new("aperiodic exponent", "1", new("eyes closed", [1.6, 1.7, 1.8]), new("eyes open", [1.4, 1.5, 1.6]))],
        [new(new(2, 40), -0.13, 2)]);

    private static readonly BonnStudy Bonn = new(
        [.. new[] { "Z", "S" }.Select(name => new BonnSet(name, "<a set>", BonnSet.Quantities.ToDictionary(
            q => q.Name, _ => new[] { 1.0, 2, 3 })))],
        [],
        [new("exponent", "Z", 2.11, 2.108), new("exponent", "S", 2.12, 2.3)]);

    [Fact]
    public void A_figure_stands_alone_and_says_what_it_shows()
    {
        foreach (var svg in new[] { EyesFigure.Draw(Eyes), BonnFigure.Draw(Bonn) })
        {
            var root = XDocument.Parse(svg).Root!;
            Assert.Equal(XName.Get("svg", "http://www.w3.org/2000/svg"), root.Name);
            Assert.NotEmpty(root.Attribute("aria-label")!.Value);
            Assert.DoesNotContain("NaN", svg, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Every_segment_is_a_dot()
    {
        var dots = XDocument.Parse(BonnFigure.Draw(Bonn)).Descendants()
            .Where(e => e.Attribute("class")?.Value.Contains("dot") == true)
            .Sum(e => e.Attribute("d")!.Value.Count(c => c == 'M'));
        Assert.Equal(BonnSet.Quantities.Count * 2 * 3, dots);
    }

    [Fact]
    public void Tables_put_what_was_found_beside_what_is_known()
    {
        var known = ContrastMarkdown.KnownMeans(Bonn);
        Assert.Contains("10.00 (found independently: 12.7)", ContrastMarkdown.Eyes(Eyes), StringComparison.Ordinal);
        Assert.Contains("| 2 to 40 | −0.13 | 2 of 3 |", ContrastMarkdown.EyesRanges(Eyes), StringComparison.Ordinal);
        Assert.Contains("| exponent | 2.108 (2.110) | 2.300 (2.120) |", known, StringComparison.Ordinal);
    }
}
