using System.Text.Json;
using System.Xml.Linq;
using Isonomia.Measurement.Biomarkers;
using Isonomia.Measurement.Measuring;
using Isonomia.Measurement.Synthesis;
using Isonomia.Measurement.Together;
using Isonomia.Reporting.Findings;
using Isonomia.Reporting.Tables;
using Isonomia.Reporting.Tests.Making;

namespace Isonomia.Reporting.Tests;

/// <summary>The whole way: a virtual individual with a strong occipital alpha rhythm, measured and reported.</summary>
public class VirtualIndividualReportTests
{
    private static readonly string[] Electrodes = ["Fp1", "Fz", "Cz", "C4", "P7", "Pz", "O1", "O2"];

    private static readonly RecordingMeasurement Measurement = Measure();

    private static readonly XDocument Page =
        DrawnPath.Tree(MeasurementReport.Compose(Measurement, BiomarkerLibrary.All).ToString());

    private static RecordingMeasurement Measure(double seconds = 90)
    {
        using var recording = new VirtualIndividual { Duration = seconds, Electrodes = Electrodes }.Record().Recording;
        return new RecordingMeasurer(RecordingMeasurer.DefaultSettings, BiomarkerLibrary.All).Measure(recording);
    }

    private static XElement SectionOf(string id) =>
        Page.Descendants("section").Single(s => (string?)s.Attribute("id") == id);

    private static string ClassOf(XElement e) => (string?)e.Attribute("class") ?? "";

    [Fact]
    public void What_the_markers_say_together_counts_those_that_can_be_read_alone_and_names_what_misleads()
    {
        var together = SectionOf("together");
        var findings = new RecordingFindings(Measurement, BiomarkerLibrary.All);
        var alone = findings.Markers.Count(m => m.Kind is { IsMain: true, Neutral: not null } && m.Spread.Count > 0);
        Assert.True(alone > 0);
        Assert.Contains($"Of {alone} marker", together.Value);
        Assert.Contains("of them lie on the side of more excitation (median; channels", together.Value);
        Assert.Contains("aperiodic exponent (", together.Value);
        Assert.Contains("Only in comparison; with more excitation it falls", together.Value);
        Assert.Contains("The recording is short (90 s)", together.Value);
        Assert.Contains("1 channel set aside as bad", together.Value);
        Assert.Contains("age of the person", together.Value);
    }

    [Fact]
    public void The_json_says_of_every_marker_its_direction_evidence_and_spread_and_how_far_they_agree()
    {
        using var stream = new MemoryStream();
        MeasureJson.Write(stream, Measurement);
        var together = JsonDocument.Parse(stream.ToArray()).RootElement.GetProperty("together");
        var exponent = together.GetProperty("markers").EnumerateArray()
            .Single(m => m.GetProperty("biomarker").GetString() == "aperiodic");
        var values = Measurement.Channels.Where(c => c.WhyBad is null)
            .Select(c => c.Biomarkers["aperiodic"].ToReading().Find("exponent")!.Value.Value).Order().ToArray();
        Assert.Equal("exponent", exponent.GetProperty("quantity").GetString());
        Assert.Equal("falls", exponent.GetProperty("with_more_excitation").GetString());
        Assert.Equal("only in comparison", exponent.GetProperty("points_to").GetString());
        Assert.Equal((values[0], values[^1], values.Length), (exponent.GetProperty("low").GetDouble(),
            exponent.GetProperty("high").GetDouble(), exponent.GetProperty("count").GetInt32()));
        Assert.False(string.IsNullOrEmpty(exponent.GetProperty("evidence").GetString()));
        Assert.False(exponent.TryGetProperty("neutral", out _));
        Assert.Contains(together.GetProperty("markers").EnumerateArray(), m => m.GetProperty("of").GetString() == "recording");

        // Of the markers with a neutral value every channel has some on the side of more excitation: from none to all.
        var agreement = together.GetProperty("agreement");
        var ratios = Measurement.Channels.Where(c => c.WhyBad is null).Select(c => c.Biomarkers["fei"].ToReading().Members
            .Select(m => ((Isonomia.Measurement.Results.Reading)m.Value!).Find("value")!.Value)
            .Where(v => v.IsDefined).ToArray()).Where(r => r.Length > 0)
            .Select(r => (double)r.Count(v => v.Value > 1) / r.Length).Order().ToArray();
        var share = agreement.GetProperty("share_to_excitation");
        Assert.Equal((ratios[0], ratios[^1]), (share.GetProperty("low").GetDouble(), share.GetProperty("high").GetDouble()));
        Assert.Equal(together.GetProperty("markers").GetArrayLength(), new[] { "more_excitation", "more_inhibition", "undecided",
            "only_in_comparison" }.Sum(n => agreement.GetProperty(n).GetInt32()));
        Assert.Contains(together.GetProperty("may_mislead").EnumerateArray(), c => c.GetString()!.Contains("Reference: "));
    }

