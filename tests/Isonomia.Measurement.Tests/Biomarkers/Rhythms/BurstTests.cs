using Isonomia.Measurement.Biomarkers.Amplitude;
using Isonomia.Measurement.Biomarkers.Rhythms;
using Isonomia.Measurement.Settings;

namespace Isonomia.Measurement.Tests.Biomarkers.Rhythms;

/// <summary>Bursts that were put there, and those that Gaussian noise has.</summary>
public sealed class BurstTests
{
    private static readonly Band Gamma = Band.Usual[4];

    [Fact]
    public void Gaussian_noise_is_above_two_deviations_for_exp_of_minus_3_286_of_the_time()
    {
        // The amplitude is Rayleigh's: mean sqrt(pi/2), deviation sqrt(2 - pi/2), so P = exp(-x^2/2) at x = 2.564.
        var channel = Noise.Analysis(Noise.Signals(1, 600, _ => 1).Single(), ("bursts.cycles", "0"));
        var found = (BurstResult)new BurstBiomarker().Measure(channel);
        Assert.Equal(0.0374, found.Bands[0].Occupancy.Value, 0.003);
    }

    [Fact]
    public void Bursts_that_were_put_there_are_counted_and_timed()
    {
        // Ten in a hundred seconds, 0.2 s each; and one too short, of two cycles.
        var amplitude = new double[100 * 250];
        for (var t = 0; t < amplitude.Length; t++)
            amplitude[t] = 1 + (0.1 * Math.Sin(t));
        for (var k = 0; k < 10; k++)
            amplitude.AsSpan((k * 2500) + 500, 50).Fill(10);
        amplitude.AsSpan(24_900, 13).Fill(10);
        var found = BandBursts.Of(Gamma, BandEnvelope.Given(250, amplitude), 2, 3);
        Assert.Equal(10, found.Count);
        Assert.Equal(6, found.Rate.Value, 1e-12);
        Assert.Equal(0.2, found.Duration.Value, 1e-12);
        Assert.Equal(0.02, found.Occupancy.Value, 1e-12);
    }

    [Fact]
    public void A_flat_signal_has_no_bursts_and_says_why() =>
        Assert.Contains("flat", ((BurstResult)new BurstBiomarker().Measure(TestChannel.Of(250, new double[5000]))).Bands[0].Rate.Why);
}
