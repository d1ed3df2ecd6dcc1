using Isonomia.Measurement.Cohorts;
using Isonomia.Measurement.Cohorts.Contrasts;
using Isonomia.Measurement.Recordings;
using Isonomia.Numerics.Random;

namespace Isonomia.Measurement.Tests.Cohorts;

public class ContrastTests
{
    private static readonly string[] Electrodes =
        ["Fp1", "Fp2", "F7", "F3", "Fz", "F4", "F8", "T7", "C3", "Cz", "C4", "T8", "P7", "P3", "Pz", "P4", "P8", "O1", "O2"];

    [Fact]
    public void The_statistic_of_two_groups_is_welchs_t()
    {
        var contrast = new TwoGroups("a", "b", [false, false, false, true, true, true, true]);
        // Means 2 and 6, variances 1 and 20/3 over 3 and 4: 4/sqrt(1/3 + 5/3) = 2.828427.
        Assert.Equal(Math.Sqrt(8), contrast.Statistic([1, 2, 3, 3, 5, 7, 9], [0, 1, 2, 3, 4, 5, 6]), 1e-12);
        Assert.Equal(1.0 / 35, contrast.LeastP([1, 2, 3, 3, 5, 7, 9]), 1e-12);
        Assert.True(double.IsNaN(contrast.Statistic([1, double.NaN, double.NaN, 3, 5, 7, 9], [0, 1, 2, 3, 4, 5, 6])));
    }

    [Fact]
    public void The_statistic_of_several_groups_is_the_f_of_the_analysis_of_variance()
    {
        var contrast = new SeveralGroups(["a", "b", "c"], [0, 0, 0, 1, 1, 1, 2, 2, 2]);
        // Groups 1 2 3, 2 3 4, 6 7 8: between 42 over 2, within 6 over 6.
        Assert.Equal(21, contrast.Statistic([1, 2, 3, 2, 3, 4, 6, 7, 8], [0, 1, 2, 3, 4, 5, 6, 7, 8]), 1e-12);
        // omega squared = (42 - 2)/(48 + 1).
        Assert.Equal(40.0 / 49, contrast.Effect([1, 2, 3, 2, 3, 4, 6, 7, 8]).Estimate, 1e-12);
        Assert.Equal(3, contrast.Pairs().Count());
    }

    [Fact]
    public void Changes_are_tested_by_their_own_t_and_signs()
    {
        var contrast = new PairedChange("before", "after", 4);
        // Mean 2.5, variance 5/3 over 4.
        Assert.Equal(2.5 / Math.Sqrt(5.0 / 12), contrast.Statistic([1, 2, 3, 4], [1, 1, 1, 1]), 1e-12);
        // All of one sign: 2 of 16 arrangements are as extreme.
        Assert.Equal(0.125, contrast.LeastP([1, 2, 3, 4]), 1e-12);
        Assert.Equal(0.125, ContrastTest.Run(contrast, [[1, 2, 3, 4]]).P[0], 0.015);
    }

    [Fact]
    public void Three_against_three_wholly_apart_gives_the_least_p_there_is()
    {
        var contrast = new TwoGroups("a", "b", [false, false, false, true, true, true]);
        Assert.Equal(0.1, contrast.LeastP([1, 2, 3, 7, 8, 9]), 1e-12);
        // 4999 draws of a chance of 0.1: standard error 0.004.
        Assert.Equal(0.1, ContrastTest.Run(contrast, [[1, 2, 3, 7, 8, 9]]).P[0], 0.015);
    }

    [Fact]
    public void Where_nothing_differs_clusters_are_found_in_one_study_of_twenty()
    {
        var neighbours = SensorNeighbours.Of(Electrodes);
        var contrast = new TwoGroups("a", "b", [.. Enumerable.Range(0, 12).Select(i => i < 6)]);
        const int Studies = 60;
        var found = 0;
        for (var study = 0; study < Studies; study++)
        {
            var values = Noise(12, study, effect: 0);
            found += ContrastTest.Run(contrast, values, neighbours).Corrected.Any(p => p < 0.05) ? 1 : 0;
        }

        // Binomial(60, 0.05): more than 8 happens once in 500.
        Assert.InRange(found, 0, 8);
    }

    [Fact]
    public void A_group_that_differs_over_the_back_of_the_head_differs_in_one_cluster_there()
    {
        string[] back = ["P3", "Pz", "P4", "O1", "O2"];
        var neighbours = SensorNeighbours.Of(Electrodes)!;
        var contrast = new TwoGroups("a", "b", [.. Enumerable.Range(0, 30).Select(i => i < 15)]);
        var values = Noise(30, 5, effect: 2, back);
        var test = ContrastTest.Run(contrast, values, neighbours);
        Assert.True(test.ByClusters);
        var places = Enumerable.Range(0, Electrodes.Length).Where(i => test.Corrected[i] < 0.05).Select(i => Electrodes[i]).ToArray();
        Assert.Subset(places.ToHashSet(), back.ToHashSet());
        Assert.InRange(places.Length, back.Length, back.Length + 4);
        Assert.DoesNotContain("Fp1", places);
    }

