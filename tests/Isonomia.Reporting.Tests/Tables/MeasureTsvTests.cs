using System.Text.Json;
using Isonomia.Measurement.Biomarkers;
using Isonomia.Measurement.Measuring;
using Isonomia.Measurement.Results;
using Isonomia.Reporting.Tables;
using Isonomia.Reporting.Tests.Making;

namespace Isonomia.Reporting.Tests.Tables;

public sealed class MeasureTsvTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("isonomia-tsv").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private List<Dictionary<string, string>> Rows(string file, RecordingMeasurement measurement)
    {
        MeasureTsv.Write(folder, measurement, [Toy]);
        var lines = File.ReadAllText(Path.Combine(folder, file)).TrimEnd('\n').Split('\n');
        var head = lines[0].Split('\t');
        return [.. lines.Skip(1).Select(line => line.Split('\t')).Select(cells =>
        {
            Assert.Equal(head.Length, cells.Length);
            return head.Zip(cells).ToDictionary(p => p.First, p => p.Second, StringComparer.Ordinal);
        })];
    }

    private JsonElement Sidecar(string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, file)));
        return document.RootElement.Clone();
    }

    private static Defined Toy => new("toy", new BiomarkerDefinition("Toy measure", "x / y", Direction.Falls,
        Evidence.Moderate, "Author 2000, doi:10.0/0", "means nothing")
    {
        Quantities = new Dictionary<string, string>(StringComparer.Ordinal) { ["value"] = "how much" },
    });

    [Fact]
    public void Each_number_is_a_row_with_its_place_unit_and_interval()
    {
        var rows = Rows("biomarkers.tsv", Measurements.Of(Measurements.Channel("Cz", new Reading()
            .Number("value", Measured.Of(2, 0.5), "uV")
            .Group("alpha", new Reading().Count("windows", 7))
            .List("peaks", [new Reading().Number("hz", 10, "Hz"), new Reading().Number("hz", 20, "Hz")])
            .Curve("spectrum", [1, 2], "uV").Text("note", "words"))));
        Assert.Equal(["/value", "alpha/windows", "peaks/1/hz", "peaks/2/hz"],
            rows.Select(r => $"{r["part"].Replace("n/a", "")}/{r["quantity"]}"));
        var first = rows[0];
        Assert.Equal(("Cz", "eeg", "toy", "uV"),
            (first["channel"], first["type"], first["biomarker"], first["unit"]));
        Assert.Equal(("2", "1.02", "2.98", "n/a"),
            (first["value"], first["ci_low"], first["ci_high"], first["why"]));
        Assert.Equal(("7", "count"), (rows[1]["value"], rows[1]["unit"]));
    }

    [Fact]
    public void An_undefined_number_is_missing_and_says_why()
    {
        var row = Assert.Single(Rows("biomarkers.tsv", Measurements.Of(Measurements.Channel("Cz",
            new Reading().Number("value", Measured.Undefined("too short"), "1")))));
        Assert.Equal(("n/a", "too short"), (row["value"], row["why"]));
    }

    [Fact]
    public void A_name_with_tabs_and_line_ends_stays_in_its_cell()
    {
        var row = Assert.Single(Rows("biomarkers.tsv", Measurements.Of(Measurements.Channel("C\tz\r\n",
            new Reading().Number("value", 1, "1")))));
        Assert.Equal("C z  ", row["channel"]);
    }

    [Fact]
    public void A_bad_channel_is_listed_with_its_reason()
    {
        var rows = Rows("channels.tsv",
            Measurements.Of(Measurements.Channel("Cz"), Measurements.Channel("Pz", whyBad: "flat")));
        Assert.Equal(("good", "n/a"), (rows[0]["status"], rows[0]["status_description"]));
        Assert.Equal(("bad", "flat"), (rows[1]["status"], rows[1]["status_description"]));
    }

    [Theory]
    [InlineData("biomarkers")]
    [InlineData("channels")]
    public void The_sidecar_describes_every_column(string table)
    {
        _ = Rows(table + ".tsv", Measurements.Of(Measurements.Channel("Cz")));
        var head = File.ReadLines(Path.Combine(folder, table + ".tsv")).First().Split('\t');
        Assert.All(head, column => Assert.NotEmpty(
            Sidecar(table + ".json").GetProperty(column).GetProperty("Description").GetString()!));
    }

    [Fact]
    public void The_sidecar_defines_the_biomarkers_that_were_measured()
    {
        _ = Rows("biomarkers.tsv", Measurements.Of(
            Measurements.Channel("Cz", new Reading().Number("value", 1, "uV")),
            Measurements.Channel("MEG1", new Reading().Number("value", 1, "T"))));
        var toy = Sidecar("biomarkers.json").GetProperty("Biomarkers").GetProperty("toy");
        Assert.Equal("Toy measure", toy.GetProperty("LongName").GetString());
        Assert.Equal("falls", toy.GetProperty("MoreExcitation").GetString());
        Assert.Equal("moderate", toy.GetProperty("Evidence").GetString());
        Assert.Equal("Author 2000, doi:10.0/0", toy.GetProperty("Source").GetString());
        var value = toy.GetProperty("Quantities").GetProperty("value");
        Assert.Equal(("how much", "uV or T"),
            (value.GetProperty("Description").GetString(), value.GetProperty("Units").GetString()));
    }
}
