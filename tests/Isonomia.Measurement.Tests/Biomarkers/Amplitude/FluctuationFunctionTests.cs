using Isonomia.Measurement.Biomarkers.Amplitude;
using Isonomia.Measurement.Recordings;
using Isonomia.Measurement.Settings;
using Isonomia.Tests;

namespace Isonomia.Measurement.Tests.Biomarkers.Amplitude;

public class FluctuationFunctionTests
{
    [Theory]
    [InlineData("fgn_H0.5_n32768.npy")]
    [InlineData("fgn_H0.7_n32768.npy")]
    public void Exponent_of_fractional_noise_equals_that_of_the_reference_implementation(string name)
    {
        var x = Vector(name);
        var least = x.Min();
        var envelope = BandEnvelope.Given(100, [.. x.Select(v => v - least + 1)]);

        var line = Function(envelope, new Interval(1, 30)).Fit(new Interval(1, 30));

        var expected = SharedData.Reference("dfa_hurst_synthetic.json").GetProperty("results").GetProperty(name)
            .GetProperty("crosci_DFA_fs100_fit1-30s_of_x-min+1").GetDouble();
        Assert.Equal(expected, line!.Slope, 1e-11);
    }

    [Fact]
    public void Window_lengths_are_those_of_the_reference_implementation()
    {
        foreach (var recording in SharedData.Reference("crosci_dfa_fei.json").GetProperty("recs").EnumerateObject())
        {
            foreach (var band in recording.Value.EnumerateObject())
            {
                var expected = band.Value.GetProperty("window_sizes_samples").Numbers().Select(s => (int)s).ToArray();
                var limits = band.Value.GetProperty("fit_interval_s").Numbers();
                var rate = recording.Name switch
                {
                    var n when n.StartsWith("eeglab") => 128,
                    var n when n.StartsWith("unicorn") => 250,
                    var n when n.StartsWith("hc2") => 1250,
                    _ => 1000,
                };
                Assert.Equal(expected, FluctuationFunction.Sizes(rate, new Interval(limits[0], limits[1])));
            }
        }
    }

    [Fact]
    public void The_fluctuation_of_a_quadratic_profile_is_that_of_its_closed_form()
    {
        // A ramp integrates to a parabola t^2/2; the residual of its straight line over n points has mean square
        // (n^2 - 1)(n^2 - 4) / 720 by the orthogonality of discrete Legendre polynomials.
        var ramp = Enumerable.Range(0, 1000).Select(i => (double)i).ToArray();
        var found = DetrendedWindows.Of(BandEnvelope.Given(1, ramp), [new WindowGrid(101, 50), new WindowGrid(64, 32)]);

        foreach (var windows in found)
        {
            double n = windows.Grid.Size;
            var expected = Math.Sqrt(((n * n) - 1) * ((n * n) - 4) / 720);
            Assert.All(windows.Fluctuations, f => Assert.Equal(expected, f, 1e-9 * expected));
        }
    }

    [Fact]
    public void Level_and_drift_of_the_amplitude_do_not_disturb_its_fluctuation()
    {
        // A level a million times the fluctuation only tilts the profile; single sums would lose 12 of 16 digits.
        var x = Vector("fgn_H0.7_n32768.npy");
        WindowGrid[] grids = [new(30, 15), new(1000, 500), new(7501, 3750)];
        var plain = DetrendedWindows.Of(BandEnvelope.Given(1, x), grids);
        var lifted = DetrendedWindows.Of(BandEnvelope.Given(1, [.. x.Select(v => v + 1e6)]), grids);

        for (var g = 0; g < grids.Length; g++)
            Assert.Equal(plain[g].MeanFluctuation, lifted[g].MeanFluctuation, 1e-7 * plain[g].MeanFluctuation);
    }

