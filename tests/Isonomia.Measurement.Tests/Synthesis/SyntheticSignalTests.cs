using Isonomia.Measurement.Biomarkers;
using Isonomia.Measurement.Biomarkers.Amplitude;
using Isonomia.Measurement.Recordings;
using Isonomia.Measurement.Settings;
using Isonomia.Measurement.Synthesis;

namespace Isonomia.Measurement.Tests.Synthesis;

public class SyntheticSignalTests
{
    private const int Replicates = 16;
    private static readonly MeasureSettings Settings =
        new MeasureSettings(BiomarkerLibrary.Settings).With("dfa.bands", "alpha");

    private static readonly SyntheticSignal Alpha = new()
    {
        Duration = 300,
        Rhythms = [new Rhythm("alpha", 10.2, 1.6, 9)],
        Background = new Background { Offset = 0 },
    };

    [Theory]
    [InlineData(0.6)]
    [InlineData(0.9)]
    public void The_amplitude_remembers_its_past_as_long_as_it_was_told_to(double hurst)
    {
        var exponents = Measure(new Modulation { Hurst = hurst }, s => new DetrendedFluctuationBiomarker().Measure(s) is
            DetrendedFluctuationResult found ? found.Bands[0].Exponent.Value : double.NaN);
        // One exponent of 300 s scatters by 0.065 (the recovery study); 16 of them by 0.016. Four of those, and 0.02
        // for what is fast in the amplitude and was left out.
        Assert.Equal(hurst, exponents.Average(), 0.085);
    }

    [Fact]
    public void The_bias_towards_excitation_decides_on_which_side_of_one_the_functional_ratio_lies()
    {
        double Ratio(double bias) => Measure(new Modulation { Hurst = 0.9, ExcitationBias = bias }, s =>
            ((FunctionalRatioResult)new FunctionalRatioBiomarker().Measure(s)).Bands[0].Ungated.Value).Average();
        // Single ratios scatter by about 0.1.
        Assert.InRange(Ratio(-0.5), 0, 0.7);
        Assert.InRange(Ratio(0), 0.7, 1.1);
        Assert.InRange(Ratio(0.5), 1.1, 2);
    }

    [Fact]
    public void Replicates_are_independent_and_repeatable()
    {
        var signal = Alpha with { Duration = 4 };
        Assert.Equal(signal.Make(), signal.Make());
        Assert.NotEqual(signal.Make(), (signal with { Replicate = 1 }).Make());
        Assert.NotEqual(signal.Make(), (signal with { Seed = 2 }).Make());
    }

    [Theory]
    [InlineData(0.1)]
    [InlineData(1)]
    [InlineData(4)]
    public void Signals_too_short_for_anything_slow_are_finite(double seconds) =>
        Assert.All((Alpha with { Duration = seconds }).Make(), s => Assert.True(double.IsFinite(s)));

    private static double[] Measure(Modulation modulation, Func<ChannelAnalysis, double> measure)
    {
        var found = new double[Replicates];
        Parallel.For(0, Replicates, i =>
        {
            var rhythm = Alpha.Rhythms[0] with { Modulation = modulation };
            var samples = (Alpha with { Replicate = i, Rhythms = [rhythm] }).Make();
            var channel = new Channel("synthetic", ChannelType.Eeg, "uV", Alpha.SamplingRate, samples.Length);
            found[i] = measure(new ChannelAnalysis(Signal.Whole(channel, samples), Settings));
        });
        return found;
    }
}
