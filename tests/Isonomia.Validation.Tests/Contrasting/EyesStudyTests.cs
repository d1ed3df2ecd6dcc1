using Isonomia.Tests;
using Isonomia.Validation.Contrasting;

namespace Isonomia.Validation.Tests.Contrasting;

public class EyesStudyTests
{
    private static readonly Lazy<EyesStudy> Study = new(() => EyesStudy.Run(SharedData.Path("eegmmidb_S001")));

    [Fact]
    public void Closing_the_eyes_raises_occipital_alpha_as_much_as_scipy_finds() =>
        // Reference: scipy's Welch on the same files, given to a decimal.
        Assert.Equal(EyesStudy.KnownAlphaRatio, Study.Value.AlphaRatio, 0.05);

    [Fact]
    public void Alpha_rises_more_at_the_back_of_the_head_than_at_the_front()
    {
        static double Ratio(string name)
        {
            var site = Study.Value.Sites.Single(s => s.Name == name);
            return site.ClosedAlpha / site.OpenAlpha;
        }

        Assert.True(Ratio("Oz") > 2 * Ratio("Fz"));
    }

    [Fact]
    public void Ten_seconds_are_enough_to_tell_closed_eyes_from_open_by_alpha()
    {
        var alpha = Study.Value.Contrasts[0];
        Assert.Equal((6, 6), (alpha.First.Values.Length, alpha.Second.Values.Length));
        Assert.True(alpha.First.Values.Min() > alpha.Second.Values.Max());
        // 2 of the 924 arrangements of twelve parts are as extreme.
        Assert.Equal(2.0 / 924, alpha.PermutationP(), 0.002);
    }

    [Fact]
    public void Every_electrode_has_an_exponent_in_both_conditions()
    {
        Assert.Equal(64, Study.Value.Sites.Count);
        // Power falls with frequency everywhere; least over the temples, where muscle flattens the spectrum.
        Assert.All(Study.Value.Sites, s => Assert.InRange(s.OpenExponent, 0.1, 3));
        Assert.All(Study.Value.Sites, s => Assert.InRange(s.ClosedExponent, 0.1, 3));
        var flattest = Study.Value.Sites.MinBy(s => s.OpenExponent)!.Name;
        Assert.Contains(flattest, new[] { "T7", "T8", "T9", "T10", "FT7", "FT8" });
    }

    [Fact]
    public void Whether_closing_the_eyes_flattens_or_steepens_the_spectrum_depends_on_where_one_looks()
    {
        // With eye movements within the range (2 Hz up) and without (6 Hz up).
        Assert.True(Study.Value.Ranges[0].MedianDifference < -0.05);
        Assert.True(Study.Value.Ranges[^1].MedianDifference > 0.05);
    }
}