    [Fact]
    public void The_report_shows_the_numbers_that_stand_for_a_biomarker()
    {
        var findings = new RecordingFindings(Measurement, BiomarkerLibrary.All);
        foreach (var kind in findings.Markers.Select(m => m.Kind).Distinct())
        {
            var result = Measurement.Channels.First(c => c.WhyBad is null).Biomarkers[kind.Biomarker];
            var first = MeasuredRow.Of(result).First(r => !r.Part.Contains('/')).Quantity;
            Assert.True(kind.IsMain == MainQuantities.Of(kind.Biomarker, first).Contains(kind.Quantity),
                $"{kind.Biomarker}, {kind.Quantity}");
        }
    }

    [Fact]
    public void Every_good_channel_has_a_spectrum_drawn_once_and_shown_small()
    {
        var drawn = SectionOf("spectra").Descendants("defs").Single().Elements("g")
            .Select(g => (string)g.Attribute("id")!).Where(id => !id.EndsWith('w')).ToArray();
        Assert.Equal(Measurement.Channels.Count(c => c.WhyBad is null), drawn.Length);
        Assert.Equal(drawn, SectionOf("spectra").Descendants("svg").Where(s => ClassOf(s) == "mini")
            .Select(s => ((string)s.Element("use")!.Attribute("href")!)[1..]));
    }

    [Fact]
    public void The_alpha_peak_stands_out_where_alpha_is_strongest()
    {
        var shown = SectionOf("spectra").Descendants("div").Last().Descendants("option")
            .Single(o => (string?)o.Attribute("selected") == "selected").Value;
        Assert.Contains(shown, new[] { "O1", "O2", "Pz" });
    }

    [Fact]
    public void Every_band_has_its_fluctuation_function_and_its_windows()
    {
        var titles = SectionOf("dynamics").Descendants("text")
            .Where(t => ClassOf(t) == "paneltitle").Select(t => t.Value);
        string[] bands = ["delta", "theta", "alpha", "beta", "gamma"];
        Assert.Equal([.. bands, .. bands], titles);
    }

    [Fact]
    public void Every_biomarker_of_the_library_is_explained() =>
        Assert.Equal(BiomarkerLibrary.All.Select(b => b.Name),
            SectionOf("biomarkers").Descendants("h3").Select(h => h.Element("code")!.Value));

    [Fact]
    public void Every_biomarker_but_the_bare_spectrum_has_its_columns()
    {
        var findings = new RecordingFindings(Measurement, BiomarkerLibrary.All);
        Assert.Equal(BiomarkerLibrary.All.Select(b => b.Name).Where(n => n != "spectrum").Order(),
            findings.Markers.Select(m => m.Kind.Biomarker).Distinct().Order());
    }

    [Fact]
    public void References_within_the_page_lead_somewhere()
    {
        var ids = Page.Descendants().Attributes("id").Select(a => a.Value).ToArray();
        Assert.Equal(ids.Length, ids.Distinct().Count());
        Assert.All(Page.Descendants("use"), u => Assert.Contains(((string)u.Attribute("href")!)[1..], ids));
    }

    [Fact]
    public void A_recording_too_short_for_anything_slow_says_so_instead_of_drawing_nothing()
    {
        var page = DrawnPath.Tree(MeasurementReport.Compose(Measure(9), BiomarkerLibrary.All).ToString());
        var dynamics = page.Descendants("section").Single(s => (string?)s.Attribute("id") == "dynamics");
        Assert.Contains("Functional E/I: undefined in every band and channel. too short", dynamics.Value);
        Assert.Contains("undefined: too short",
            page.Descendants("section").Single(s => (string?)s.Attribute("id") == "glance").Value);
    }

    [Fact]
    public void The_json_holds_what_the_contract_of_measure_names()
    {
        using var stream = new MemoryStream();
        MeasureJson.Write(stream, Measurement);
        using var json = JsonDocument.Parse(stream.ToArray());
        var found = json.RootElement.GetProperty("channels").EnumerateArray()
            .First(c => !c.GetProperty("bad").GetBoolean()).GetProperty("biomarkers");
        string[] paths =
        [
            "aperiodic.offset", "aperiodic.exponent", "aperiodic.knee", "aperiodic.r_squared", "aperiodic.error",
            "aperiodic.peaks", "band_power.delta.absolute", "band_power.delta.relative", "dfa.alpha.exponent",
            "dfa.alpha.r_squared", "fei.alpha.value", "fei.alpha.dfa_exponent", "fei.alpha.why", "lempel_ziv.value",
            "sample_entropy.value",
        ];
        Assert.All(paths, path => _ = path.Split('.').Aggregate(found, (at, name) => at.GetProperty(name)));
        var peak = json.RootElement.GetProperty("channels").EnumerateArray()
            .Where(c => !c.GetProperty("bad").GetBoolean())
            .SelectMany(c => c.GetProperty("biomarkers").GetProperty("aperiodic").GetProperty("peaks").EnumerateArray())
            .First();
        Assert.Equal(["frequency_hz", "power", "bandwidth_hz"], peak.EnumerateObject().Select(p => p.Name).Take(3));
    }
}
