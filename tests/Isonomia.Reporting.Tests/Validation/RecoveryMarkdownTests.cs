using System.Text.Json;
using Isonomia.Measurement.Results;
using Isonomia.Reporting.Validation;
using Isonomia.Validation.Recovering;

namespace Isonomia.Reporting.Tests.Validation;

public class RecoveryMarkdownTests
{
    private static readonly RecoveryReport Report = new(3, 1,
    [
        RecoveryRow.Of("a power law", new("aperiodic", "exponent", 1.5), "1",
            [Measured.Of(1.4, 0.1), Measured.Of(1.6, 0.1), Measured.Of(2.1, 0.1)]),
        RecoveryRow.Of("a strong rhythm", new("fei", "alpha/value", 1) { Side = Side.Above }, "1",
            [Measured.Of(1.2), Measured.Of(0.9), Measured.Undefined("too short")]),
    ]);

    [Fact]
    public void Every_number_has_its_table_and_every_signal_its_row()
    {
        var text = RecoveryMarkdown.Write(Report);
        Assert.Contains("### `aperiodic` exponent\n", text, StringComparison.Ordinal);
        Assert.Contains("### `fei` alpha, value\n", text, StringComparison.Ordinal);
        Assert.Contains("| a power law | 1.5 | 1.700 | 0.20 ±", text, StringComparison.Ordinal);
        Assert.Contains("| 67 %", text, StringComparison.Ordinal);
        Assert.Contains("| above 1 | 1.050 | 50 % on that side |", text, StringComparison.Ordinal);
        Assert.Contains("1 undefined in \"a strong rhythm\", as: too short.", text, StringComparison.Ordinal);
        var rows = text.Split('\n').Where(l => l.StartsWith('|')).Select(l => l.Count(c => c == '|')).Distinct();
        Assert.Single(rows);
    }

    [Fact]
    public void The_json_names_its_schema_and_writes_what_is_unknown_as_null()
    {
        using var stream = new MemoryStream();
        ValidateJson.Write(stream, "0.0", Report, [new("exponent", "1", new("Z", [1, 2, 3]), new("S", [3, 4, 5]))]);
        using var json = JsonDocument.Parse(stream.ToArray());
        Assert.Equal("isonomia.validate/1", json.RootElement.GetProperty("schema").GetString());
        var rows = json.RootElement.GetProperty("rungs").GetProperty("recovery").GetProperty("rows");
        Assert.Equal(0.2, rows[0].GetProperty("bias").GetDouble(), 1e-12);
        Assert.Equal(2.0 / 3, rows[0].GetProperty("coverage").GetDouble(), 1e-12);
        Assert.Equal(JsonValueKind.Null, rows[1].GetProperty("bias").ValueKind);
        Assert.Equal(0.5, rows[1].GetProperty("on_side").GetDouble());
        Assert.Equal("too short", rows[1].GetProperty("why").GetString());
        var contrast = json.RootElement.GetProperty("rungs").GetProperty("contrasts").GetProperty("rows")[0];
        Assert.Equal(-2, contrast.GetProperty("difference").GetDouble(), 1e-12);
        Assert.Equal("Z", contrast.GetProperty("first").GetProperty("name").GetString());
        Assert.True(contrast.GetProperty("difference_ci95")[0].GetDouble() < -2);
    }

    [Theory]
    [InlineData(1234.5678, "1235")]
    [InlineData(0.012345, "0.0123")]
    [InlineData(-1.5, "−1.50")]
    [InlineData(0.9996, "1.00")]
    [InlineData(0.0, "0")]
    [InlineData(double.NaN, "–")]
    public void Numbers_are_rounded_to_what_can_be_told_apart(double number, string text) =>
        Assert.Equal(text, MarkdownText.Number(number));

    [Fact]
    public void A_made_part_is_replaced_and_the_words_around_it_stay()
    {
        const string Document = "Before.\n<!-- table: begin -->\nold\n<!-- table: end -->\nAfter.\n";
        var text = MarkdownText.Replace(Document, "table", "new");
        Assert.Equal("Before.\n<!-- table: begin -->\n\nnew\n\n<!-- table: end -->\nAfter.\n", text);
        Assert.Equal(text, MarkdownText.Replace(text, "table", "new"));
        Assert.Throws<ArgumentException>(() => MarkdownText.Replace("Words.", "table", "new"));
    }

    [Fact]
    public void A_page_keeps_its_words_when_its_tables_are_made_anew()
    {
        var folder = Directory.CreateTempSubdirectory("isonomia");
        try
        {
            var path = Path.Combine(folder.FullName, "page.md");
            MarkdownText.Write(path, ("table", "made"));
            Assert.Equal("made", File.ReadAllText(path));
            File.WriteAllText(path, "Words.\n<!-- table: begin -->\nold\n<!-- table: end -->\n");
            MarkdownText.Write(path, ("table", "made"));
            Assert.Equal("Words.\n<!-- table: begin -->\n\nmade\n\n<!-- table: end -->\n", File.ReadAllText(path));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
