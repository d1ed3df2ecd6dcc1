using Isonomia.Numerics.Filtering;
using Isonomia.Numerics.Spectra;

namespace Isonomia.Numerics.Tests.Filtering;

public class FirDesignTests
{
    [Fact]
    public void A_half_band_low_pass_of_five_taps_has_its_closed_form()
    {
        // sinc(m/2)/2 times Hamming, scaled to a sum of 1: the outer taps vanish, the inner are 0.54/pi.
        var inner = 0.54 / Math.PI;
        var sum = 0.5 + (2 * inner);
        double[] expected = [0, inner / sum, 0.5 / sum, inner / sum, 0];
        var taps = FirDesign.Windowed(5, [25], passZero: true, 100);
        for (var i = 0; i < 5; i++)
            Assert.Equal(expected[i], taps[i], 1e-16);
    }

    [Theory]
    [InlineData(true, 0, 1)]
    [InlineData(false, 50, 1)]
    public void The_gain_is_one_where_the_first_pass_band_is_scaled(bool passZero, double hertz, double expected) =>
        Assert.Equal(expected, Gain(FirDesign.Windowed(101, [20], passZero, 100), hertz, 100), 1e-14);

    [Fact]
    public void The_gain_is_a_half_at_a_cutoff()
    {
        var taps = FirDesign.Windowed(401, [10, 30], passZero: false, 100);
        Assert.Equal(0.5, Gain(taps, 10, 100), 2e-3);
        Assert.Equal(0.5, Gain(taps, 30, 100), 2e-3);
        Assert.Equal(1, Gain(taps, 20, 100), 1e-14);
        Assert.InRange(Gain(taps, 40, 100), -3e-3, 3e-3);
    }

    [Theory]
    [InlineData(8.0, 13.0, 250, 413)] // 3.3/2 s at 250 Hz: 412.5, up, odd
    [InlineData(1.0, 40.0, 160, 529)] // 1 Hz transition: 3.3 s
    [InlineData(0.5, null, 512, 3381)] // transition 0.5 Hz: 6.6 s = 3379.2 samples, up, odd
    [InlineData(null, 30.0, 128, 57)] // transition 7.5 Hz: 0.44 s = 56.32 samples
    [InlineData(13.0, 30.0, 128, 131)] // 3.25 and 7.5 Hz: 129.97 samples
    public void Mnes_default_length_is_three_point_three_over_the_narrowest_transition(
        double? low, double? high, double rate, int taps) =>
        Assert.Equal(taps, FirDesign.Mne(low, high, rate).Length);

    [Theory]
    [InlineData(8.0, 13.0, new[] { 8, 10.5, 13 }, new[] { 5.9, 1, 0, 16.3, 60 })]
    [InlineData(1.0, null, new[] { 1, 20.0, 100 }, new[] { 0.0 })]
    [InlineData(null, 40.0, new[] { 0, 20.0, 40 }, new[] { 50.1, 100 })]
    [InlineData(70.0, 40.0, new[] { 0, 40, 70, 110.0 }, new[] { 51.0 })]
    public void Mnes_filters_pass_their_band_and_stop_the_rest(double? low, double? high, double[] pass, double[] stop)
    {
        // A Hamming window ripples by 0.22 % and stops 53 dB (Ifeachor and Jervis, table 7.3); where a transition ends,
        // and where the ripples of two meet, twice as much.
        var taps = FirDesign.Mne(low, high, 250);
        Assert.All(pass, hertz => Assert.Equal(1, Gain(taps, hertz, 250), 5e-3));
        Assert.All(stop, hertz => Assert.Equal(0, Gain(taps, hertz, 250), 5e-3));
    }

    [Fact]
    public void A_notch_takes_line_noise_and_its_harmonic_and_nothing_else()
    {
        // 50 Hz: stop band 50/200 wide, transitions of half a hertz; 6.6 s long.
        var taps = FirDesign.MneNotch([50, 100], 250);
        Assert.Equal(1651, taps.Length);
        Assert.All((double[])[50, 100], hertz => Assert.Equal(0, Gain(taps, hertz, 250), 3e-3));
        Assert.All((double[])[0, 49.3, 50.7, 99.2, 100.8, 125], hertz => Assert.Equal(1, Gain(taps, hertz, 250), 3e-3));
    }

    [Fact]
    public void Filters_are_symmetric()
    {
        var taps = FirDesign.Mne(4, 8, 128);
        for (var i = 0; i < taps.Length; i++)
            Assert.Equal(taps[i], taps[^(i + 1)], 1e-17);
    }

    [Fact]
    public void Bands_that_do_not_fit_are_refused()
    {
        Assert.Throws<ArgumentException>(() => FirDesign.Mne(null, null, 250));
        Assert.Throws<ArgumentException>(() => FirDesign.Mne(8, 125, 250));
        Assert.Throws<ArgumentException>(() => FirDesign.Mne(0, 13, 250));
        Assert.Throws<ArgumentException>(() => FirDesign.Mne(2, 13, 250, lowTransition: 3));
        Assert.Throws<ArgumentException>(() => FirDesign.Mne(51, 50, 250));
        Assert.Throws<ArgumentException>(() => FirDesign.MneNotch([50, 50.5], 250));
        Assert.Throws<ArgumentException>(() => FirDesign.MneNotch([125], 250));
        Assert.Throws<ArgumentException>(() => FirDesign.Windowed(11, [60], passZero: true, 100));
        Assert.Throws<ArgumentException>(() => FirDesign.Windowed(10, [20], passZero: false, 100));
    }

    private static double Gain(double[] taps, double hertz, double rate)
    {
        var centre = (taps.Length - 1) / 2;
        return taps.Select((tap, i) => tap * Math.Cos(2 * Math.PI * hertz / rate * (i - centre))).Sum();
    }
}
