using Isonomia.Restoration.Catalogue;
using Isonomia.Restoration.Course;
using Isonomia.Restoration.Search;

namespace Isonomia.Restoration.Tests.Course;

public class EffectStateTests
{
    private const double Hour = 3600;
    private const double Day = 24 * Hour;

    private static (EffectState State, DosedIntervention Item) Start(string name)
    {
        var intervention = CatalogueLibrary.FindIntervention(name);
        var item = new DosedIntervention(intervention, intervention.Dosing.Typical);
        return (new EffectState(item, 0, 0), item);
    }

    private static double Mean(EffectState state, double seconds, bool isGiven)
    {
        var sum = 0.0;
        var steps = (int)(seconds / (Hour / 4));
        for (var i = 0; i < steps; i++)
        {
            state.Step(Hour / 4, isGiven);
            sum += state.Strength / steps;
        }

        return sum;
    }

    // Accumulation of a drug with a half-life of 70 h given daily: half of the plateau after a half-life.
    [Fact]
    public void Donepezil_accumulates_over_weeks_to_its_stated_effect()
    {
        var (state, _) = Start("cholinergic");
        var first = Mean(state, Day, true);
        Mean(state, 20 * Day, true);
        var plateau = Mean(state, Day, true);
        Assert.Equal(1, plateau, 0.05);
        Assert.InRange(first, 0.1, 0.5);
    }

    [Fact]
    public void Tolerance_takes_its_share_and_comes_back_as_rebound()
    {
        var (state, _) = Start("benzodiazepine");
        Mean(state, 2 * Day, true);
        var early = Mean(state, Day, true);
        Mean(state, 200 * Day, true);
        var late = Mean(state, Day, true);
        // Some of it is lost by the third day already.
        Assert.Equal(0.5, late / early, 0.06);
        Mean(state, 4 * Day, false);
        Assert.True(state.Strength < -0.2, "after withdrawal the effect points the other way");
        Mean(state, 200 * Day, false);
        Assert.Equal(0, state.Strength, 0.01);
    }

    [Fact]
    public void What_needs_weeks_has_done_63_percent_after_its_time_constant()
    {
        var (state, item) = Start("rtms-10hz");
        var course = item.Intervention.Course;
        for (var i = 0; i < 1000; i++)
            state.Step(course.Onset / 1000, true);
        var tolerance = course.Tolerance * (1 - Math.Exp(-1)) * course.Onset / course.ToleranceTime / 2;
        Assert.Equal(1 - Math.Exp(-1) - tolerance, state.Strength, 0.03);
    }
}
