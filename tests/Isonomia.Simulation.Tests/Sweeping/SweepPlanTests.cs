using System.Collections.Immutable;
using Isonomia.Modeling.Diagnostics;
using Isonomia.Simulation.Sweeping;

namespace Isonomia.Simulation.Tests.Sweeping;

public class SweepPlanTests
{
    [Fact]
    public void A_grid_makes_all_combinations_each_with_the_same_seeds()
    {
        var plan = Planned(["a=1,2", "b=x,y,z"], seeds: 2, first: 5);
        Assert.Equal(12, plan.Runs.Length);
        Assert.Equal(Enumerable.Range(1, 12), plan.Runs.Select(r => r.Number));
        Assert.Equal(
            [
                "1 x 5", "1 x 6", "1 y 5", "1 y 6", "1 z 5", "1 z 6",
                "2 x 5", "2 x 6", "2 y 5", "2 y 6", "2 z 5", "2 z 6",
            ],
            plan.Runs.Select(r => $"{r.Values[0].Text} {r.Values[1].Text} {r.Seed}"));
        Assert.Equal([9, 10], plan.With(1, 1).ToArray().Select(r => r.Number));
    }

    [Fact]
    public void A_list_makes_a_run_for_each_row()
    {
        var file = Path.GetTempFileName();
        File.WriteAllText(file, "# two\nparameters.g, input\r\n4, \"step(1 pA, 2 ms)\"\n\n5,[1, 2]\n");
        var bag = new DiagnosticBag();
        var axes = SweepList.Read(file, bag);
        File.Delete(file);
        var plan = SweepPlan.Of(axes, true, 0, 1, bag)!;
        Assert.Equal(["parameters.g", "input"], plan.Axes.Select(a => a.Path));
        Assert.Equal(
            ["4|step(1 pA, 2 ms)", "5|[1, 2]"], plan.Runs.Select(r => string.Join('|', r.Values.Select(v => v.Text))));
        Assert.Equal(2, Assert.Single(plan.With(1).ToArray()).Number);
    }

    [Theory]
    [InlineData("a,b\n1\n", "2:1: error: found 1 values where 2 were expected")]
    [InlineData("a,b\n1,2\n3,\n", "3:1: error: column 2 is empty")]
    [InlineData("a,b\n", "found no runs")]
    [InlineData("", "found no runs")]
    public void What_is_no_list_is_said_with_its_line(string text, string words)
    {
        var file = Path.GetTempFileName();
        File.WriteAllText(file, text);
        var bag = new DiagnosticBag();
        Assert.Empty(SweepList.Read(file, bag));
        File.Delete(file);
        Assert.Contains(words, Assert.Single(bag.Found).Render());
    }

    [Fact]
    public void Twice_the_same_path_the_seed_and_too_many_runs_are_refused_together()
    {
        var bag = new DiagnosticBag();
        ImmutableArray<SweepAxis> axes =
        [
            SweepAxisTests.Parsed("a=1:2:5000"), SweepAxisTests.Parsed("a=1:2:5000"), SweepAxisTests.Parsed("seed=1,2"),
        ];
        Assert.Null(SweepPlan.Of(axes, false, 0, 1, bag));
        Assert.Equal(3, bag.Found.Count);
    }

    internal static SweepPlan Planned(string[] axes, int seeds = 1, ulong first = 0) => SweepPlan.Of(
        [.. axes.Select(SweepAxisTests.Parsed)], false, first, seeds, new DiagnosticBag())!;
}
