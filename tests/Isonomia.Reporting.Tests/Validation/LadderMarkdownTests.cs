using System.Text.Json;
using Isonomia.Reporting.Validation;
using Isonomia.Validation;
using Isonomia.Validation.Climbing;

namespace Isonomia.Reporting.Tests.Validation;

public class LadderMarkdownTests
{
    private static readonly Rung Example = Ladder.Find("L08")!;

    public static TheoryData<string> Rungs => [.. Ladder.All.Select(r => r.Id)];

    // What was measured is not checked here: it takes minutes, and the quick forms hold the same quantities.
    [Theory]
    [MemberData(nameof(Rungs))]
    public void The_page_of_the_ladder_says_of_every_rung_what_the_code_says(string id)
    {
        var missing = LadderMarkdown.Missing(File.ReadAllText(RepositoryPage.Path("validation.md")), Ladder.Find(id)!);
        Assert.True(
            missing.Count == 0,
            $"docs/validation.md is not what rung {id} says; ./isonomia validate {id} --full --markdown "
            + $"docs/validation.md rewrites it. Missing: {string.Join('\n', missing)}");
    }

    [Fact]
    public void Nothing_of_a_rung_can_change_unnoticed()
    {
        var page = LadderMarkdown.Page("", [Report(Example, 2.776)], "1.0");
        Assert.Empty(LadderMarkdown.Missing(page, Example));
        Assert.NotEmpty(LadderMarkdown.Missing(page.Replace("2.776", "2.777", StringComparison.Ordinal), Example));
        Assert.NotEmpty(LadderMarkdown.Missing(page.Replace("Murphy", "Murray", StringComparison.Ordinal), Example));
        // What was measured may.
        Assert.Empty(LadderMarkdown.Missing(LadderMarkdown.Page("", [Report(Example, 2.7758)], "2.0"), Example));
    }

    [Fact]
    public void A_rung_measured_anew_leaves_the_words_around_it()
    {
        var page = LadderMarkdown.Page("", [Report(Example, 1)], "1.0") + "\nAfter.\n";
        Assert.Contains("| 1 | FAIL |", page, StringComparison.Ordinal);
        var again = LadderMarkdown.Page(page, [Report(Example, 2.776)], "2.0");
        Assert.DoesNotContain("| 1 | FAIL |", again, StringComparison.Ordinal);
        Assert.Contains("| 2.776 | pass |", again, StringComparison.Ordinal);
        Assert.Contains("version 2.0", again, StringComparison.Ordinal);
        Assert.EndsWith("\nAfter.\n", again, StringComparison.Ordinal);
    }

    [Fact]
    public void The_json_holds_every_quantity_with_its_bounds_and_verdict()
    {
        using var stream = new MemoryStream();
        ValidateJson.Write(stream, "0.0", null, null, [Report(Example, double.NaN)]);
        using var json = JsonDocument.Parse(stream.ToArray());
        var rung = json.RootElement.GetProperty("rungs").GetProperty("L08");
        Assert.Equal("fail", rung.GetProperty("verdict").GetString());
        Assert.Equal("10.1016/j.neuron.2009.02.005", rung.GetProperty("papers")[0].GetProperty("doi").GetString());
        var quantities = rung.GetProperty("quantities").EnumerateArray().ToDictionary(
            q => q.GetProperty("quantity").GetString()!, StringComparer.Ordinal);
        Assert.Equal(Example.Quantities.Count, quantities.Count);
        var found = quantities["largest norm after a unit difference of E and I"];
        Assert.Equal(JsonValueKind.Null, found.GetProperty("ours").ValueKind);
        Assert.Equal("fail", found.GetProperty("verdict").GetString());
        Assert.Equal(2.777, found.GetProperty("upper").GetDouble(), 1e-12);
        Assert.Equal("not_run", quantities["largest norm at w = 1"].GetProperty("verdict").GetString());
    }

    private static RungReport Report(Rung rung, double value) => new(
        rung, Form.Full, 1,
        [
            .. rung.Quantities.Select(q => q.Published == 2.776
                ? new Outcome(q, q.Accepted, new Finding(value), null)
                : new Outcome(q, q.Accepted, null, "not today")),
        ], 1.5);
}