    [Fact]
    public void Windows_agree_with_a_fit_written_out_plainly_wherever_the_blocks_fall()
    {
        // Long enough for three blocks of the profile; the plain fit is two passes of textbook regression.
        var x = Enumerable.Range(0, 200_000).Select(i => Math.Sin(i * 0.001 * Math.Sqrt(i)) + (i % 7)).ToArray();
        var windows = DetrendedWindows.Of(
            BandEnvelope.Given(1, x), [new WindowGrid(3001, 1500), new WindowGrid(257, 40_001)]);

        foreach (var grid in windows)
        {
            Assert.Equal((x.Length - grid.Grid.Size - 1) / grid.Grid.Hop + 1, grid.Count);
            for (var w = 0; w < grid.Count; w++)
            {
                var (amplitude, fluctuation) = Plainly(x.AsSpan(w * grid.Grid.Hop, grid.Grid.Size));
                Assert.Equal(amplitude, grid.Amplitudes[w], 1e-9);
                Assert.Equal(fluctuation, grid.Fluctuations[w], 1e-9 * fluctuation);
            }
        }
    }

    [Fact]
    public void Windows_never_touch_what_was_rejected()
    {
        var x = Vector("fgn_H0.7_n32768.npy");
        var spoilt = (double[])x.Clone();
        Array.Fill(spoilt, 1e9, 12_000, 500);
        SampleRange[] runs = [new(0, 12_000), new(12_500, x.Length - 12_500)];
        var grid = new WindowGrid(1000, 500);

        var found = DetrendedWindows.Of(new BandEnvelope(100, spoilt, runs), [grid])[0];

        double[] apart =
        [
            .. DetrendedWindows.Of(BandEnvelope.Given(100, x[..12_000]), [grid])[0].Fluctuations,
            .. DetrendedWindows.Of(BandEnvelope.Given(100, x[12_500..]), [grid])[0].Fluctuations,
        ];
        Assert.Equal(apart.Length, found.Count);
        Assert.All(apart.Zip(found.Fluctuations), pair => Assert.Equal(pair.First, pair.Second, 1e-9 * pair.First));
    }

    [Fact]
    public void The_fit_begins_one_length_earlier_where_that_is_nearer_and_within_a_hundredth()
    {
        // At 128 Hz the length nearest to 3.981 s (509.568 samples) is 509 samples, just below.
        var envelope = BandEnvelope.Given(128, [.. Vector("fgn_H0.7_n32768.npy").Select(v => v + 5)]);
        var wide = Function(envelope, new Interval(1, 30));

        Assert.Equal(509, wide.Fit(new Interval(3.981, 30))!.Windows[0].Grid.Size);
        var narrow = Function(envelope, new Interval(3.981, 30));
        Assert.Equal(571, narrow.Fit(new Interval(3.981, 30))!.Windows[0].Grid.Size);
        Assert.Equal(641, wide.Fit(new Interval(4.9, 30))!.Windows[0].Grid.Size);
    }

    private static double[] Vector(string name) => NpyFile.Vector(SharedData.Path("reference/vectors/" + name));

    private static FluctuationFunction Function(BandEnvelope envelope, Interval range) => FluctuationFunction.Of(
        envelope.SamplingRate,
        DetrendedWindows.Of(envelope,
            [.. FluctuationFunction.Sizes(envelope.SamplingRate, range).Select(s => WindowGrid.Overlapping(s, 0.5))]));

    private static (double Amplitude, double Fluctuation) Plainly(ReadOnlySpan<double> x)
    {
        var profile = new double[x.Length];
        var sum = 0.0;
        for (var i = 0; i < x.Length; i++)
            profile[i] = sum += x[i];
        var (meanT, meanY) = ((x.Length - 1) / 2.0, profile.Average());
        var (tt, ty) = (0.0, 0.0);
        for (var i = 0; i < x.Length; i++)
        {
            tt += (i - meanT) * (i - meanT);
            ty += (i - meanT) * (profile[i] - meanY);
        }

        var square = 0.0;
        for (var i = 0; i < x.Length; i++)
            square += Math.Pow(profile[i] - meanY - (ty / tt * (i - meanT)), 2);
        return (sum / x.Length, Math.Sqrt(square / x.Length));
    }
}
