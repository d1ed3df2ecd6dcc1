using Isonomia.Inference.Corticothalamic;

namespace Isonomia.Inference.Tests.Corticothalamic;

/// <summary>The eyes-closed state of NFTsim's public configuration, against values computed from the papers' formulas
/// by an independent program. They are met to 5e-4, not to the 1e-4 that they are given with, and why is not known: the
/// closed form with the exact strengths and rates, written again in another language, differs from them as this does
/// (-4.9e-4 at 9 Hz), and neither other delays, rates of dendrites nor numbers of modes bring the two together. Taking
/// the gains with the three or four digits that are published moves the values by up to 6e-4, which is accepted
/// here.</summary>
public sealed class PublishedSpectrumTests
{
    private static readonly CorticothalamicField Field = new(CorticothalamicSteadyState.EyesClosed);

    [Theory]
    [InlineData(1, 2.19843)]
    [InlineData(2, .69208)]
    [InlineData(4, .29410)]
    [InlineData(6, .32279)]
    [InlineData(8, 1.20431)]
    [InlineData(9, 2.77347)]
    [InlineData(11, .44834)]
    [InlineData(12, .24667)]
    [InlineData(15, .14249)]
    [InlineData(20, .16924)]
    [InlineData(30, .02838)]
    [InlineData(40, .00600)]
    public void Eyes_closed_spectrum_over_its_value_at_10_Hz(double hertz, double expected) =>
        Assert.Equal(expected, Field.Spectrum(hertz) / Field.Spectrum(10), (6e-4 * expected) + 5e-6);

    [Theory]
    [InlineData(1, .92051)]
    [InlineData(4, .27796)]
    [InlineData(8, .60743)]
    [InlineData(9, 1.22734)]
    [InlineData(11, .60464)]
    [InlineData(20, .33396)]
    [InlineData(40, .04041)]
    public void Spectrum_of_an_infinite_sheet_over_its_value_at_10_Hz(double hertz, double expected) =>
        Assert.Equal(expected, Field.UnboundedSpectrum(hertz) / Field.UnboundedSpectrum(10), (6e-4 * expected) + 5e-6);

    [Fact]
    public void Loop_strengths_of_the_eyes_closed_state()
    {
        var gains = CorticothalamicSteadyState.EyesClosed;
        Assert.Equal(2.074, gains.Ee, 5e-4);
        Assert.Equal(-4.110, gains.Ei, 5e-4);
        Assert.Equal(.4059, gains.X, 5e-5);
        Assert.Equal(.5136, gains.Y, 3e-4);
        Assert.Equal(.0571, gains.Z, 5e-5);
    }

    [Fact]
    public void Alpha_and_beta_peaks_stand_where_the_papers_have_them()
    {
        var power = Enumerable.Range(0, 4000).Select(i => Field.Spectrum(0.01 * i)).ToArray();
        var peaks = Enumerable.Range(1, 3998).Where(i => power[i] > power[i - 1] && power[i] > power[i + 1])
            .Select(i => 0.01 * i).ToArray();
        Assert.Equal([8.90, 18.18, 27.33], peaks, (a, b) => Math.Abs(a - b) < 0.015);
    }

    [Fact]
    public void The_eyes_closed_state_is_stable_and_closest_to_an_alpha_oscillation_or_slow_runaway()
    {
        var stability = CharacteristicRoots.Rightmost(CorticothalamicSteadyState.EyesClosed);
        Assert.True(stability.IsStable);
        Assert.True(stability.Kind == Models.Stability.SaddleNode || stability.FrequencyHz is > 8 and < 10);
    }
}
