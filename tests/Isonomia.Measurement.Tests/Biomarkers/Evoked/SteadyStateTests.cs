using Isonomia.Measurement.Biomarkers;
using Isonomia.Measurement.Biomarkers.Evoked;
using Isonomia.Numerics.Random;

namespace Isonomia.Measurement.Tests.Biomarkers.Evoked;

/// <summary>
/// Responses of known amplitude and phase in white noise, whose coefficients have a known distribution.
/// </summary>
public sealed class SteadyStateTests
{
    private const double Rate = 1000;
    private const int Trials = 100;

    [Fact]
    public void A_response_without_noise_is_wholly_coherent_and_its_power_is_half_its_amplitude_squared()
    {
        var found = Measure(amplitude: 3, noise: 0, jitter: 0);
        Assert.Equal(1, found.Coherence.Value, 1e-9);
        Assert.Equal(4.5, found.EvokedPower.Value, 1e-9);
        Assert.Equal(0, found.InducedPower.Value, 1e-9);
        Assert.Equal(Trials, found.Trials);
    }

    [Fact]
    public void A_rhythm_that_is_not_in_step_with_the_stimulus_is_induced()
    {
        var found = Measure(amplitude: 3, noise: 0, jitter: 1);
        Assert.Equal(4.5, found.EvokedPower.Value + found.InducedPower.Value, 1e-9);
        Assert.True(found.InducedPower.Value > 4.3);
        Assert.True(found.RayleighP.Value > 0.01);
    }

    [Fact]
    public void The_signal_to_noise_ratio_is_that_of_known_powers()
    {
        // Evoked power of the noise: 2 sigma^2/(n trials); of the response a^2/2. Here 0.5 against 2/(300 * 100): 7500
        // + 1, within what eight neighbours, each of relative deviation one, leave open.
        var found = Measure(amplitude: 1, noise: 1, jitter: 0);
        Assert.InRange(found.SignalToNoise.Value, 7500 / 2.5, 7500 * 2.5);
        Assert.True(found.RayleighP.Value < 1e-6);
    }

    [Fact]
    public void Noise_alone_is_coherent_by_chance_only()
    {
        var found = Measure(amplitude: 0, noise: 1, jitter: 0);
        Assert.InRange(found.Coherence.Value, 0, 0.25);
        Assert.InRange(found.Consistency.Value, -0.011, 0.05);
        Assert.InRange(found.SignalToNoise.Value, 0, 6);
    }

    [Fact]
    public void Stimuli_that_go_on_without_pause_need_no_events()
    {
        double[] samples = [.. Enumerable.Range(0, 20_000).Select(t => Math.Cos(2 * Math.PI * 40 * t / Rate))];
        var found = (SteadyStateResult)new SteadyStateBiomarker()
            .Measure(TestChannel.Of(Rate, samples, ("steady_state.continuous", "on")));
        Assert.Equal(66, found.Trials);
        Assert.Equal(1, found.Coherence.Value, 1e-9);
        Assert.Equal(0.5, found.EvokedPower.Value, 1e-9);
    }

    private static SteadyStateResult Measure(double amplitude, double noise, double jitter)
    {
        var stream = new RandomStream(5, "steady state");
        var samples = new double[(Trials + 1) * 1000];
        var events = new List<SignalEvent>();
        for (var k = 0; k < Trials; k++)
        {
            var phase = jitter * 2 * Math.PI * stream.Uniform();
            events.Add(new SignalEvent((k * 1000) + 100, "click"));
            for (var t = 0; t < 1000; t++)
                samples[(k * 1000) + t] = (amplitude * Math.Cos((2 * Math.PI * 40 * t / Rate) + phase)) + (noise * stream.Normal());
        }

        var signal = TestChannel.Signal(Rate, samples) with { Events = events };
        return (SteadyStateResult)new SteadyStateBiomarker().Measure(TestChannel.Of(signal, ("evoked.event", "click")));
    }
}
