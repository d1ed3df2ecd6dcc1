using Isonomia.Measurement.Biomarkers.Synchrony;
using Isonomia.Measurement.Formats;
using Isonomia.Measurement.Measuring;
using Isonomia.Measurement.Preprocessing;
using Isonomia.Measurement.Recordings;
using Isonomia.Numerics.Random;
using Isonomia.Tests;

namespace Isonomia.Measurement.Tests.Biomarkers.Synchrony;

/// <summary>Synchrony from files and made-up recordings to results, with what preprocessing leaves.</summary>
public sealed class SynchronyBiomarkerTests
{
    private const double Rate = 200;

    [Fact]
    public void An_epoched_file_is_compared_epoch_by_epoch_as_mne_connectivity_does()
    {
        using var recording = RecordingFile.Open(SharedData.Path("eeglab_sample/eeglab_data_epochs_ica.set"));
        var settings = PreprocessingSettings.Raw.Aggregate(RecordingMeasurer.DefaultSettings, (s, p) => s.With(p.Key, p.Value))
            .With("synchrony.method", "multitaper").With("bands.delta", "off").With("bands.theta", "4:8");
        var reference = SharedData.Reference("connectivity_itc.json").GetProperty("conn").GetProperty("wpli");
        string[] names = [.. reference.GetProperty("channels").EnumerateArray().Select(c => c.GetString()!)];
        var found = (SynchronyResult)new RecordingMeasurer(settings, [])
        {
            RecordingBiomarkers = [new SynchronyBiomarker()],
            ChannelNames = names,
        }.Measure(recording).Whole.Biomarkers["synchrony"];
        Assert.Equal(80, found.Epochs);
        Assert.Equal(3, found.EpochSeconds);
        var theta = found.Bands[0].Matrices.Single(m => m.Measure == PairMeasure.WeightedLagIndex);
        var rows = reference.GetProperty("data").EnumerateArray().Select(r => r.EnumerateArray().ToArray()).ToArray();
        var order = names.Select(n => found.Channels.ToList().IndexOf(n)).ToArray();
        for (var i = 0; i < names.Length; i++)
        {
            for (var j = 0; j < i; j++)
                Assert.Equal(rows[i][j].Numbers()[0], theta[order[i], order[j]], 1e-7);
        }
    }

    [Fact]
    public void Epochs_that_are_not_clean_in_every_channel_are_left_out()
    {
        // A jump of 500 SD in one channel, in one epoch of thirty.
        var signals = Rhythms(60, 3, 0);
        signals[1][5050] += 500;
        var found = Measure(signals, ("preprocessing.bad_channels", "off"));
        Assert.InRange(found.Epochs, 28, 29);
    }

    [Fact]
    public void Channels_that_share_a_lagging_rhythm_are_found_in_its_band_and_no_other()
    {
        var found = Measure(Rhythms(120, 4, 1));
        double Of(string band) => found.Bands.Single(b => b.Band.Name == band).Matrices
            .Single(m => m.Measure == PairMeasure.DebiasedWeightedLagIndex).Mean;
        Assert.True(Of("alpha") > 0.4, $"alpha {Of("alpha")}");
        Assert.InRange(Of("gamma"), -0.02, 0.02);
    }

    [Fact]
    public void One_channel_has_no_synchrony_and_the_reason_is_told()
    {
        var found = Measure(Rhythms(20, 1, 0));
        Assert.Contains("one channel", found.Bands[0].Why);
        Assert.Null(found.ToReading().Find("alpha", "wpli")!.Value.Confidence95);
        Assert.False(found.ToReading().Find("alpha", "wpli")!.Value.IsDefined);
    }

    [Fact]
    public void Few_epochs_are_warned_of() =>
        Assert.Contains("only 10 epochs", Assert.Single(Measure(Rhythms(20, 2, 0)).Warnings));

    [Fact]
    public void Phases_that_turn_together_are_in_order_and_unrelated_ones_by_chance()
    {
        // The order of N random phases: mean sqrt(pi/(4N)), here 0.28 for ten, within 2% by the next term.
        var alone = Order(Rhythms(120, 10, 0));
        Assert.Equal(0.28, alone.Order.Value, 0.03);
        var together = Order([.. Enumerable.Repeat(Rhythms(120, 1, 0)[0], 10)]);
        Assert.Equal(1, together.Order.Value, 1e-9);
        Assert.Equal(0, together.Metastability.Value, 1e-9);
    }

    [Fact]
    public void Metastability_is_the_spread_of_an_order_that_comes_and_goes()
    {
        // Two phases in step, then opposed, half the time each: R is 1 and 0, its mean and deviation 1/2.
        var order = PhaseOrderBiomarker.Order([[1, 1, 1, 1], [2, 2, -2, -2]], [[1, 1, 1, 1], [2, 2, -2, -2]]);
        Assert.Equal([1, 1, 0, 0], order.Select(r => Math.Round(r, 12)));
    }

    private static BandOrder Order(double[][] signals) => ((PhaseOrderResult)Whole(signals, new PhaseOrderBiomarker()))
        .Bands.Single(b => b.Band.Name == "alpha");

    private static SynchronyResult Measure(double[][] signals, params (string Key, string Value)[] set) =>
        (SynchronyResult)Whole(signals, new SynchronyBiomarker(), set);

    private static Measurement.Biomarkers.BiomarkerResult Whole(
        double[][] signals, Measurement.Biomarkers.IRecordingBiomarker biomarker, params (string Key, string Value)[] set)
    {
        var header = new RecordingHeader("<synchrony>", "memory",
            [.. signals.Select((s, i) => new Channel($"E{i}", ChannelType.Eeg, "uV", Rate, s.Length))]);
        using var recording = new Recording(header, new MemorySource(signals));
        var settings = set.Append(("preprocessing.reference", "none")).Append(("preprocessing.bad_channels", "off"))
            .Aggregate(RecordingMeasurer.DefaultSettings, (s, one) => s.With(one.Item1, one.Item2));
        return new RecordingMeasurer(settings, []) { RecordingBiomarkers = [biomarker] }
            .Measure(recording).Whole.Biomarkers[biomarker.Name];
    }

    // White noise in every channel and, if asked for, a shared random rhythm at 10 Hz, later from channel to channel.
    private static double[][] Rhythms(double seconds, int channels, double shared)
    {
        var (count, delay) = ((int)(seconds * Rate), 3);
        var rhythm = new double[count + (delay * channels)];
        var source = new RandomStream(1, "rhythm");
        var (a, b) = (0.0, 0.0);
        for (var t = 0; t < rhythm.Length; t++)
        {
            // A noisy resonance of 10 Hz.
            var next = (1.98 * Math.Cos(2 * Math.PI * 10 / Rate) * a) - (0.9801 * b) + (0.3 * source.Normal());
            (rhythm[t], a, b) = (next, next, a);
        }

        return [.. Enumerable.Range(0, channels).Select(c =>
        {
            var stream = new RandomStream(2, "sensor", c);
            return Enumerable.Range(0, count)
                .Select(t => stream.Normal() + (shared * rhythm[t + (delay * (channels - c))])).ToArray();
        })];
    }
}
