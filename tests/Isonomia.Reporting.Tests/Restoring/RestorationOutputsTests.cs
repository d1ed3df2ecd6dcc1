using System.Text.Json;
using Isonomia.Reporting.Restoring;
using Isonomia.Restoration.Catalogue;
using Isonomia.Restoration.Course;
using Isonomia.Restoration.Health;
using Isonomia.Restoration.Individuals;
using Isonomia.Restoration.Search;

namespace Isonomia.Reporting.Tests.Restoring;

public class RestorationOutputsTests
{
    private static RestorationContent Content(string condition)
    {
        var options = new SearchOptions { Draws = 32, Together = 1, Threads = 2 };
        var found = CatalogueLibrary.FindCondition(condition);
        var result = new RestorationSearch(PublishedPopulation.With(found, 32, 1), PublishedHealth.Virtual, options)
            .Run(CatalogueLibrary.Interventions.Where(i => i.ActsOn(condition)));
        return new RestorationContent
        {
            Result = result,
            Condition = found,
            Before = Forecast.Of(result, new Plan([])),
            After = Forecast.Of(result, result.Ranking[0].Plan),
            Course = TimeCourse.Follow(result, result.Ranking[0].Plan, 14 * 86400),
            Provenance = [("command", "isonomia restore <script>")],
            Seconds = 1,
        };
    }

    private static JsonElement Json(RestorationContent content)
    {
        using var stream = new MemoryStream();
        RestorationJson.Write(stream, content);
        return JsonDocument.Parse(stream.ToArray()).RootElement.Clone();
    }

    [Fact]
    public void The_json_has_the_keys_of_the_contract()
    {
        var json = Json(Content("nmda-hypofunction-ee"));
        Assert.Equal("isonomia.restore/1", json.GetProperty("schema").GetString());
        Assert.Equal(JsonValueKind.Object, json.GetProperty("individual").ValueKind);
        Assert.Equal(JsonValueKind.Object, json.GetProperty("target").ValueKind);
        Assert.True(json.GetProperty("seconds").GetDouble() >= 0);
        foreach (var plan in json.GetProperty("ranking").EnumerateArray())
        {
            foreach (var key in (string[])["p_restored", "expected_distance", "distance_before", "stability_margin", "burden"])
                Assert.Equal(JsonValueKind.Number, plan.GetProperty(key).ValueKind);
            Assert.InRange(plan.GetProperty("p_restored").GetDouble(), 0, 1);
            Assert.Contains(plan.GetProperty("evidence").GetString(), (string[])["strong", "moderate", "weak", "speculative"]);
            var item = plan.GetProperty("interventions")[0];
            Assert.True(item.GetProperty("dose").GetDouble() > 0 && item.GetProperty("name").GetString()!.Length > 0
                && item.GetProperty("unit").GetString()!.Length > 0);
        }
    }

    [Fact]
    public void The_report_says_first_that_it_is_for_research_and_escapes_what_it_was_given()
    {
        var page = RestorationReport.Compose(Content("nmda-hypofunction-ee")).ToString();
        Assert.Contains(RestorationContent.Warning, page);
        Assert.True(page.IndexOf("For research only", StringComparison.Ordinal) < page.IndexOf("<table", StringComparison.Ordinal));
        Assert.DoesNotContain("<script>", page);
        Assert.DoesNotContain("NaN", page);
        Assert.Contains("What the model cannot know", page);
    }

    [Fact]
    public void To_somebody_who_looks_healthy_nothing_is_suggested()
    {
        var healthy = new Individual("healthy", Isonomia.Inference.Corticothalamic.CorticothalamicModel.Instance,
            PublishedPopulation.Draw(32, 1));
        var result = new RestorationSearch(healthy, PublishedHealth.Virtual, new SearchOptions { Draws = 32, Together = 1 })
            .Run(CatalogueLibrary.Interventions.Where(i => i.ActsOn(null)));
        var content = new RestorationContent
        {
            Result = result,
            Recording = "healthy.edf",
            Before = Forecast.Of(result, new Plan([])),
            After = Forecast.Of(result, result.Ranking[0].Plan),
            Provenance = [],
            Seconds = 1,
        };
        Assert.StartsWith("Nothing needs restoring", content.Verdict);
        Assert.DoesNotContain(result.Ranking[0].Plan.Items[0].Intervention.Title, RestorationReport.Compose(content).ToString());
    }

    [Fact]
    public void Given_and_withdrawn_a_plan_leads_near_and_away_again()
    {
        var course = Content("nmda-hypofunction-ee").Course;
        var given = course.Last(p => p.IsGiven);
        Assert.True(given.Distance.Median < course[0].Distance.Median);
        Assert.Contains(course, p => !p.IsGiven);
    }
}
