using Isonomia.Measurement.Biomarkers.Clamp;
using Isonomia.Measurement.Measuring;
using Isonomia.Measurement.Preprocessing;
using Isonomia.Measurement.Recordings;
using Isonomia.Numerics.Random;

namespace Isonomia.Measurement.Tests.Biomarkers.Clamp;

/// <summary>
/// Cells whose conductances are known: inhibition follows excitation by 3 ms, on a leak of 10 nS at -70 mV.
/// </summary>
public sealed class ConductanceTests
{
    private const double Rate = 20_000, Leak = 10e-9, LeakReversal = -70e-3, Excitatory = 0, Inhibitory = -80e-3;
    private const double Capacitance = 150e-12, Lag = 3e-3;
    private const int Count = 10_000;

    [Fact]
    public void Two_holding_potentials_give_back_the_conductances_that_made_the_currents()
    {
        var found = Measure(Held([-80e-3, 0], 0, 0), "nA", [("conductance.levels", "-80,0")]);
        for (var t = 0; t < Count; t++)
        {
            Assert.Equal(Excitation(t) * 1e9, found.Trace!.Excitation[t] * 1e9, 1e-6);
            Assert.Equal(Inhibition(t) * 1e9, found.Trace.Inhibition[t] * 1e9, 1e-6);
        }

        var reading = found.ToReading();
        Assert.Equal(10, reading.Find("resting_conductance")!.Value.Value, 1e-6);
        Assert.Equal(-70, reading.Find("resting_potential")!.Value.Value, 1e-6);
        Assert.Equal(3, reading.Find("lag_ms")!.Value.Value, 0.05);
        Assert.False(reading.Find("linearity")!.Value.IsDefined);
    }

    [Fact]
    public void A_series_resistance_that_is_known_is_allowed_for()
    {
        // The cell sees the holding potential less the drop: I = (G V - b)/(1 + Rs G).
        double[][] currents = [.. Held([-80e-3, -40e-3, 0], 0, 20e6)];
        var right = Measure(currents, "nA", [("conductance.levels", "-80,-40,0"), ("conductance.series_resistance", "20")]);
        var wrong = Measure(currents, "nA", [("conductance.levels", "-80,-40,0")]);
        Assert.Equal(5, right.Trace!.Excitation.Max() * 1e9, 1e-6);
        Assert.True(wrong.Trace!.Excitation.Max() < 4.5e-9);
        Assert.Equal(1, right.ToReading().Find("linearity")!.Value.Value, 1e-9);
    }

    [Fact]
    public void Standard_errors_cover_the_truth_as_often_as_they_should()
    {
        const double Noise = 5e-12;
        var found = Measure(Held([-80e-3, -60e-3, -40e-3, -20e-3], Noise, 0), "nA", [("conductance.levels", "-80,-60,-40,-20")]);
        var within = Enumerable.Range(0, Count).Count(t =>
            Math.Abs(found.Trace!.Excitation[t] - Excitation(t)) < 1.96 * found.Trace.ExcitationError[t]);
        // 10,000 independent errors: 0.95 with a deviation of 0.002, and 2,000 baseline samples know the noise to 2 %.
        Assert.InRange(within / (double)Count, 0.935, 0.965);
    }

    [Fact]
    public void Current_clamp_gives_them_back_from_potentials_and_capacitance()
    {
        double[] injected = [-200e-12, 0, 100e-12];
        double[][] potentials = [.. injected.Select(Integrate)];
        var found = Measure(potentials, "mV", [("conductance.clamp", "current"), ("conductance.levels", "-200,0,100"),
            ("conductance.smoothing", "0.1ms")]);
        // The slope over three samples of 50 us each misses at most a fiftieth of the fastest rise, of 2 ms.
        Assert.Equal(5, found.Trace!.Excitation.Max() * 1e9, 0.1);
        Assert.Equal(12, found.Trace.Inhibition.Max() * 1e9, 0.24);
        Assert.Equal(3, found.ToReading().Find("lag_ms")!.Value.Value, 0.1);
    }

