using Isonomia.Restoration.Catalogue;
using Isonomia.Restoration.Search;

namespace Isonomia.Restoration.Course;

/// <summary>
/// How strong an intervention's effect is as time goes by. Amount: doses are absorbed and eliminated with first order,
/// relative to the mean amount that the same doses keep up. Occupancy follows the amount (Hill); the effect follows occupancy with the time constant
/// of onset; tolerance follows the effect with its own, and is subtracted: what is left after stopping is rebound.
/// </summary>
/// <param name="item">The intervention and its dose.</param>
/// <param name="halfDraw">Which half dose, in standard deviations from the median.</param>
/// <param name="lifeDraw">Which half-life, likewise.</param>
internal sealed class EffectState(DosedIntervention item, double halfDraw, double lifeDraw)
{
    private double waiting;
    private double amount;
    private double effect;
    private double tolerance;
    private double sinceDose = double.PositiveInfinity;

    /// <summary>The net strength: 1 for the stated effect, below 0 in rebound.</summary>
    public double Strength => effect - tolerance;

    /// <summary>Goes on by a step.</summary>
    /// <param name="seconds">How long the step is.</param>
    /// <param name="isGiven">Whether it is still given.</param>
    public void Step(double seconds, bool isGiven)
    {
        var dosing = item.Intervention.Dosing;
        var target = dosing.Occupancy(Dose(seconds, isGiven), halfDraw) / dosing.Occupancy(dosing.Typical, 0);
        var course = item.Intervention.Course;
        effect = course.Onset > 0 ? Follow(effect, target, seconds / course.Onset) : target;
        if (course.Tolerance > 0)
            tolerance = Follow(tolerance, course.Tolerance * effect, seconds / course.ToleranceTime);
    }

    // The dose that would keep up the present amount for ever.
    private double Dose(double seconds, bool isGiven)
    {
        if (item.Intervention.Pharmacokinetics is not { } drug || item.Intervention.Dosing.Interval is not { } interval)
            return isGiven ? item.Dose : 0;
        sinceDose += seconds;
        if (isGiven && sinceDose >= interval)
        {
            waiting += item.Dose;
            sinceDose = sinceDose < 2 * interval ? sinceDose - interval : 0;
        }

        var absorbed = drug.AbsorptionHalfLife > 0 ? waiting * (1 - Half(seconds / drug.AbsorptionHalfLife)) : waiting;
        waiting -= absorbed;
        var life = drug.HalfLife.At(lifeDraw);
        amount = (amount * Half(seconds / life)) + absorbed;
        return amount * interval * Math.Log(2) / life;
    }

    private static double Half(double lives) => Math.Pow(2, -lives);

    private static double Follow(double value, double target, double steps) => target + ((value - target) * Math.Exp(-steps));
}
