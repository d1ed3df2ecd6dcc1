using Isonomia.Validation.Recovering;
using Isonomia.Validation.Recovering.Conditions;

namespace Isonomia.Validation.Tests;

public class RecoveryTests
{
    private static readonly RecoveryOptions Few = new() { Replicates = 3 };

    [Fact]
    public void Every_condition_expects_what_its_biomarkers_report() =>
        // Two signals each: that names and numbers are there, not how well they are recovered.
        Assert.Equal(
            RecoveryConditions.All.Sum(c => c.Expectations.Count),
            Recovery.Run(new RecoveryOptions { Replicates = 2 }, TestContext.Current.CancellationToken).Rows.Count);

    [Fact]
    public void Every_condition_has_a_name_of_its_own() => Assert.Equal(
        RecoveryConditions.All.Count,
        RecoveryConditions.All.Select(c => c.Name).Distinct(StringComparer.Ordinal).Count());

    [Fact]
    public void The_same_seed_finds_the_same_and_another_something_else()
    {
        var condition = RecoveryConditions.All.Single(c => c.Name == "power law 1.5, 20 s");
        double Mean(long seed) => Recovery.Run(
            [condition], Few with { Seed = seed }, TestContext.Current.CancellationToken).Rows[0].Mean;
        Assert.Equal(Mean(1), Mean(1));
        Assert.NotEqual(Mean(1), Mean(2));
    }

    [Fact]
    public void What_no_biomarker_reports_is_refused()
    {
        static void Expect(string biomarker) => Recovery.Run(
            [RecoveryConditions.All[0] with { Expectations = [new(biomarker, "sign", 1)] }], Few,
            TestContext.Current.CancellationToken);
        Assert.Throws<ArgumentException>(() => Expect("astrology"));
        Assert.Throws<AggregateException>(() => Expect("aperiodic"));
    }

    [Fact]
    public void A_run_can_be_stopped()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => Recovery.Run(Few, source.Token));
    }

    [Fact]
    public void Exponents_of_power_laws_are_recovered_within_a_twentieth()
    {
        var condition = RecoveryConditions.All.Single(c => c.Name == "power law 1.5, 120 s");
        var row = Recovery.Run(
            [condition], Few with { Replicates = 20 }, TestContext.Current.CancellationToken).Rows[0];
        // The recovery study: bias 0.011, SD 0.024 a signal.
        Assert.Equal(1.5, row.Mean, 0.05);
        Assert.InRange(row.Rmse, 0, 0.06);
    }

    // Tolerances are four standard errors of a mean of ten, from the SD that the recovery study finds.
    [Theory]
    [InlineData("branching process, m = 0.98, a 10% sample, 300 s", "m", 0.004)]
    [InlineData("3000 avalanches, one event a bin, exponent 2.2", "size/exponent", 0.03)]
    [InlineData("20 cells of 20 Hz, rates that last 100 ms, 300 s", "tau_s", 0.015)]
    [InlineData("two channels of coherence 0.7, 120 s", "alpha/coherence", 0.025)]
    [InlineData("60 trials of 40 Hz, phases of concentration 2", "consistency", 0.11)]
    [InlineData("60 single and 60 paired pulses, conditioned responses 0.5 of 1 mV", "sici/ratio", 0.07)]
    public void What_a_population_several_channels_or_trials_share_is_recovered(string name, string quantity, double tolerance)
    {
        var condition = RecoveryConditions.All.Single(c => c.Name == name);
        var row = Recovery.Run([condition], Few with { Replicates = 10 }, TestContext.Current.CancellationToken).Rows
            .Single(r => r.Expected.Quantity == quantity);
        Assert.Equal(10, row.Defined);
        Assert.Equal(row.Expected.Truth, row.Mean, tolerance);
    }
}
