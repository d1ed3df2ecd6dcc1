using Isonomia.Numerics.Spectra;

namespace Isonomia.Numerics.Tests.Spectra;

public class WindowTests
{
    public static TheoryData<WindowFunction> Shapes =>
    [
        WindowFunction.Boxcar,
        WindowFunction.Hann,
        WindowFunction.Hamming,
        WindowFunction.Blackman,
        WindowFunction.BlackmanHarris,
        WindowFunction.Kaiser(5),
        WindowFunction.Tukey(0.25),
        WindowFunction.Dpss(2.5),
    ];

    [Theory]
    [MemberData(nameof(Shapes))]
    public void A_filter_window_is_symmetric_and_peaks_in_its_middle(WindowFunction function)
    {
        var window = Window.Create(function, 51, periodic: false);
        for (var i = 0; i < 51; i++)
            Assert.Equal(window[i], window[50 - i], 1e-12);
        Assert.Equal(1, window[25], 1e-12);
        Assert.Equal(window[25], window.Max(), 1e-12);
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void A_spectral_window_is_one_period_of_the_symmetric_one(WindowFunction function) =>
        Assert.Equal(
            Window.Create(function, 65, periodic: false)[..64], Window.Create(function, 64, periodic: true));

    [Fact]
    public void Hann_of_eight_samples_has_its_textbook_values()
    {
        // 0.5 - 0.5 cos(2 pi i/8).
        var half = Math.Sqrt(0.5) / 2;
        double[] expected = [0, 0.5 - half, 0.5, 0.5 + half, 1, 0.5 + half, 0.5, 0.5 - half];
        Near(expected, Window.Create(WindowFunction.Hann, 8, periodic: true), 1e-15);
    }

    [Fact]
    public void Hamming_stands_on_a_pedestal_of_eight_hundredths() =>
        Near([0.08, 0.54, 1, 0.54, 0.08], Window.Create(WindowFunction.Hamming, 5, periodic: false), 1e-15);

    [Fact]
    public void Blackman_and_blackman_harris_end_where_their_coefficients_say()
    {
        // a0 - a1 + a2 - a3 at the ends, a0 - a2 a quarter in (Harris 1978, table 1).
        Near([0, 0.34, 1, 0.34, 0], Window.Create(WindowFunction.Blackman, 5, periodic: false), 1e-15);
        Near(
            [6e-5, 0.21747, 1, 0.21747, 6e-5], Window.Create(WindowFunction.BlackmanHarris, 5, periodic: false), 1e-15);
    }

    [Fact]
    public void Kaiser_falls_to_one_over_its_bessel_function()
    {
        // I0(5) = 27.239871823604442 and I0(5 sqrt(3)/2) = 14.9390934..., Abramowitz and Stegun 9.6.12 summed by hand.
        var window = Window.Create(WindowFunction.Kaiser(5), 5, periodic: false);
        Assert.Equal(1 / 27.239871823604442, window[0], 1e-15);
        var (sum, term) = (1.0, 1.0);
        for (var k = 1; k < 40; k++)
            sum += term *= 25 * 0.75 / 4 / (k * k);
        Assert.Equal(sum / 27.239871823604442, window[1], 1e-14);
    }

    [Fact]
    public void Tukey_runs_from_boxcar_to_hann()
    {
        Near(
            Window.Create(WindowFunction.Boxcar, 30, periodic: false),
            Window.Create(WindowFunction.Tukey(0), 30, periodic: false),
            0);
        Near(
            Window.Create(WindowFunction.Hann, 30, periodic: false),
            Window.Create(WindowFunction.Tukey(1), 30, periodic: false),
            1e-14);
        // alpha 0.5 of 9 samples: flanks of 2 steps, 0.5 - 0.5 cos(pi i/2).
        Near([0, 0.5, 1, 1, 1, 1, 1, 0.5, 0], Window.Create(WindowFunction.Tukey(0.5), 9, periodic: false), 1e-15);
    }

    [Fact]
    public void A_window_of_one_sample_is_one() =>
        Assert.All(Shapes, shape => Assert.Equal([1.0], Window.Create(shape.Data, 1, periodic: true)));

    [Fact]
    public void A_window_says_its_name() =>
        Assert.Equal(
            ["hann", "blackman-harris", "kaiser(8.6)"],
            [$"{WindowFunction.Hann}", $"{WindowFunction.BlackmanHarris}", $"{WindowFunction.Kaiser(8.6)}"]);

    [Fact]
    public void Parameters_out_of_range_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => WindowFunction.Kaiser(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => WindowFunction.Tukey(1.1));
        Assert.Throws<ArgumentOutOfRangeException>(() => WindowFunction.Dpss(double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => Window.Create(WindowFunction.Hann, 0, periodic: true));
    }

    private static void Near(double[] expected, double[] actual, double tolerance)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (var i = 0; i < expected.Length; i++)
            Assert.Equal(expected[i], actual[i], tolerance);
    }
}
