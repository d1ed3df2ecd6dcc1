using System.Text.Json;
using System.Xml.Linq;
using Isonomia.Measurement.Biomarkers;
using Isonomia.Measurement.Measuring;
using Isonomia.Measurement.Recordings;
using Isonomia.Reporting.Tables;
using Isonomia.Reporting.Tests.Making;

namespace Isonomia.Reporting.Tests.Tables;

/// <summary>What is found in spikes reaches JSON, tables and report.</summary>
public sealed class SpikeOutputTests : IDisposable
{
    private static readonly RecordingMeasurement Found = Measure();
    private readonly string folder = Directory.CreateTempSubdirectory("isonomia-spikes").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    // Keys are a contract that other programs rely on.
    [Fact]
    public void Json_holds_populations_under_each_biomarker_and_units_with_their_own_numbers()
    {
        using var stream = new MemoryStream();
        MeasureJson.Write(stream, Found);
        using var document = JsonDocument.Parse(stream.ToArray());
        var root = document.RootElement;
        var rates = root.GetProperty("recording_biomarkers").GetProperty("spike_rate");
        Assert.Equal(1.5, rates.GetProperty("E").GetProperty("rate_hz").GetProperty("mean").GetDouble(), 1e-12);
        Assert.Equal(0.5, rates.GetProperty("I").GetProperty("rate_hz").GetProperty("mean").GetDouble(), 1e-12);
        Assert.Equal(["E", "I"],
            root.GetProperty("populations").EnumerateArray().Select(p => p.GetProperty("name").GetString()));
        var units = root.GetProperty("units");
        Assert.Equal(3, units.GetArrayLength());
        Assert.Equal("0", units[0].GetProperty("name").GetString());
        Assert.Equal("E", units[0].GetProperty("population").GetString());
        var clock = units[0].GetProperty("biomarkers").GetProperty("spike_intervals");
        Assert.Equal(0, clock.GetProperty("cv").GetDouble(), 1e-12);
        var intervals = units[2].GetProperty("biomarkers").GetProperty("spike_intervals");
        Assert.Equal(JsonValueKind.Null, intervals.GetProperty("cv").ValueKind);
        Assert.Equal("fewer than three spikes", intervals.GetProperty("why").GetString());
    }

    [Fact]
    public void Tables_hold_a_row_a_number_and_a_row_a_unit()
    {
        MeasureTsv.Write(folder, Found);
        var rows = File.ReadAllLines(Path.Combine(folder, "biomarkers.tsv"));
        Assert.Contains("n/a\tn/a\tspike_rate\tE/rate_hz\tmean\t1.5\tn/a\tn/a\tHz\tn/a", rows);
        var units = File.ReadAllLines(Path.Combine(folder, "units.tsv"));
        Assert.Equal("population\tname\tspikes\trate_hz\tcv\tcv2\tlv\tlvr\tfano\twhy", units[0]);
        Assert.Equal(4, units.Length);
        Assert.StartsWith("E\t0\t4\t2\t0\t0\t0\t0\t0\tn/a", units[1]);
        Assert.EndsWith("fewer than three spikes", units[3]);
        using var sidecar = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "units.json")));
        Assert.Equal("Hz", sidecar.RootElement.GetProperty("rate_hz").GetProperty("Units").GetString());
        Assert.Equal("spike_intervals", sidecar.RootElement.GetProperty("lvr").GetProperty("Biomarker").GetString());
    }

    [Fact]
    public void The_report_has_a_table_of_populations_and_says_what_the_biomarkers_are()
    {
        var page = DrawnPath.Tree(MeasurementReport.Compose(Found, BiomarkerLibrary.Descriptions).ToString());
        var spikes = page.Descendants("section").Single(s => (string?)s.Attribute("id") == "spikes");
        Assert.Equal(["E", "I"], spikes.Descendants("tbody").Descendants("th").Select(t => t.Value));
        Assert.Contains("only 2 windows: the variance of so few counts scatters much (E, I)", spikes.Value);
        Assert.Contains(page.Descendants("code"), c => c.Value == "spike_tiling");
        Assert.Contains("Spikes were measured of E (2 units), I (1 unit): 7 of them",
            page.Descendants("header").Single().Value);
    }

    // E: a clock of 2 Hz (counts of 2 in every second) and one of 1 Hz; I: one spike.
    private static RecordingMeasurement Measure()
    {
        var header = new RecordingHeader("run", "run folder", [])
        {
            Spikes =
            [
                new SpikeTrain("0", [0.25, 0.75, 1.25, 1.75]) { Population = "E" },
                new SpikeTrain("1", [0.5, 1.5]) { Population = "E" },
                new SpikeTrain("0", [1]) { Population = "I" },
            ],
            SpikeDuration = 2,
        };
        using var recording = new Recording(header, new MemorySource([]));
        return new RecordingMeasurer(RecordingMeasurer.DefaultSettings, BiomarkerLibrary.All).Measure(recording);
    }
}
