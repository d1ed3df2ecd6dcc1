using Isonomia.Measurement.Biomarkers;
using Isonomia.Measurement.Biomarkers.Evoked;
using Isonomia.Measurement.Measuring;
using Isonomia.Measurement.Preprocessing;
using Isonomia.Measurement.Recordings;
using Isonomia.Numerics.Random;

namespace Isonomia.Measurement.Tests.Biomarkers.Evoked;

/// <summary>Pulses whose responses were put there.</summary>
public sealed class StimulationTests
{
    private const double Rate = 1000;
    private const int Trials = 30;

    [Fact]
    public void Components_are_found_where_they_were_put()
    {
        (string Name, double At, double Size)[] put =
            [("N15", 0.015, -3), ("P30", 0.030, 4), ("N45", 0.046, -5), ("P60", 0.062, 3), ("N100", 0.105, -8), ("P180", 0.190, 6)];
        var signal = Pulsed((t, _) => put.Sum(p => p.Size * Math.Exp(-Math.Pow((t - p.At) / (0.12 * p.At), 2) / 2)), 0.2, ChannelType.Eeg);
        var found = new PulseComponentsBiomarker().Measure(TestChannel.Of(signal, ("tms.event", "pulse"))).ToReading();
        foreach (var (name, at, size) in put)
        {
            // Noise of 0.2 over 30 trials leaves 0.04; neighbours overlap by less than a tenth.
            Assert.Equal(1e3 * at, found.Find(name, "latency_ms")!.Value.Value, 2.0);
            Assert.Equal(size, found.Find(name, "amplitude")!.Value.Value, 0.4);
            Assert.InRange(found.Find(name, "amplitude")!.Value.StandardError!.Value, 0.02, 0.06);
        }
    }

    [Fact]
    public void A_component_that_is_not_there_is_undefined()
    {
        var flat = Pulsed((t, _) => t, 0, ChannelType.Eeg);
        var found = new PulseComponentsBiomarker().Measure(TestChannel.Of(flat, ("tms.event", "pulse"))).ToReading();
        Assert.Contains("no peak", found.Find("N100", "amplitude")!.Value.Why);
    }

    [Fact]
    public void Transitions_are_those_counted_one_by_one()
    {
        var stream = new RandomStream(3, "transitions");
        double[] x = [.. Enumerable.Range(0, 40).Select(_ => stream.Normal())];
        double[] thresholds = [.. Enumerable.Range(0, 25).Select(s => 0.1 * s)];
        var found = StateTransitions.Transitions(x, thresholds);
        for (var s = 0; s < thresholds.Length; s++)
        {
            var count = 0;
            for (var i = 0; i < x.Length; i++)
            {
                for (var j = 0; j + 1 < x.Length; j++)
                    count += Math.Abs(x[i] - x[j]) <= thresholds[s] != Math.Abs(x[i] - x[j + 1]) <= thresholds[s] ? 1 : 0;
            }

            Assert.Equal(count / 1600.0, found[s], 1e-12);
        }
    }

    [Fact]
    public void A_response_of_many_independent_courses_is_more_complex_than_one_seen_everywhere()
    {
        double Course(int k, double t) => t <= 0 ? 0 : 20 * Math.Exp(-t / 0.1) * Math.Sin(2 * Math.PI * (8 + (5 * k)) * t);
        var rich = Complexity(c => (t, _) => Course(c, t));
        var stereotyped = Complexity(c => (t, _) => (1 + (0.2 * c)) * Course(0, t));
        var none = Complexity(_ => (_, _) => 0);
        Assert.True(rich.Value > 2 * stereotyped.Value, $"{rich.Value} and {stereotyped.Value}");
        Assert.True(stereotyped.Value > 1);
        Assert.InRange(none.Value, 0, 0.2 * rich.Value);
        Assert.Equal(1, stereotyped.Components);
    }

