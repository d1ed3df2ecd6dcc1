using Isonomia.Modeling.Diagnostics;
using Isonomia.Restoration.Catalogue;

namespace Isonomia.Restoration.Tests.Catalogue;

public class CatalogueFileTests
{
    private const string Good = """
        condition: mine
        title: Mine
        disorder: none
        summary: Nothing.
        evidence: weak
        source: nobody
        timing: never
        models:
          corticothalamic:
            assumption: because
            evidence: weak
            source: nobody
            changes:
              - {parameter: G_ei, factor: {median: 0.9, sd_log: 0.1}}
        """;

    [Fact]
    public void A_users_own_condition_is_read()
    {
        var condition = Assert.IsType<Condition>(CatalogueFile.Parse(Good, "mine.yaml"));
        var change = Assert.Single(condition.In("corticothalamic")!.Changes);
        Assert.Equal(-3.6, change.Apply(-4, 0, 1), 12);
        Assert.Equal(-4, change.Apply(-4, 2, 0), 12);
    }

    [Theory]
    [InlineData("G_ei,", "G_ie,", "mine.yaml:14:", "the model has no parameter 'G_ie'")]
    [InlineData("corticothalamic:", "corticothalamc:", "mine.yaml:9:", "did you mean 'corticothalamic'?")]
    [InlineData("evidence: weak\nsource: nobody\ntiming", "evidence: certain\nsource: nobody\ntiming", "mine.yaml:5:",
        "found 'certain' where one of speculative, weak, moderate, strong was expected")]
    [InlineData("median: 0.9", "median: -0.9", "mine.yaml:14:", "found '-0.9' where a number above 0 was expected")]
    [InlineData(", sd_log: 0.1", "", "mine.yaml:14:", "has no 'sd_log'")]
    [InlineData("factor: {median: 0.9, sd_log: 0.1}", "evidence: weak, source: me", "mine.yaml:14:",
        "neither of 'factor' and 'shift'")]
    [InlineData("timing: never\n", "", "mine.yaml:1:", "has no 'timing'")]
    [InlineData("summary:", "sumary:", "mine.yaml:4:", "did you mean 'summary'?")]
    [InlineData("condition: mine", "conditon: mine", "mine.yaml:1:", "did you mean 'condition'?")]
    public void Every_mistake_is_told_with_its_place_and_what_to_do(string found, string written, string place, string said)
    {
        var wrong = Assert.Throws<ModelException>(() => CatalogueFile.Parse(Good.Replace(found, written), "mine.yaml"));
        Assert.Contains(wrong.Diagnostics, d => d.Render().Contains(place) && d.Render().Contains(said));
    }

    [Fact]
    public void All_mistakes_of_a_file_are_told_at_once()
    {
        var text = Good.Replace("median: 0.9", "median: none").Replace("timing: never\n", "").Replace("title", "titel");
        Assert.True(Assert.Throws<ModelException>(() => CatalogueFile.Parse(text, "mine.yaml")).Diagnostics.Count >= 3);
    }
}
