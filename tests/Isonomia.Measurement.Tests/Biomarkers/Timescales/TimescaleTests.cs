using Isonomia.Measurement.Biomarkers;
using Isonomia.Measurement.Biomarkers.Spikes;
using Isonomia.Measurement.Biomarkers.Timescales;
using Isonomia.Measurement.Recordings;
using Isonomia.Measurement.Settings;
using Isonomia.Numerics.Random;

namespace Isonomia.Measurement.Tests.Biomarkers.Timescales;

public class TimescaleTests
{
    // An Ornstein-Uhlenbeck process has the autocorrelation exp(-lag/tau): half at tau ln 2.
    [Theory]
    [InlineData(0.02)]
    [InlineData(0.1)]
    public void The_timescale_of_an_Ornstein_Uhlenbeck_signal_is_found(double tau)
    {
        var found = (AutocorrelationResult)new AutocorrelationBiomarker().Measure(
            TestChannel.Of(200, Decaying(tau, 200, 400 * 200, 3)));
        Assert.Equal(tau, found.Tau.Value, 0.1 * tau);
        Assert.Equal(tau * Math.Log(2), found.Half!.Value.Value, 0.1 * tau);
        Assert.Equal(1, found.Correlations[0], 1e-9);
        Assert.Equal(39, found.Over);
    }

    // Of a sine the autocorrelation is a cosine: half at a sixth of its cycle, zero at a quarter.
    [Fact]
    public void The_widths_of_a_sine_are_those_of_its_cycle()
    {
        double[] sine = [.. Enumerable.Range(0, 40_000).Select(t => Math.Sin(2 * Math.PI * 5 * t / 1000))];
        var found = (AutocorrelationResult)new AutocorrelationBiomarker().Measure(TestChannel.Of(1000, sine));
        Assert.Equal(0.2 / 6, found.Half!.Value.Value, 5e-4);
        Assert.Equal(0.2 / 4, found.Zero!.Value.Value, 5e-4);
    }

    [Fact]
    public void Spikes_whose_rate_remembers_for_a_time_have_that_timescale_whatever_their_noise()
    {
        const double Tau = 0.2;
        const int Seconds = 1000;
        var units = Enumerable.Range(0, 12).Select(u =>
        {
            var rate = Decaying(Tau, 1000, Seconds * 1000, 10 + u);
            var stream = new RandomStream(u, "spikes");
            return new SpikeTrain($"{u}", [.. Enumerable.Range(0, rate.Length)
                .Where(t => stream.Uniform() < 0.02 * Math.Max(0, 1 + 0.4 * rate[t])).Select(t => t / 1000.0 + 5e-4)]);
        }).ToArray();
        var found = Measure(units, Seconds);
        Assert.Equal(12, found.Over);
        Assert.Equal(Tau, found.Tau.Value, 0.06);
        Assert.Equal(Tau, found.Tau.Value, 3 * found.Tau.StandardError!.Value);
    }

    [Fact]
    public void Too_few_spikes_and_decays_that_are_not_seen_are_reasons_and_no_numbers()
    {
        Assert.Contains("no unit has 100 spikes", Measure([new SpikeTrain("a", [1, 2])], 10).Tau.Why);
        var found = (AutocorrelationResult)new AutocorrelationBiomarker().Measure(TestChannel.Of(100, new double[100]));
        Assert.Contains("shorten autocorrelation.window", found.Tau.Why, StringComparison.Ordinal);
    }

    private static AutocorrelationResult Measure(SpikeTrain[] units, double seconds) =>
        (AutocorrelationResult)new SpikeTimescaleBiomarker().Measure(
            new SpikeAnalysis("E", units, seconds, new MeasureSettings(BiomarkerLibrary.Settings)));

    // Unit variance; each sample remembers the last by exp(-1/(rate tau)).
    private static double[] Decaying(double tau, double rate, int samples, int seed)
    {
        var (x, keep) = (new double[samples], Math.Exp(-1 / (rate * tau)));
        new RandomStream(seed, "decaying").FillNormal(x);
        for (var t = 1; t < samples; t++)
            x[t] = keep * x[t - 1] + Math.Sqrt(1 - keep * keep) * x[t];
        return x;
    }
}