    [Theory]
    [InlineData("the levels are not said", "nA")]
    [InlineData("1 levels were given for 2 channels", "nA", "conductance.levels", "-80")]
    [InlineData("two different levels", "nA", "conductance.levels", "-80,-80")]
    [InlineData("a current (A, mA, uA, nA, pA) was expected", "mV", "conductance.levels", "-80,0")]
    [InlineData("the baseline from 3 to 4 s holds 0 samples", "nA", "conductance.levels", "-80,0", "conductance.baseline", "3:4")]
    public void What_is_missing_is_said(string expected, string unit, params string[] set)
    {
        var pairs = Enumerable.Range(0, set.Length / 2).Select(i => (set[2 * i], set[(2 * i) + 1])).ToArray();
        Assert.Contains(expected, Measure(Held([-80e-3, 0], 0, 0), unit, pairs).Why);
    }

    [Fact]
    public void A_high_pass_is_refused()
    {
        var found = Measure(Held([-80e-3, 0], 0, 0), "nA", [("conductance.levels", "-80,0"), ("preprocessing.highpass", "0.5")]);
        Assert.Contains("--raw", found.Why);
    }

    private static double Excitation(int t) => 5e-9 * Bump(t / Rate, 0.2);

    private static double Inhibition(int t) => 12e-9 * Bump(t / Rate, 0.2 + Lag);

    private static double Bump(double time, double onset)
    {
        // t/tau exp(1 - t/tau), of peak one, from the onset on.
        var x = (time - onset) / 5e-3;
        return x > 0 ? x * Math.Exp(1 - x) : 0;
    }

    private static double[][] Held(double[] potentials, double noise, double seriesResistance) => [.. potentials.Select((v, k) =>
    {
        var stream = new RandomStream(11, "clamp", k);
        return Enumerable.Range(0, Count).Select(t =>
        {
            var (e, i) = (Excitation(t), Inhibition(t));
            var (g, b) = (Leak + e + i, (Leak * LeakReversal) + (e * Excitatory) + (i * Inhibitory));
            return 1e9 * ((((g * v) - b) / (1 + (seriesResistance * g))) + (noise * stream.Normal()));
        }).ToArray();
    })];

    // Exact for constant conductances within a step of a fiftieth of a sample.
    private static double[] Integrate(double injected)
    {
        const int Steps = 20;
        var v = LeakReversal + (injected / Leak);
        var found = new double[Count];
        for (var t = 0; t < Count; t++)
        {
            found[t] = 1e3 * v;
            for (var s = 0; s < Steps; s++)
            {
                var time = (t + ((s + 0.5) / Steps)) / Rate;
                var (e, i) = (5e-9 * Bump(time, 0.2), 12e-9 * Bump(time, 0.2 + Lag));
                var g = Leak + e + i;
                var rest = ((Leak * LeakReversal) + (i * Inhibitory) + injected) / g;
                v = rest + ((v - rest) * Math.Exp(-g / Capacitance / Rate / Steps));
            }
        }

        return found;
    }

    private static ConductanceResult Measure(double[][] sweeps, string unit, (string Key, string Value)[] set)
    {
        var header = new RecordingHeader("<clamp>", "memory",
            [.. sweeps.Select((s, i) => new Channel($"sweep {i + 1}", ChannelType.Other, unit, Rate, s.Length))]);
        using var recording = new Recording(header, new MemorySource(sweeps));
        var raw = PreprocessingSettings.Raw.Select(p => (p.Key, p.Value));
        var settings = raw.Concat(set).Aggregate(RecordingMeasurer.DefaultSettings, (s, one) => s.With(one.Item1, one.Item2));
        return (ConductanceResult)new RecordingMeasurer(settings, []) { RecordingBiomarkers = [new ConductanceBiomarker()] }
            .Measure(recording).Whole.Biomarkers["conductances"];
    }
}
