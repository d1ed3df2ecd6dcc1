using Isonomia.Restoration.Catalogue;
using Isonomia.Restoration.Circuits;

namespace Isonomia.Restoration.Tests.Circuits;

public class CircuitSearchTests
{
    private static readonly KeyValuePair<string, string>[] Small =
        [new("parameters.CE", "100"), new("parameters.J", "1 mV"), new("duration", "0.3 s")];

    private static readonly Condition WeakInhibition = (Condition)CatalogueFile.Parse("""
        condition: weak-inhibition
        title: Weak inhibition
        disorder: none
        summary: Inhibition lost a fifth of its strength.
        evidence: speculative
        source: made for a test
        timing: none
        models:
          brunel2000:
            assumption: the strength g of inhibition falls to 0.8
            evidence: speculative
            source: made for a test
            changes:
              - {parameter: g, factor: {median: 0.8, sd_log: 0.01}}
        """, "weak-inhibition.yaml");

    private static CircuitRestoration Search(int threads)
    {
        var circuit = new TurnedCircuit("brunel2000", Small);
        return new CircuitSearch(circuit, CircuitTask.Of("brunel2000", circuit.Populations),
            new CircuitSearchOptions { Evaluations = 8, Trials = 2, Threads = threads })
            .Run(WeakInhibition, [new CircuitKnob("g", 0.7, 1.7)]);
    }

    // What undoes 0.8 is 1/0.8 = 1.25; a tenth of the range is left to the few evaluations and the noise.
    [Fact]
    public void What_undoes_weak_inhibition_is_found_by_simulating()
    {
        var result = Search(2);
        Assert.Equal(0, result.Before.Restored);
        Assert.InRange(result.Ranking[0].Changes[0].Factor, 1.15, 1.35);
        Assert.True(result.Ranking[0].ExpectedDistance < result.Before.ExpectedDistance / 3);
        Assert.True(result.IsRestored);
    }

    [Fact]
    public void The_number_of_threads_changes_nothing()
    {
        var (one, two) = (Search(1), Search(2));
        Assert.Equal(one.Visited.AsEnumerable(), two.Visited);
        Assert.Equal(one.Ranking[0].Distances.AsEnumerable(), two.Ranking[0].Distances);
    }

    [Fact]
    public void A_condition_that_is_not_defined_in_the_circuit_is_refused_with_where_it_is()
    {
        var circuit = new TurnedCircuit("brunel2000");
        var search = new CircuitSearch(circuit, CircuitTask.Of("brunel2000", circuit.Populations), new());
        var refused = Assert.Throws<CatalogueException>(() =>
            search.Run(CatalogueLibrary.FindCondition("nmda-hypofunction-ee"), [new("g", 0.5, 2)]));
        Assert.Contains("not defined in brunel2000", refused.Message);
        Assert.Contains("murray2014", refused.Message);
    }

    // By hand: |11 - 10|/1 = 1 and |5 - 8|/0.4 = 7.5 of a scatter of at least 5 % of the mean: sqrt((1 + 56.25)/2).
    [Fact]
    public void Distance_is_the_root_mean_square_of_deviations_in_units_of_scatter()
    {
        var health = CircuitHealth.Of([[9.292893218813452, 8], [10.707106781186548, 8]]);
        Assert.Equal(Math.Sqrt(57.25 / 2), health.Distance([11, 5]), 1e-12);
    }
}
