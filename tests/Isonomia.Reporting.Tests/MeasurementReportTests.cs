using System.Xml.Linq;
using Isonomia.Measurement.Measuring;
using Isonomia.Measurement.Preprocessing;
using Isonomia.Reporting.Tests.Making;

namespace Isonomia.Reporting.Tests;

public class MeasurementReportTests
{
    private static readonly XDocument Page = DrawnPath.Tree(Written(RestingRecording.Of(64)));

    private static string Written(RecordingMeasurement measurement) =>
        MeasurementReport.Compose(measurement, Definitions.All).ToString();

    private static XElement SectionOf(XDocument page, string id) =>
        page.Descendants("section").Single(s => (string?)s.Attribute("id") == id);

    [Fact]
    public void The_first_thing_said_is_that_this_is_no_medical_device() =>
        Assert.StartsWith("Research tool, not a medical device.",
            Page.Descendants("p").First(p => (string?)p.Attribute("class") == "notice").Value);

    [Fact]
    public void Sections_follow_the_order_of_reading() =>
        Assert.Equal(["glance", "together", "recording", "traces", "scalp", "channels", "biomarkers", "pipeline"],
            Page.Descendants("section").Select(s => (string?)s.Attribute("id")));

    [Fact]
    public void Nothing_is_fetched_from_elsewhere()
    {
        var text = Written(RestingRecording.Of(4));
        Assert.DoesNotContain("<link", text);
        Assert.DoesNotContain("src=", text);
        Assert.DoesNotContain("@import", text);
        Assert.All(Page.Descendants().Attributes().Where(a => a.Name.LocalName is "href"),
            a => Assert.True(a.Value.StartsWith('#') || a.Value.StartsWith("https://doi.org/"), a.Value));
    }

    [Fact]
    public void A_hostile_channel_name_stays_a_name()
    {
        var text = Written(RestingRecording.Of(4, Measurements.Hostile));
        Assert.DoesNotContain("<script>alert", text);
        Assert.Contains(Measurements.Hostile,
            SectionOf(DrawnPath.Tree(text), "channels").Descendants("th").Select(t => t.Value));
    }

    [Fact]
    public void The_same_measurement_gives_the_same_page() =>
        Assert.Equal(Written(RestingRecording.Of(9)), Written(RestingRecording.Of(9)));

    [Fact]
    public void Sixty_four_channels_stay_below_three_megabytes() =>
        Assert.InRange(Written(RestingRecording.Of(64)).Length, 100_000, 3_000_000);

    [Fact]
    public void Functional_EI_below_one_in_most_channels_points_to_inhibition()
    {
        var row = SectionOf(Page, "glance").Descendants("tr").Single(r => r.Value.StartsWith("fE/I"));
        Assert.Contains("points to more inhibition", row.Value);
        Assert.Contains("evidence weak", row.Value);
    }

    [Fact]
    public void A_marker_without_a_neutral_value_is_not_read_by_itself()
    {
        var row = SectionOf(Page, "glance").Descendants("tr").Single(r => r.Value.StartsWith("Aperiodic"));
        Assert.Contains("falls", row.Value);
        Assert.Contains("needs a comparison", row.Value);
    }

    [Fact]
    public void What_is_undefined_is_a_dash_with_its_reason_in_a_note()
    {
        var table = SectionOf(Page, "channels");
        Assert.Contains(table.Descendants("td"), d => d.Value == "\u2014a");
        Assert.Contains("a DFA exponent not above 0.6", table.Value);
    }

    [Fact]
    public void A_bad_channel_keeps_its_row_and_its_reason()
    {
        var row = SectionOf(Page, "channels").Descendants("tr").First(r => r.Value.StartsWith("S21"));
        Assert.Contains("not measured: noisy: robust z of 7.3", row.Value);
        Assert.Contains(SectionOf(Page, "traces").Descendants("text"), t => t.Value == "noisy");
        Assert.Contains("S21: noisy: robust z of 7.3", SectionOf(Page, "recording").Value);
    }

    [Fact]
    public void Every_channel_has_its_row_in_file_order() =>
        Assert.Equal(Enumerable.Range(1, 64).Select(i => $"S{i}"), SectionOf(Page, "channels")
            .Descendants("table").First().Elements("tbody").First().Elements("tr").Select(r => r.Element("th")!.Value));

    [Fact]
    public void Only_biomarkers_that_were_measured_are_explained_with_their_source_as_a_link()
    {
        var section = SectionOf(Page, "biomarkers");
        Assert.DoesNotContain("Not here", section.Value);
        Assert.Contains("https://doi.org/10.1038/s41598-020-65500-4",
            section.Descendants("a").Select(a => (string?)a.Attribute("href")));
    }

    [Fact]
    public void The_pipeline_says_what_each_step_did_and_how_to_do_it_again()
    {
        var text = SectionOf(Page, "pipeline").Value;
        Assert.Contains("line found at 50.0 Hz", text);
        Assert.Contains("isonomia measure data/sub-01_task-rest_eeg.edf --out results", text);
        Assert.Contains("2026-01-02 03:04:05 UTC", text);
    }

    [Fact]
    public void Of_thousands_of_dropped_parts_as_much_is_shaded_in_no_more_areas_than_can_be_seen()
    {
        string Dropped(params IEnumerable<RejectedSegment> segments) => (string)DrawnPath.Tree(Written(
                RestingRecording.Of(4) with { Rejected = [.. segments.Select(s => s with { Channels = ["S2"] })] }))
            .Descendants("path").First(p => (string?)p.Attribute("class") == "dropped").Attribute("d")!;

        // A quarter of 300 s, on a page about a thousand units wide.
        var many = Dropped(Enumerable.Range(0, 15_000).Select(i => new RejectedSegment(i * 0.02, 0.005, "amplitude")));
        var one = Dropped(new RejectedSegment(100, 75, "amplitude"));

        Assert.InRange(DrawnPath.Lines(many).Count, 500, 1000);
        Assert.Equal(DrawnPath.Area(one), DrawnPath.Area(many), 0.02 * DrawnPath.Area(one));
    }

    [Fact]
    public void Gaps_and_dropped_parts_are_drawn()
    {
        var traces = SectionOf(Page, "traces");
        Assert.Contains(traces.Descendants("text"), t => t.Value == "gap 10 s");
        var dropped = traces.Descendants("path").First(p => (string?)p.Attribute("class") == "dropped");
        Assert.Equal(3, DrawnPath.Lines((string)dropped.Attribute("d")!).Count);
    }

    [Fact]
    public void Every_band_of_a_marker_has_its_scalp_map() =>
        Assert.Equal(5, SectionOf(Page, "scalp").Descendants("text").Count(t => t.Value.StartsWith("fE/I, ")));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(90)]
    public void Any_number_of_channels_gives_a_page(int channels) =>
        Assert.NotNull(DrawnPath.Tree(Written(RestingRecording.Of(channels))).Root);
}