    [Fact]
    public void Paired_pulses_inhibit_and_a_contracted_muscle_falls_silent()
    {
        // Amplitudes 2, after a pulse 3 ms before 0.8; background of 0.1, silent from 50 to 150 ms.
        var signal = Pulsed((t, k) => (k % 2 == 0 ? 1 : 0.4) * Bump(t), 0, ChannelType.Emg);
        var stream = new RandomStream(8, "background");
        var samples = signal.Samples;
        for (var t = 0; t < samples.Length; t++)
        {
            var after = ((t - 500) % 1500 + 1500) % 1500;
            if (after is < 45 or > 150)
                samples[t] += 0.05 * stream.Normal();
        }

        var events = signal.Events.Select((e, k) => e with { Description = k % 2 == 0 ? "single" : "paired" }).ToArray();
        var found = new MotorResponseBiomarker().Measure(TestChannel.Of(signal with { Events = events },
            ("tms.event", "single"), ("tms.pairs", "paired:3"))).ToReading();
        Assert.Equal(2, found.Find("test_amplitude")!.Value.Value, 0.2);
        Assert.Equal(0.4, found.Find("sici", "ratio")!.Value.Value, 0.06);
        Assert.Equal(150, found.Find("silent_period")!.Value.Value, 5.0);
    }

    [Fact]
    public void A_muscle_at_rest_has_no_silent_period()
    {
        var signal = Pulsed((t, _) => Bump(t), 1e-4, ChannelType.Emg);
        var found = new MotorResponseBiomarker().Measure(TestChannel.Of(signal, ("tms.event", "pulse"))).ToReading();
        Assert.Contains("at rest", found.Find("silent_period")!.Value.Why);
    }

    // A biphasic response of peak to peak 2 around 25 ms.
    private static double Bump(double t) => t is > 0.02 and < 0.03 ? Math.Sin(2 * Math.PI * (t - 0.02) / 0.01) : 0;

    private static (double Value, int Components) Complexity(Func<int, Func<double, int, double>> response)
    {
        var signals = Enumerable.Range(0, 6).Select(c => Pulsed(response(c), 1, ChannelType.Eeg, c)).ToArray();
        var header = new RecordingHeader("<tms>", "memory", [.. signals.Select((s, c) => new Channel($"E{c}", ChannelType.Eeg, "uV", Rate, s.Samples.Length))])
        {
            Events = [.. signals[0].Events.Select(e => new RecordingEvent(e.Sample / Rate, 0, e.Description))],
        };
        using var recording = new Recording(header, new MemorySource([.. signals.Select(s => s.Samples)]));
        var settings = PreprocessingSettings.Raw.Select(p => (p.Key, p.Value)).Append(("tms.event", "pulse"))
            .Aggregate(RecordingMeasurer.DefaultSettings, (s, p) => s.With(p.Item1, p.Item2));
        var found = new RecordingMeasurer(settings, []) { RecordingBiomarkers = [new ComplexityIndexBiomarker()] }
            .Measure(recording).Whole.Biomarkers["pci"].ToReading();
        return (found.Find("value")!.Value.Value, (int)(long)found.Members.Single(m => m.Name == "components").Value!);
    }

    private static Signal Pulsed(Func<double, int, double> response, double noise, ChannelType type, int channel = 0)
    {
        var stream = new RandomStream(9, "pulses", channel);
        var samples = new double[(Trials * 1500) + 1500];
        var events = new SignalEvent[Trials];
        for (var t = 0; t < samples.Length; t++)
            samples[t] = noise * stream.Normal();
        for (var k = 0; k < Trials; k++)
        {
            events[k] = new SignalEvent((k * 1500) + 500, "pulse");
            for (var t = 0; t < 1000; t++)
                samples[events[k].Sample + t] += response(t / Rate, k);
        }

        return Signal.Whole(new Channel("x", type, "uV", Rate, samples.Length), samples) with { Events = events };
    }
}
