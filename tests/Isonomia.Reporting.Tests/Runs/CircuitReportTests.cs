using System.Xml.Linq;
using Isonomia.Reporting.Runs.Circuits;
using Isonomia.Reporting.Tests.Making;
using Isonomia.Simulation.Results;

namespace Isonomia.Reporting.Tests.Runs;

public class CircuitReportTests
{
    private static readonly string Text = Written(SampleCircuit.Content());
    private static readonly XDocument Page = DrawnPath.Tree(Text);

    [Fact]
    public void Sections_follow_the_order_of_reading() =>
        Assert.Equal(["glance", "raster", "rates", "cells", "rhythm", "balance", "lfp", "traces", "structure",
            "provenance"],
            Page.Descendants("section").Select(s => (string?)s.Attribute("id")));

    [Fact]
    public void Nothing_is_fetched_from_elsewhere()
    {
        Assert.DoesNotContain("<link", Text);
        Assert.DoesNotContain("src=", Text);
        Assert.DoesNotContain("@import", Text);
        Assert.All(Page.Descendants().Attributes().Where(a => a.Name.LocalName is "href"),
            a => Assert.StartsWith("#", a.Value));
    }

    [Fact]
    public void The_same_run_gives_the_same_page_however_fast_it_was()
    {
        var content = SampleCircuit.Content();
        var slower = content with
        {
            Run = content.Run with
            {
                RunSeconds = 99,
                BuildSeconds = 9,
                PeakBytes = 1,
                Threads = 1
            }
        };
        Assert.Equal(Text, Written(slower));
    }

    [Fact]
    public void Hostile_names_stay_names()
    {
        const string Hostile = "<script>alert('x')</script>\"&";
        var content = SampleCircuit.Content(Hostile);
        var (circuit, run) = (content.Circuit, content.Run);
        var text = Written(content with
        {
            Circuit = circuit with
            {
                Populations = [circuit.Populations[0] with { Name = Hostile, Class = Hostile }, circuit.Populations[1]],
                Description = Hostile,
                Source = Hostile,
            },
            Run = run with { Populations = [run.Populations[0] with { Name = Hostile }, run.Populations[1]] },
            Warnings = [Hostile],
        });
        Assert.DoesNotContain("<script", text);
        Assert.Equal(Hostile, DrawnPath.Tree(text).Descendants("h1").Single().Value);
    }

    [Fact]
    public void The_table_tells_size_class_rate_and_variability_of_each_population()
    {
        var content = SampleCircuit.Content();
        var rows = SectionOf(Page, "glance").Descendants("tbody").Single().Elements("tr").ToArray();
        Assert.Equal(["E", "I"], rows.Select(r => r.Element("th")!.Value));
        foreach (var (row, population) in rows.Zip(content.Run.Populations))
        {
            string[] cells = [.. row.Elements("td").Select(c => c.Value)];
            Assert.Equal($"{population.Size}", cells[0]);
            Assert.Equal($"{population.SpikeTimes.Length:#,0}", cells[3]);
            Assert.Equal(population.Rate, double.Parse(cells[4]), population.Rate * 0.01);
            Assert.Equal(population.CvOfIntervals()!.Value, double.Parse(cells[5]), 0.006);
        }
    }

    [Fact]
    public void A_projection_says_rule_weight_delay_and_receptor()
    {
        var row = SectionOf(Page, "structure").Descendants("tr").Single(r => r.Element("th")?.Value == "I").Value;
        Assert.Contains("delta", row);
        Assert.Contains("80 to each target", row);
        Assert.Contains("normal, −500 µV ± 50 µV; ≤ 0 V (clipped)", row);
        Assert.Contains("1.5 ms", row);
    }

    [Fact]
    public void Currents_are_compared_in_words()
    {
        // 0.2 nA x 1.5 over 0.2 nA x 2; waves 2 ms of 25 ms apart, one of them upside down: -cos(2 pi 2/25).
        var words = SectionOf(Page, "balance").Descendants("figcaption").Single().Value;
        Assert.Contains("in the ratio 0.75", words);
        Assert.Contains("correlation in time is \u22120.88", words);
    }

