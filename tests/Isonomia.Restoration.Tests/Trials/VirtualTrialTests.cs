using Isonomia.Restoration.Catalogue;
using Isonomia.Restoration.Trials;
using MathNet.Numerics.Distributions;

namespace Isonomia.Restoration.Tests.Trials;

public class VirtualTrialTests
{
    private static TrialResult Try(string condition, string endpoint, int persons, params string[] arms)
    {
        var found = CatalogueLibrary.FindCondition(condition);
        return new VirtualTrial(found, [.. arms.Select(a => TrialArm.Parse(a, found))], endpoint, 1).Run(persons);
    }

    // 400 trials of each size leave a standard error of 1.1 % around the 5 % that a test promises.
    [Fact]
    public void Sham_against_sham_is_significant_in_one_trial_of_twenty()
    {
        var contrast = Try("nmda-hypofunction-ee", "alpha_power", 40, "sham", "sham").Contrasts[0];
        Assert.InRange(contrast.P, 0.01, 1);
        Assert.True(contrast.Size.Lower < 0 && contrast.Size.Upper > 0);
        Assert.All(contrast.Power, p => Assert.InRange(p.Power, 0, 0.09));
    }

    // Of normal changes with an effect of size d, trials of n an arm find about Phi(d sqrt(n/2) - 1.96). Monte Carlo, changes
    // that are not quite normal, and the effect read from 1,000 other persons an arm leave a tenth.
    [Fact]
    public void Power_grows_with_the_number_of_persons_as_the_effect_demands()
    {
        var contrast = Try("depression-heightened-inhibition", "exponent", 1000, "sham", "memantine").Contrasts[0];
        Assert.All(contrast.Power.Where(p => p.Persons >= 20), p => Assert.Equal(
            Normal.CDF(0, 1, (Math.Abs(contrast.Size.Estimate) * Math.Sqrt(p.Persons / 2.0)) - 1.96), p.Power, 0.1));
    }

    [Fact]
    public void What_undoes_sleep_deprivation_brings_more_persons_into_the_healthy_range_than_sham()
    {
        var result = Try("sleep-deprivation", "theta_power", 200, "sham", "recovery-sleep");
        Assert.True(result.Restored(1) > result.Restored(0));
        Assert.True(result.Distance(1).After < result.Distance(1).Before);
        // Sham changes nothing but what is recorded.
        Assert.Equal(result.Distance(0).Before, result.Distance(0).After);
        Assert.NotEqual(0, result.Changes(0)[0]);
    }

    [Theory]
    [InlineData("ketamine:1000", "a dose from 0 to")]
    [InlineData("recovery-sleep", "does nothing to")]
    [InlineData("magic", "no intervention 'magic'")]
    public void An_arm_that_cannot_be_given_is_refused(string arm, string why)
    {
        var refused = Assert.Throws<CatalogueException>(
            () => TrialArm.Parse(arm, CatalogueLibrary.FindCondition("nmda-hypofunction-ee")));
        Assert.Contains(why, refused.Message);
    }

    // By Simpson's rule over the density of Student's t in plain Python.
    [Fact]
    public void Welchs_test_has_the_p_of_integrating_the_density() => Assert.Equal(
        0.017241057527180748, WelchTest.P([1.2, 3.4, 2.2, 5.0, 4.1], [6.1, 7.3, 2.9, 8.8, 9.4, 5.5]), 1e-9);
}
