using Isonomia.Modeling.Circuits;
using Isonomia.Numerics.Tests.Random;
using Isonomia.Simulation.Connectivity;
using MathNet.Numerics.Distributions;

namespace Isonomia.Simulation.Tests.Connectivity;

/// <summary>
/// References: closed-form distributions of degrees and pairs; fixed seeds; chi-square p values above 0.5 %,
/// standardised statistics within 4.
/// </summary>
public class RuleTests
{
    [Fact]
    public void A_total_number_is_dealt_out_multinomially()
    {
        const int Sources = 300, Targets = 5000, Total = 1_000_000;
        var edges = DrawnEdges.Of(new ConnectionRule.TotalNumber(Total), Sources, Targets);
        var list = edges.List(0, Targets);
        Assert.Equal(Total, list.Count);
        Assert.Equal(Total, edges.Expected);

        // Variance of a multinomial count: n p (1 - p).
        var degrees = list.Select(e => e.Target).Counts(Targets);
        Assert.InRange(
            DrawnEdges.Evenness(degrees, Total / (double)Targets, 1 - 1.0 / Targets), -4, 4);
        Assert.InRange(
            DrawnEdges.Evenness(list.Select(e => e.Source).Counts(Sources), Total / (double)Sources), -4, 4);
        var p = GoodnessOfFit.ChiSquareP(
            degrees.Select(d => (long)d), k => Binomial.PMF(1.0 / Targets, Total, (int)k), 120, 280);
        Assert.InRange(p, 0.005, 1);
    }

    [Fact]
    public void Multapses_of_a_total_number_are_as_frequent_as_chance()
    {
        const int Cells = 100, Total = 50_000;
        var list = DrawnEdges.Of(new ConnectionRule.TotalNumber(Total), Cells, Cells).List(0, Cells);
        var pairs = list.Select(e => e.Source * Cells + e.Target).Counts(Cells * Cells);
        var p = GoodnessOfFit.ChiSquareP(
            pairs.Select(d => (long)d), k => Binomial.PMF(1.0 / (Cells * Cells), Total, (int)k), 0, 30);
        Assert.InRange(p, 0.005, 1);
    }

    [Fact]
    public void Different_pairs_of_a_total_number_are_dealt_out_hypergeometrically()
    {
        // Of 40 x 50 pairs 700: a target's in-degree is hypergeometric (2000 pairs, 40 of them its own, 700 drawn).
        const int Sources = 40, Targets = 50, Total = 700;
        var degrees = new List<long>();
        for (var seed = 0ul; seed < 200; seed++)
        {
            var list = DrawnEdges.Of(new ConnectionRule.TotalNumber(Total), Sources, Targets, seed, multapses: false)
                .List(0, Targets);
            Assert.Equal(Total, list.Distinct().Count());
            degrees.AddRange(list.Select(e => e.Target).Counts(Targets).Select(d => (long)d));
        }

        // Degrees of one draw are weakly dependent, which makes the statistic no larger.
        double Chance(long k) => Math.Exp(
            MathNet.Numerics.SpecialFunctions.BinomialLn(Sources, (int)k)
            + MathNet.Numerics.SpecialFunctions.BinomialLn(Sources * Targets - Sources, Total - (int)k)
            - MathNet.Numerics.SpecialFunctions.BinomialLn(Sources * Targets, Total));
        var p = GoodnessOfFit.ChiSquareP(degrees, Chance, 0, Sources);
        Assert.InRange(p, 0.005, 1);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(9)]
    public void Every_set_of_different_sources_is_as_likely(int degree)
    {
        // Of 10 sources 3 (drawn) or 9 (all but one drawn): each set once in 120, or in 10.
        const int Targets = 60_000;
        var list = DrawnEdges.Of(new ConnectionRule.InDegree(degree), 10, Targets, multapses: false).List(0, Targets);
        var sets = list.GroupBy(e => e.Target).Select(g => (long)g.Aggregate(0, (m, e) => m | 1 << e.Source)).ToArray();
        Assert.All(sets, s => Assert.Equal(degree, System.Numerics.BitOperations.PopCount((ulong)s)));
        var number = degree == 3 ? 120 : 10;
        Assert.Equal(number, sets.Distinct().Count());
        var counts = sets.GroupBy(s => s).Select(g => g.Count()).ToArray();
        Assert.InRange(DrawnEdges.Evenness(counts, Targets / (double)number, 1 - 1.0 / number), -4, 4);
    }

