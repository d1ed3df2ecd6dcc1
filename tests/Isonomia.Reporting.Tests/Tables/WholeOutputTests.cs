using System.Text.Json;
using Isonomia.Measurement.Biomarkers;
using Isonomia.Measurement.Measuring;
using Isonomia.Measurement.Results;
using Isonomia.Reporting.Tables;
using Isonomia.Reporting.Tests.Making;

namespace Isonomia.Reporting.Tests.Tables;

/// <summary>What all channels say at once reaches JSON, tables and report.</summary>
public sealed class WholeOutputTests : IDisposable
{
    private static readonly RecordingMeasurement Resting = RestingRecording.Of(3);
    private readonly string folder = Directory.CreateTempSubdirectory("isonomia-whole").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    // Keys are a contract that other programs rely on: a number of all channels stands in its biomarker, one of spikes
    // in its population.
    [Fact]
    public void Json_holds_numbers_of_all_channels_in_their_biomarker_and_those_of_spikes_in_their_population()
    {
        using var stream = new MemoryStream();
        MeasureJson.Write(stream, Found());
        using var document = JsonDocument.Parse(stream.ToArray());
        var root = document.RootElement;
        var branching = root.GetProperty("recording_biomarkers").GetProperty("branching");
        Assert.Equal(0.98, branching.GetProperty("m").GetDouble());
        Assert.Equal(0.5, branching.GetProperty("E").GetProperty("m").GetDouble());
        Assert.Equal("short", branching.GetProperty("warnings")[0].GetString());
        Assert.Equal(Resting.Channels.Count(c => c.WhyBad is null),
            root.GetProperty("recording_channels").GetArrayLength());
    }

    [Fact]
    public void Tables_hold_a_row_a_number()
    {
        MeasureTsv.Write(folder, Found());
        var rows = File.ReadAllLines(Path.Combine(folder, "biomarkers.tsv"));
        Assert.Contains(rows, r => r.StartsWith("n/a\teeg\tbranching\tn/a\tm\t0.98\t0.96", StringComparison.Ordinal));
        Assert.Contains("n/a\tn/a\tbranching\tE\tm\t0.5\tn/a\tn/a\t1\tn/a", rows);
    }

    [Fact]
    public void The_report_has_a_table_with_interval_and_meaning()
    {
        var page = DrawnPath.Tree(MeasurementReport.Compose(Found(), Definitions.All).ToString());
        var section = page.Descendants("section").Single(s => (string?)s.Attribute("id") == "whole");
        Assert.Contains("0.980", section.Value);
        Assert.Contains("0.960 to 1.000", section.Value);
        Assert.Contains("short.", section.Value);
    }

    private static RecordingMeasurement Found() => Resting with
    {
        Whole = new WholeMeasurement(
            [.. Resting.Channels.Where(c => c.WhyBad is null).Select(c => c.Channel)], OfM(Measured.Of(0.98, 0.01), "short")),
        Populations = [new PopulationMeasurement("E", 1, 0, 3, 0, 1, OfM(Measured.Of(0.5)))],
    };

    private static Dictionary<string, BiomarkerResult> OfM(Measured m, params string[] warnings) => new()
    {
        ["branching"] = new Found(new Reading().Number("m", m, "1")) { Warnings = warnings },
    };
}