    [Fact]
    public void Currents_recorded_twice_are_drawn_once()
    {
        var content = SampleCircuit.Content();
        var twice = content.Run with { Probes = [.. content.Run.Probes, .. content.Run.Probes.Take(2)] };
        Assert.Equal(Text, Written(content with { Run = twice }));
    }

    [Fact]
    public void A_silent_population_is_said_to_be_silent()
    {
        var content = SampleCircuit.Content();
        var silent = new PopulationResult("I", 200, [], [], 3);
        var page = DrawnPath.Tree(Written(content with
        {
            Run = content.Run with { Populations = [content.Run.Populations[0], silent] },
        }));
        Assert.Contains("Without a spike: I.", SectionOf(page, "rates").Value);

        var all = DrawnPath.Tree(Written(content with
        {
            Run = content.Run with { Populations = [new PopulationResult("E", 800, [], [], 3), silent] },
        }));
        Assert.Contains("No cell spiked.", SectionOf(all, "raster").Value);
        Assert.DoesNotContain("NaN", all.ToString());
    }

    [Fact]
    public void Without_probes_there_are_no_empty_sections()
    {
        var content = SampleCircuit.Content();
        var page = DrawnPath.Tree(Written(content with { Run = content.Run with { Probes = [], Populations = [] } }));
        Assert.Equal(["glance", "raster", "structure", "provenance"],
            page.Descendants("section").Select(s => (string?)s.Attribute("id")));
        Assert.Contains("No spikes were recorded", SectionOf(page, "raster").Value);
        Assert.Contains("spikes not recorded", SectionOf(page, "glance").Value);
    }

    [Fact]
    public void Spikes_that_were_only_counted_have_a_rate_and_no_more()
    {
        var content = SampleCircuit.Content();
        var counted = new PopulationResult("I", 200, [], [], 3) { Spikes = 7200 };
        var page = DrawnPath.Tree(Written(content with
        {
            Run = content.Run with { Populations = [content.Run.Populations[0], counted] },
        }));
        var row = SectionOf(page, "glance").Descendants("tr").Single(r => r.Element("th")?.Value == "I");
        Assert.Equal(["200", "I", "lif-delta", "7,200", "12", "counted, not recorded"],
            row.Elements("td").Select(c => c.Value));
        Assert.DoesNotContain("Without a spike", SectionOf(page, "rates").Value);
    }

    // Within a rhythm of 40 Hz all cells have the same rate at all times; beyond it they ignore each other. Bins of
    // 10 ms see it, bins of 100 ms hold four of its cycles and do not.
    [Fact]
    public void Common_rhythm_is_synchrony_and_no_correlation_of_counts_over_its_cycles()
    {
        var row = SectionOf(Page, "glance").Descendants("tr").Single(r =>
            r.Element("th")?.Value == "I").Elements("td").ToArray();
        // Counts of mean m = 0.12 in bins of 10 ms, modulated by 0.8 sinc(0.4) / sqrt(2) = 0.428 of m.
        var shared = 0.12 * 0.12 * 0.428 * 0.428;
        var expected = Math.Sqrt((shared + (0.12 / 200)) / (shared + 0.12));
        Assert.Equal(expected, double.Parse(row[8].Value), expected * 0.1);
        Assert.InRange(double.Parse(row[7].Value.Replace('\u2212', '-')), -0.02, 0.02);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1e-4)]
    [InlineData(0.02)]
    public void A_run_cut_short_says_so_and_shows_what_there_is(double duration)
    {
        var content = SampleCircuit.Content(duration: duration);
        var page = DrawnPath.Tree(Written(content with { Run = content.Run with { InterruptedOf = 3 } }));
        Assert.Contains("The run was stopped after", page.Descendants("li").First().Value);
        Assert.DoesNotContain("NaN", page.ToString());
    }

    [Fact]
    public void A_large_circuit_stays_below_two_megabytes() =>
        Assert.InRange(Written(SampleCircuit.Content(duration: 10, scale: 20)).Length, 100_000, 2_000_000);

    private static string Written(CircuitReportContent content) => CircuitReport.Compose(content).ToString();

    private static XElement SectionOf(XDocument page, string id) =>
        page.Descendants("section").Single(s => (string?)s.Attribute("id") == id);
}
