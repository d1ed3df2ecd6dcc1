using Isonomia.Measurement.Recordings;
using Isonomia.Measurement.Synthesis;
using Isonomia.Measurement.Synthesis.Disturbing;

namespace Isonomia.Measurement.Tests.Synthesis;

public class VirtualIndividualTests
{
    private static readonly VirtualIndividual Noise =
        new VirtualIndividual { Duration = 200, Rhythms = [] }.Undisturbed();

    private static readonly VirtualIndividual Silent = Noise with { Background = new Background { Offset = -9 } };

    [Fact]
    public async Task The_same_individual_gives_the_same_samples_on_any_number_of_threads()
    {
        var individual = new VirtualIndividual { Duration = 20 };
        using var many = individual.Record().Recording;
        // Parallel loops run on the current scheduler; this one allows a single worker.
        var one = new ConcurrentExclusiveSchedulerPair(TaskScheduler.Default, 1).ConcurrentScheduler;
        using var alone = await Task.Factory.StartNew(
            () => individual.Record().Recording, TestContext.Current.CancellationToken, TaskCreationOptions.None, one);
        for (var c = 0; c < many.Channels.Count; c++)
            Assert.Equal(many.ReadAll(c), alone.ReadAll(c));
    }

    [Fact]
    public void Another_seed_is_another_individual()
    {
        using var one = (Noise with { Seed = 1 }).Record().Recording;
        using var other = (Noise with { Seed = 2 }).Record().Recording;
        // Independent noise: |r| of 50,000 correlated samples stays below 0.5 with certainty, and is 1 for equals.
        Assert.InRange(Correlation(one.ReadAll(0), other.ReadAll(0)), -0.5, 0.5);
    }

    [Theory]
    [InlineData(0.8, 0)]
    [InlineData(1.4, 0)]
    [InlineData(2.2, 0)]
    [InlineData(2, 12)]
    public void The_spectrum_at_every_electrode_is_the_power_law_of_the_truth(double exponent, double kneeHz)
    {
        var individual = Noise with { Background = new Background { Exponent = exponent, KneeHz = kneeHz } };
        var (recording, truth) = individual.Record();
        using var _ = recording;
        Assert.Equal(exponent, truth.Exponent);
        foreach (var electrode in truth.Electrodes)
        {
            var power = new Periodogram(recording.ReadAll(recording.IndexOf(electrode.Name)), 250);
            double Expected(double f) =>
                Math.Pow(10, electrode.Offset) / (Math.Pow(kneeHz, exponent) + Math.Pow(f, exponent));
            // Closed form: a periodogram over its expectation is exponential with mean 1, so a mean over N bins has
            // standard error 1/sqrt(N). 5 of them, for 32 electrodes and two halves of the spectrum.
            foreach (var (low, high) in new[] { (1.0, 15.0), (15.0, 100.0) })
                Assert.Equal(1, power.MeanRatio(low, high, Expected), 5 / Math.Sqrt(200 * (high - low)));
        }
    }

    [Fact]
    public void The_reference_is_the_average_of_the_electrodes_that_work()
    {
        var (recording, truth) = new VirtualIndividual { Duration = 10 }.Record();
        using var _ = recording;
        var sum = new double[2500];
        foreach (var electrode in truth.Electrodes.Where(e => !e.Bad))
        {
            var samples = recording.ReadAll(recording.IndexOf(electrode.Name));
            for (var i = 0; i < sum.Length; i++)
                sum[i] += samples[i];
        }

        Assert.All(sum, s => Assert.Equal(0, s, 1e-9));
    }

    [Fact]
    public void Alpha_is_strongest_at_the_back_of_the_head_and_has_the_power_of_the_truth()
    {
        var (recording, truth) = (Silent with { Rhythms = [Rhythm.AtRest[0]] }).Record();
        using var _ = recording;
        foreach (var electrode in truth.Electrodes)
        {
            var samples = recording.ReadAll(recording.IndexOf(electrode.Name));
            // The amplitude is scaled to mean square 1 over the recording; what is left is the carrier's own mean of
            // cos^2 against it, which differs from 1/2 by far less than 1 %.
            Assert.Equal(1, samples.Average(s => s * s) / electrode.Rhythms[0].PowerUv2, 0.01);
        }

        var strongest = truth.Electrodes.MaxBy(e => e.Rhythms[0].PowerUv2)!;
        Assert.Contains(strongest.Name, new[] { "O1", "Oz", "O2" });
        Assert.True(truth["Fz"].Rhythms[0].PowerUv2 < strongest.Rhythms[0].PowerUv2 / 2);
    }

    [Fact]
    public void Alpha_peaks_at_its_frequency_with_its_bandwidth()
    {
        var rhythm = Rhythm.AtRest[0] with { Modulation = new Modulation { Depth = 0 } };
        var (recording, _) = (Silent with { Rhythms = [rhythm] }).Record();
        using var owned = recording;
        var power = new Periodogram(recording.ReadAll(recording.IndexOf("Oz")), 250);
        var (mean, deviation) = power.Moments(5, 15);
        // The frequency wanders with a memory of about 2/(2 pi 0.25 Hz): over 200 s its mean has a standard error of
        // 0.8 Hz / sqrt(200/1.3) = 0.065 Hz.
        Assert.Equal(rhythm.FrequencyHz, mean, 0.25);
        Assert.Equal(rhythm.BandwidthHz, 2 * deviation, 0.25);
    }