    [Fact]
    public void An_in_degree_draws_from_all_sources_but_the_cell_itself_evenly()
    {
        const int Cells = 40, Degree = 5000;
        var list = DrawnEdges.Of(
            new ConnectionRule.InDegree(Degree), Cells, Cells, autapses: false, isRecurrent: true).List(0, Cells);
        Assert.Equal(Cells * Degree, list.Count);
        var pairs = list.Select(e => e.Source * Cells + e.Target).Counts(Cells * Cells);
        int[] others = [.. pairs.Where((_, k) => k / Cells != k % Cells)];
        Assert.InRange(DrawnEdges.Evenness(others, Degree / (Cells - 1.0), 1 - 1 / (Cells - 1.0)), -4, 4);
        Assert.Equal(Cells * Degree, others.Sum());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void An_out_degree_is_that_of_every_source(bool multapses)
    {
        const int Sources = 3000, Targets = 200, Degree = 30;
        var list = DrawnEdges.Of(new ConnectionRule.OutDegree(Degree), Sources, Targets, multapses: multapses)
            .List(0, Targets);
        Assert.All(list.Select(e => e.Source).Counts(Sources), d => Assert.Equal(Degree, d));

        // In-degrees: a binomial of 90,000 trials; or 3,000 trials of probability 30/200 where targets differ.
        var share = multapses ? 1 - 1.0 / Targets : 1 - Degree / (double)Targets;
        var degrees = list.Select(e => e.Target).Counts(Targets);
        Assert.InRange(DrawnEdges.Evenness(degrees, Sources * Degree / (double)Targets, share), -4, 4);
    }

    [Theory]
    [InlineData(0.001)]
    [InlineData(0.1)]
    [InlineData(0.9)]
    public void In_degrees_of_a_probability_are_binomial(double probability)
    {
        const int Sources = 1000, Targets = 20_000;
        var edges = DrawnEdges.Of(new ConnectionRule.Probability(probability), Sources, Targets);
        var degrees = new int[Targets];
        var sources = new int[Sources];
        edges.Generate(0, Targets, batch =>
        {
            for (var i = 0; i < batch.Count; i++)
            {
                degrees[batch.Targets[i]]++;
                sources[batch.Sources[i]]++;
            }
        });
        var p = GoodnessOfFit.ChiSquareP(
            degrees.Select(d => (long)d), k => Binomial.PMF(probability, Sources, (int)k), 0, Sources);
        Assert.InRange(p, 0.005, 1);
        Assert.InRange(DrawnEdges.Evenness(sources, Targets * probability, 1 - probability), -4, 4);
        Assert.Equal(edges.Expected, degrees.Sum(), 5 * Math.Sqrt(edges.Expected));
    }

    [Fact]
    public void Certain_and_impossible_pairs_are_so()
    {
        Assert.Equal(
            [.. DrawnEdges.Of(new ConnectionRule.AllToAll(), 30, 20).List(0, 20)],
            DrawnEdges.Of(new ConnectionRule.Probability(1), 30, 20).List(0, 20));
        Assert.Empty(DrawnEdges.Of(new ConnectionRule.Probability(0), 30, 20).List(0, 20));
        Assert.Equal(600, DrawnEdges.Of(new ConnectionRule.Probability(1), 30, 20).Expected);
    }

    [Fact]
    public void One_to_one_connects_equals()
    {
        var list = DrawnEdges.Of(new ConnectionRule.OneToOne(), 50, 50).List(0, 50);
        Assert.Equal(Enumerable.Range(0, 50).Select(i => (i, i)), list.Select(e => (e.Source, e.Target)));
    }

    [Fact]
    public void A_list_is_taken_as_it_is()
    {
        var rule = new ConnectionRule.Listed([3, 0, 3, 1], [1, 0, 0, 1], [0.5, -1, 2, 7], [1e-3, 0.35e-3, 0, 2e-3]);
        var edges = DrawnEdges.Of(rule, 4, 2);
        Assert.Equal(
            [new(0, 0, -1, 4), new(3, 0, 2, 1), new(3, 1, 0.5, 10), new(1, 1, 7, 20)], edges.List(0, 2));
        Assert.Equal((-1, 7, true), (edges.WeightBounds.Min, edges.WeightBounds.Max, edges.WeightBounds.IsExact));
        Assert.Equal((1, 20), (edges.MinDelaySteps, edges.MaxDelaySteps));
    }

    [Fact]
    public void What_cannot_be_drawn_is_refused_with_the_reason()
    {
        string Refusal(ConnectionRule rule, bool multapses = false, bool autapses = true) =>
            Assert.Throws<ProjectionException>(() => DrawnEdges.Of(
                rule, 10, 10, autapses: autapses, multapses: multapses, isRecurrent: true)).Message;
        Assert.Contains("only 9 sources", Refusal(new ConnectionRule.InDegree(10), autapses: false));
        Assert.Contains("only 10 targets", Refusal(new ConnectionRule.OutDegree(11)));
        Assert.Contains("there are 90", Refusal(new ConnectionRule.TotalNumber(91), autapses: false));
        Assert.Contains("not 1.5", Refusal(new ConnectionRule.Probability(1.5)));
        Assert.Contains("cell 10 of 10", Refusal(new ConnectionRule.Listed([10], [0], [], [])));
        Assert.Contains("2 weights", Refusal(new ConnectionRule.Listed([1], [0], [1, 2], [])));
        Assert.Contains("not the first", Refusal(new ConnectionRule.Listed([1, 1], [0, 0], [], [])));
        Assert.Contains(
            "has no space", Refusal(new ConnectionRule.Distance(DistanceKernel.Box, 1, 1, null)));
    }
}
