using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Isonomia.Modeling.Diagnostics;
using Isonomia.Reporting.Runs;
using Isonomia.Reporting.Sweeps;
using Isonomia.Simulation.Sweeping;

namespace Isonomia.Reporting.Tests.Sweeps;

public class SweepReportTests
{
    [Fact]
    public void One_axis_is_a_line_through_means_with_its_spread()
    {
        var content = Content(["g=0:4:5"], 3, run => 10 * run.Values[0].Number!.Value + run.Seed);
        var page = Page(content);
        Assert.Contains("standard deviation", page);
        var line = Classed(page, "path", "model").First().Attribute("d")!.Value;
        Assert.Equal(5, Numbers(line).Length / 2);

        // Means rise evenly: behind the first point, which is a place, all steps are the same, upwards.
        var steps = Numbers(line).Where((_, i) => i % 2 == 1).Skip(1).ToArray();
        Assert.All(steps, step => Assert.Equal(steps[0], step, 0.11));
        Assert.True(steps[0] < -10);
    }

    [Fact]
    public void Two_axes_are_a_map_whose_colours_follow_the_means()
    {
        var content = Content(
            ["g=0:2:3", "tau=1ms,2ms"], 1, run => run.Values[0].Number!.Value + (10 * run.Values[1].Number!.Value));
        var fields = XElement.Parse($"<r>{Svg(Page(content))}</r>").Descendants()
            .Where(e => e.Name.LocalName == "rect" && e.Elements().Any(c => c.Name.LocalName == "title")).ToArray();
        Assert.Equal(6, fields.Length);
        string Colour(string values) =>
            fields.Single(f => f.Value.StartsWith(values, StringComparison.Ordinal)).Attribute("fill")!.Value;
        Assert.Equal("#440154", Colour("0, 1ms"));
        Assert.Equal("#fde725", Colour("2, 2ms"));
        Assert.Equal(6, fields.Select(f => f.Attribute("fill")!.Value).Distinct().Count());
    }

    [Fact]
    public void What_is_undefined_is_a_gap_and_what_failed_is_named()
    {
        var content = Content(["g=0:2:3", "h=0:1:2"], 1, run => run.Number == 2 ? null : run.Number);
        var failed = content with
        {
            Outcomes = new Dictionary<int, SweepOutcome>(content.Outcomes) { [3] = new([null], "v <is> NaN", true) },
        };
        var page = Page(failed);
        Assert.Contains("run 3 failed: v &lt;is&gt; NaN", page);
        Assert.Contains("Defined in 4 of 6 runs", page);
        Assert.Equal(2, Classed(page, "rect", "cell").Length);
    }

    [Theory]
    [InlineData("a=euler,rk4")]
    [InlineData("a=1:1000:4:log")]
    public void Words_and_factors_have_their_places(string axis)
    {
        var content = Content([axis], 2, run => run.Number);
        Assert.Equal(2 * content.Plan.Axes[0].Values.Length,
            Numbers(Classed(Page(content), "path", "dots").First().Attribute("d")!.Value).Length / 4);
    }

    [Fact]
    public void What_the_sweep_was_is_in_its_json()
    {
        var content = Content(["g=0:1:2", "tau=1ms,2ms"], 2, run => run.Number);
        using var stream = new MemoryStream();
        SweepJson.Write(stream, content);
        using var json = JsonDocument.Parse(stream.ToArray());
        var root = json.RootElement;
        Assert.Equal("isonomia.sweep/1", root.GetProperty("schema").GetString());
        Assert.Equal((8, 8, 0), (root.GetProperty("runs").GetInt32(), root.GetProperty("done").GetInt32(),
            root.GetProperty("failed").GetInt32()));
        Assert.Equal("ms", root.GetProperty("axes")[1].GetProperty("unit").GetString());
        Assert.Equal("Hz", root.GetProperty("measures")[0].GetProperty("unit").GetString());
        Assert.Equal("isonomia sweep x", root.GetProperty("provenance").GetProperty("command").GetString());
    }

    private static SweepContent Content(string[] axes, int seeds, Func<SweepRun, double?> measure)
    {
        var bag = new DiagnosticBag();
        var plan = SweepPlan.Of([.. axes.Select(a => SweepAxis.Parse(a, "--over", bag)!)], false, 0, seeds, bag)!;
        return new SweepContent("model", plan, [new SweepMeasureName("E.rate", "Hz")],
            plan.Runs.ToDictionary(r => r.Number, r => new SweepOutcome([measure(r)], "")),
            new RunProvenance("isonomia sweep x"));
    }

    private static string Page(SweepContent content) => SweepReport.Compose(content).ToString();

    private static string Svg(string page)
    {
        var end = page.IndexOf("</svg>", StringComparison.Ordinal) + "</svg>".Length;
        return page[page.IndexOf("<svg", StringComparison.Ordinal)..end];
    }

    private static XElement[] Classed(string page, string element, string look) =>
    [
        .. XElement.Parse(Svg(page)).Descendants()
            .Where(e => e.Name.LocalName == element && e.Attribute("class")?.Value == look),
    ];

    private static double[] Numbers(string path) =>
    [
        .. Regex.Matches(path, @"-?(?:\d+\.?\d*|\.\d+)", RegexOptions.None, TimeSpan.FromSeconds(5))
            .Select(m => double.Parse(m.Value, CultureInfo.InvariantCulture)),
    ];
}