    [Fact]
    public void A_blink_is_seen_at_the_forehead_when_the_truth_says_so_and_nowhere_else()
    {
        var (recording, truth) = (Silent with { Blinks = new EyeBlinks(5, 150) }).Record();
        using var _ = recording;
        Assert.Equal(5, truth.Artefacts.Count);
        var forehead = recording.ReadAll(recording.IndexOf("Fpz"));
        var back = recording.ReadAll(recording.IndexOf("Oz"));
        for (var i = 0; i < forehead.Length; i++)
        {
            if (!truth.Artefacts.Any(a => i / 250.0 >= a.Onset && i / 250.0 <= a.Onset + a.Duration))
                Assert.True(Math.Abs(forehead[i]) < 1);
        }

        foreach (var blink in truth.Artefacts)
        {
            var during = new Range((int)(blink.Onset * 250), (int)((blink.Onset + blink.Duration) * 250));
            // Over the forehead the gain is 1 less its average over the scalp.
            Assert.InRange(forehead[during].Max(), 100, 150);
            Assert.InRange(back[during].Max(Math.Abs), 0, 50);
        }
    }

    [Fact]
    public void Muscle_is_seen_over_the_temple_it_comes_from()
    {
        var (recording, truth) = (Silent with { Muscle = new MuscleBursts(8, 25) }).Record();
        using var _ = recording;
        Assert.Equal(8, truth.Artefacts.Count);
        foreach (var burst in truth.Artefacts)
        {
            double Power(string site) => recording.ReadAll(recording.IndexOf(site))
                [(int)(burst.Onset * 250)..(int)((burst.Onset + burst.Duration) * 250)].Average(s => s * s);
            // A half-sine gate halves the power; the reference takes a little.
            Assert.InRange(Power(burst.Site), 100, 25 * 25);
            Assert.InRange(Power(burst.Site == "T7" ? "T8" : "T7"), 0, 20);
        }
    }

    [Fact]
    public void Hum_stands_alone_at_its_frequency()
    {
        var (recording, truth) = (Silent with { Line = new LineNoise(50, 2) }).Record();
        using var _ = recording;
        Assert.Equal(50, truth.LineFrequencyHz);
        var powers = Enumerable.Range(0, 32).Select(c =>
        {
            var power = new Periodogram(recording.ReadAll(c), 250);
            Assert.True(power.At(50) > 0.999 * power.Sum(1, 124));
            return power.At(50);
        });
        // The mean square of 32 normal gains of deviation 2 uV: 4 uV^2, standard error 4 sqrt(2/32) = 1.
        Assert.InRange(powers.Average(), 1, 8);
    }

    [Fact]
    public void A_broken_electrode_is_flat_or_noisy_as_asked()
    {
        using var flat = (Noise with { BadElectrode = new BadElectrode("C3", ElectrodeFault.Flat) }).Record().Recording;
        Assert.All(flat.ReadAll(flat.IndexOf("C3")), s => Assert.Equal(0, s));
        var poor = Noise with { BadElectrode = new BadElectrode("C3", ElectrodeFault.Noisy) };
        using var noisy = poor.Record().Recording;
        double Power(string site) => noisy.ReadAll(noisy.IndexOf(site)).Average(s => s * s);
        Assert.True(Power("C3") > 10 * Power("C4"));
    }

    [Fact]
    public void Neighbours_are_more_alike_than_electrodes_far_apart()
    {
        using var recording = Noise.Record().Recording;
        double[] Of(string site) => recording.ReadAll(recording.IndexOf(site));
        Assert.True(Correlation(Of("FC1"), Of("FCz")) > 0.25);
        Assert.True(Correlation(Of("Fpz"), Of("Oz")) < 0.1);
    }

    [Fact]
    public void What_cannot_be_recorded_is_said()
    {
        Assert.Contains("'Q7'", Assert.Throws<ArgumentException>(
            () => (Noise with { Electrodes = ["Fz", "Cz", "Q7"] }).Record()).Message, StringComparison.Ordinal);
        Assert.Contains("'P9'", Assert.Throws<ArgumentException>(
            () => (Noise with { BadElectrode = new BadElectrode("P9", ElectrodeFault.Flat) }).Record()).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => (Noise with { Electrodes = ["Fz", "Fz", "Cz"] }).Record());
        Assert.Throws<ArgumentException>(() => (Noise with { Electrodes = ["Fz", "Cz"] }).Record());
    }

    [Fact]
    public void Sixty_four_electrodes_are_sixty_four_sites()
    {
        Assert.Equal(64, ElectrodeSets.SixtyFour.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(32, ElectrodeSets.ThirtyTwo.Distinct(StringComparer.Ordinal).Count());
        var individual = new VirtualIndividual { Electrodes = ElectrodeSets.SixtyFour, Duration = 5 };
        using var recording = individual.Record().Recording;
        Assert.All(recording.Channels, c => Assert.Equal((ChannelType.Eeg, "uV", 1250), (c.Type, c.Unit, c.Samples)));
        Assert.Equal(64, recording.Channels.Select(c => c.Position).Distinct().Count());
    }

    private static double Correlation(double[] x, double[] y)
    {
        var (mx, my) = (x.Average(), y.Average());
        var xy = x.Zip(y, (a, b) => (a - mx) * (b - my)).Sum();
        return xy / Math.Sqrt(x.Sum(a => (a - mx) * (a - mx)) * y.Sum(b => (b - my) * (b - my)));
    }
}
