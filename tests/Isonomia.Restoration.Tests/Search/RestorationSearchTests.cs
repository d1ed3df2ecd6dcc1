using Isonomia.Restoration.Catalogue;
using Isonomia.Restoration.Health;
using Isonomia.Restoration.Individuals;
using Isonomia.Restoration.Search;

namespace Isonomia.Restoration.Tests.Search;

public class RestorationSearchTests
{
    private static readonly SearchOptions Quick = new() { Draws = 64, Together = 2, Threads = 2 };

    private static RestorationResult Search(string condition, SearchOptions options, params string[] interventions) =>
        new RestorationSearch(PublishedPopulation.With(CatalogueLibrary.FindCondition(condition), options.Draws, 1),
            PublishedHealth.Virtual, options)
            .Run(interventions.Length > 0
                ? interventions.Select(CatalogueLibrary.FindIntervention)
                : CatalogueLibrary.Interventions.Where(i => i.ActsOn(condition)));

    // The inverse of a displacement is the way back, and nothing else comes near it.
    [Fact]
    public void What_undoes_sleep_deprivation_is_recovery_sleep()
    {
        var result = Search("sleep-deprivation", Quick with { Draws = 256, Together = 1 });
        Assert.Equal("recovery-sleep", result.Ranking[0].Plan.Items[0].Intervention.Name);
        Assert.True(result.Ranking[0].Outcome.Restored > result.Before.Outcome.Restored);
    }

    [Fact]
    public void More_inhibition_is_no_way_back_from_too_much_of_it()
    {
        var result = Search("catatonia-excess-inhibition", Quick with { Together = 1 });
        var lorazepam = result.Ranking.Single(p => p.Plan.Items[0].Intervention.Name == "benzodiazepine");
        Assert.True(lorazepam.Outcome.ExpectedDistance > result.Before.Outcome.ExpectedDistance);
    }

    // The lorazepam test of catatonia's rivals: it helps where GABA lacks, and harms where there is too much.
    [Fact]
    public void Under_a_deficit_of_gaba_a_little_zolpidem_brings_nearer_to_health()
    {
        var result = Search("catatonia-gaba-deficit", Quick with { Together = 1, Draws = 256 });
        var zolpidem = result.Ranking.Single(p => p.Plan.Items[0].Intervention.Name == "zolpidem");
        Assert.True(zolpidem.Outcome.ExpectedDistance < result.Before.Outcome.ExpectedDistance);
    }

    [Fact]
    public void The_number_of_threads_changes_nothing()
    {
        var one = Search("nmda-hypofunction-ee", Quick with { Threads = 1 });
        var four = Search("nmda-hypofunction-ee", Quick with { Threads = 4 });
        Assert.Equal(one.Ranking.Select(p => (p.Plan.ToString(), p.Outcome.ExpectedDistance, p.Margin)),
            four.Ranking.Select(p => (p.Plan.ToString(), p.Outcome.ExpectedDistance, p.Margin)));
    }

    [Fact]
    public void No_plan_is_a_greater_burden_than_allowed_and_the_ranking_goes_from_near_to_far()
    {
        var result = Search("depression-heightened-inhibition", Quick with { MostBurden = 0.3 });
        Assert.All(result.Ranking, p => Assert.True(p.Plan.Burden <= 0.3));
        var distances = result.Ranking.Select(p => p.Outcome.ExpectedDistance).ToArray();
        Assert.Equal(distances.Order(), distances);
    }

    [Fact]
    public void On_the_front_more_burden_always_buys_less_distance()
    {
        var front = Search("depression-heightened-inhibition", Quick).Pareto;
        Assert.Empty(front[0].Plan.Items);
        for (var i = 1; i < front.Length; i++)
        {
            Assert.True(front[i].Plan.Burden >= front[i - 1].Plan.Burden);
            Assert.True(front[i].ExpectedDistance < front[i - 1].ExpectedDistance);
        }
    }

    [Fact]
    public void Combinations_are_shown_only_where_they_beat_their_parts()
    {
        var result = Search("depression-heightened-inhibition", Quick);
        var singles = result.Ranking.Where(p => p.Plan.Items.Length == 1)
            .ToDictionary(p => p.Plan.Items[0].Intervention.Name, p => p.Outcome.ExpectedDistance, StringComparer.Ordinal);
        var pairs = result.Ranking.Where(p => p.Plan.Items.Length == 2).ToArray();
        Assert.NotEmpty(pairs);
        Assert.All(pairs, p => Assert.All(p.Plan.Items,
            i => Assert.True(p.Outcome.ExpectedDistance < singles[i.Intervention.Name])));
    }

    [Fact]
    public void What_the_first_two_differ_by_hangs_on_their_own_effects()
    {
        var result = Search("nmda-hypofunction-ee", Quick with { Together = 1, Draws = 256 });
        Assert.Contains(result.Sensitivity, i => i.Of.Contains("effect of"));
        Assert.All(result.Sensitivity.Concat(result.Measurements), i => Assert.InRange(i.Size, 0, HealthyRange.Farthest));
    }

    [Fact]
    public void What_the_field_cannot_express_is_left_out_by_name_and_reason()
    {
        var wrong = Assert.Throws<CatalogueException>(
            () => PublishedPopulation.With(CatalogueLibrary.FindCondition("migraine-aura"), 8, 1));
        Assert.Contains("the catalogue gives no number for it", wrong.Message);
    }
}
