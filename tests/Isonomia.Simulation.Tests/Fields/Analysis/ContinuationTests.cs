using Isonomia.Modeling.Description;
using Isonomia.Simulation.Fields.Analysis;

namespace Isonomia.Simulation.Tests.Fields.Analysis;

public class ContinuationTests
{
    // Grimbert & Faugeras 2006 follow the same column: saddle-nodes at -41.3 and 113.6, Hopf at -12.1, 89.8 and 315.7.
    [Fact]
    public void The_column_of_Jansen_and_Rit_has_the_published_bifurcations()
    {
        var functions = new RegionFunctions(ModelFile.ReadField("jansen-rit"), "p");
        var branch = Assert.Single(new Continuation(functions, -50, 400, StateBox.Around(functions, [100])).Follow());
        Assert.Equal([BifurcationKind.SaddleNode, BifurcationKind.SaddleNode, BifurcationKind.Hopf, BifurcationKind.Hopf, BifurcationKind.Hopf],
            branch.Bifurcations.Select(b => b.Kind));
        double[] published = [113.6, -41.3, -12.15, 89.83, 315.70];
        foreach (var (expected, found) in published.Zip(branch.Bifurcations))
            Assert.Equal(expected, found.Parameter, 0.05);
    }

    [Fact]
    public void A_pitchfork_is_a_branch_point_of_the_branch_that_goes_on()
    {
        var functions = new RegionFunctions(FieldText.Parse("""
            field: pitchfork
            parameters: {a: 0, T: 1 second}
            equations: dx/dt = (a*x - x**3)/T : 1
            """.Replace("equations: ", "equations: |\n  ")), "a");
        var branches = new Continuation(functions, -1, 1, new StateBox([-2], [2])).Follow();
        var through = branches.First(b => b.Points.Any(p => p.Parameter < -0.5));
        var point = Assert.Single(through.Bifurcations);
        Assert.Equal(BifurcationKind.BranchPoint, point.Kind);
        Assert.Equal(0, point.Parameter, 1e-3);
        Assert.Contains(branches, b => b.Points.Any(p => Math.Abs(p.Parameter - 0.81) < 0.05 && p.States[0] > 0.8));
    }

    [Fact]
    public void A_fold_with_a_delay_keeps_its_place_and_a_delayed_feedback_gains_its_Hopf_bifurcation()
    {
        var functions = new RegionFunctions(FieldText.Parse("""
            field: feedback
            parameters: {a: 1 Hz, tau: 1 second}
            equations: |
              dx/dt = -a*delay(x, tau) : 1
            """), "a");
        var branch = Assert.Single(new Continuation(functions, 0.5, 3, new StateBox([-1], [1])).Follow());
        var hopf = Assert.Single(branch.Bifurcations);
        Assert.Equal(Math.PI / 2, hopf.Parameter, 1e-4);
        Assert.Equal(0.25, hopf.FrequencyHz, 1e-4);
    }

    // The default box must hold all three states of a bistable field; a fourth has a negative rate.
    [Fact]
    public void The_box_around_a_field_holds_where_else_it_may_rest()
    {
        var functions = new RegionFunctions(ModelFile.ReadField("montbrio-pazo-roxin"));
        Assert.Equal(3, FixedPoints.Find(functions, [], StateBox.Around(functions, [])).Count(p => p[0] > 0));
    }
}
