using Isonomia.Measurement.Biomarkers;
using Isonomia.Measurement.Measuring;
using Isonomia.Measurement.Preprocessing;
using Isonomia.Measurement.Recordings;
using Isonomia.Measurement.Results;
using Isonomia.Measurement.Settings;
using Isonomia.Numerics.Random;

namespace Isonomia.Measurement.Tests.Measuring;

/// <summary>A window is measured as a recording of its own would be.</summary>
public sealed class WindowMeasurerTests
{
    private const double Rate = 200;

    [Fact]
    public void A_window_gives_what_its_samples_alone_give()
    {
        var signals = Signals(40);
        var windows = Measure(signals, new TimeWindows(10, 5)).Windows;
        Assert.Equal([0.0, 5, 10, 15, 20, 25, 30], windows.Select(w => w.Onset));
        double[][] cut = [.. signals.Select(s => s[3000..5000])];
        var alone = Measure(cut, null);
        foreach (var name in new[] { "aperiodic", "lempel_ziv", "band_power" })
        {
            var expected = alone.Channels[1].Biomarkers[name].ToReading().NumbersOnly();
            Assert.Equal(Numbers(expected), Numbers(windows[3].Channels[1].Numbers[name]));
        }

        Assert.Equal(Numbers(alone.Whole.Biomarkers["synchrony"].ToReading().NumbersOnly()), Numbers(windows[3].Whole["synchrony"]));
    }

    [Fact]
    public void A_change_half_way_is_seen_where_it_happens()
    {
        // Alpha from the twentieth second on.
        var signals = Signals(40);
        foreach (var signal in signals)
        {
            for (var t = 4000; t < signal.Length; t++)
                signal[t] += 5 * Math.Sin(2 * Math.PI * 10 * t / Rate);
        }

        double[] alpha = [.. Measure(signals, new TimeWindows(5, 5)).Windows
            .Select(w => w.Channels[0].Numbers["band_power"].Find("alpha", "relative")!.Value.Value)];
        Assert.All(alpha[..4], a => Assert.True(a < 0.3));
        Assert.All(alpha[4..], a => Assert.True(a > 0.7));
    }

    [Fact]
    public void What_was_rejected_stays_rejected_in_its_windows()
    {
        var signal = TestSignal(1000) with { Usable = [new SampleRange(0, 300), new SampleRange(500, 500)], Events = [new SignalEvent(450, "x")] };
        var cut = signal.Cut(new SampleRange(250, 300));
        Assert.Equal([new SampleRange(0, 50), new SampleRange(250, 50)], cut.Usable);
        Assert.Equal([new SampleRange(0, 300)], cut.Continuous);
        Assert.Equal(200, Assert.Single(cut.Events).Sample);
        Assert.Equal(signal.Samples[250], cut.Samples[0]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Windows_do_not_depend_on_threads(int threads)
    {
        var one = Measure(Signals(20), new TimeWindows(5, 2.5), 1).Windows;
        var other = Measure(Signals(20), new TimeWindows(5, 2.5), threads).Windows;
        for (var w = 0; w < one.Count; w++)
        {
            for (var c = 0; c < one[w].Channels.Count; c++)
                Assert.Equal(Numbers(one[w].Channels[c].Numbers["aperiodic"]), Numbers(other[w].Channels[c].Numbers["aperiodic"]));
        }
    }

    [Fact]
    public void A_window_longer_than_the_recording_is_refused() => Assert.Contains("the recording lasts 20 s",
        Assert.Throws<BadInputException>(() => Measure(Signals(20), new TimeWindows(30, 1))).Message);

    private static double[] Numbers(Reading reading) => [.. reading.Members.SelectMany(m => m.Value switch
    {
        Measured value => [value.Value],
        Reading part => Numbers(part),
        _ => Array.Empty<double>(),
    })];

    private static double[][] Signals(double seconds) => [.. Enumerable.Range(0, 3).Select(c =>
    {
        var stream = new RandomStream(4, "windows", c);
        return Enumerable.Range(0, (int)(seconds * Rate)).Select(_ => stream.Normal()).ToArray();
    })];

    private static Signal TestSignal(int samples) => Signal.Whole(
        new Channel("x", ChannelType.Eeg, "uV", Rate, samples), [.. Enumerable.Range(0, samples).Select(t => (double)t)]);

    private static RecordingMeasurement Measure(double[][] signals, TimeWindows? windows, int threads = 2)
    {
        var header = new RecordingHeader("<windows>", "memory",
            [.. signals.Select((s, c) => new Channel($"E{c}", ChannelType.Eeg, "uV", Rate, s.Length))]);
        using var recording = new Recording(header, new MemorySource(signals));
        var settings = PreprocessingSettings.Raw.Aggregate(RecordingMeasurer.DefaultSettings, (s, p) => s.With(p.Key, p.Value));
        var names = new[] { "aperiodic", "lempel_ziv", "band_power" };
        return new RecordingMeasurer(settings, [.. BiomarkerLibrary.All.Where(b => names.Contains(b.Name))])
        {
            RecordingBiomarkers = [.. BiomarkerLibrary.Recordings.Where(b => b.Name == "synchrony")],
            Windows = windows,
            Threads = threads,
        }.Measure(recording);
    }
}