    [Fact]
    public void Neighbours_are_those_beside_each_other_and_mutual()
    {
        var neighbours = SensorNeighbours.Of(Electrodes)!;
        string[] Of(string name) => [.. neighbours[Array.IndexOf(Electrodes, name)].Select(i => Electrodes[i])];
        Assert.Superset(new HashSet<string> { "Fz", "C3", "C4", "Pz" }, Of("Cz").ToHashSet());
        Assert.DoesNotContain("O1", Of("Cz"));
        Assert.All(Enumerable.Range(0, Electrodes.Length), i => Assert.All(neighbours[i], j => Assert.Contains(i, neighbours[j])));
        Assert.Null(SensorNeighbours.Of(["Cz", "Pz"]));
        Assert.Null(SensorNeighbours.Of([.. Electrodes, "EXG1"]));
    }

    [Fact]
    public void A_participant_counts_once_however_often_recorded()
    {
        var quantity = new CohortQuantity("aperiodic", "", "exponent", "eeg", "1");
        Observation Of(string who, double value) => new(who, "", "Cz", quantity, value);
        Observation[] once = [Of("sub-1", 1), Of("sub-2", 2), Of("sub-3", 5), Of("sub-4", 6)];
        Observation[] thrice = [.. once, .. once, .. once];
        var known = new Dictionary<string, string> { ["sub-1"] = "a", ["sub-2"] = "a", ["sub-3"] = "b", ["sub-4"] = "b" };
        var design = CohortDesign.By("group", known, known.Keys);
        var (one, many) = (CohortComparison.Run(design, once).Quantities[0], CohortComparison.Run(design, thrice).Quantities[0]);
        Assert.Equal(4, many.Count);
        Assert.Equal(one.P, many.P);
        Assert.Equal(one.Effect, many.Effect);
    }

    [Fact]
    public void Change_is_taken_within_participants_and_may_be_compared_between_groups()
    {
        var quantity = new CohortQuantity("lempel_ziv", "", "value", "eeg", "1");
        var observations = new List<Observation>();
        for (var i = 0; i < 8; i++)
        {
            // People differ by much more than they change.
            observations.Add(new($"sub-{i}", "pre", "Cz", quantity, 10 * i));
            observations.Add(new($"sub-{i}", "post", "Cz", quantity, (10 * i) + 1 + (0.1 * i) + (i < 4 ? 0 : 2)));
        }

        observations.Add(new("sub-9", "pre", "Cz", quantity, 3));
        var who = Enumerable.Range(0, 8).Select(i => $"sub-{i}").ToArray();
        var design = CohortDesign.Paired("pre", "post", [.. who, "sub-9"], who);
        Assert.Contains("sub-9", Assert.Single(design.Remarks));
        var paired = Assert.Single(CohortComparison.Run(design, observations).Quantities);
        Assert.True(paired.P < 0.02 && paired.Effect.Lower > 0);
        var groups = who.Index().ToDictionary(w => w.Item, w => w.Index < 4 ? "placebo" : "drug");
        var change = Assert.Single(CohortComparison.Run(design.ChangeBy("arm", groups), observations).Quantities);
        Assert.Equal(["drug", "placebo"], change.Groups.Select(g => g.Name));
        Assert.Equal(3.55, change.Groups[0].Mean, 1e-9);
        Assert.True(change.Effect.Upper < 0);
    }

    [Theory]
    [InlineData("1;2;3;4", typeof(AlongNumber))]
    [InlineData("0;1;0;1", typeof(TwoGroups))]
    [InlineData("a;b;a;b", typeof(TwoGroups))]
    [InlineData("a;b;c;1", typeof(SeveralGroups))]
    public void Words_make_groups_and_numbers_a_correlation(string values, Type expected)
    {
        var known = values.Split(';').Index().ToDictionary(v => $"sub-{v.Index}", v => v.Item);
        Assert.IsType(expected, CohortDesign.By("x", known, known.Keys).Contrast);
    }

    [Fact]
    public void One_group_alone_is_refused() => Assert.Contains("all that have one have 'a'", Assert.Throws<BadInputException>(
        () => CohortDesign.By("x", new Dictionary<string, string> { ["sub-1"] = "a" }, ["sub-1", "sub-2"])).Message);

    // What all electrodes of a person share, and their own.
    private static double[][] Noise(int people, int seed, double effect, params string[] where)
    {
        var stream = new RandomStream(seed, "cohort test");
        var shared = new double[people];
        stream.FillNormal(shared);
        return [.. Electrodes.Select(name =>
        {
            var values = new double[people];
            stream.FillNormal(values);
            for (var i = 0; i < people; i++)
                values[i] += shared[i] + (i >= people / 2 && where.Contains(name) ? effect : 0);
            return values;
        })];
    }
}
