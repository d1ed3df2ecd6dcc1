using Isonomia.Simulation.Fields.Analysis;

namespace Isonomia.Simulation.Tests.Fields.Analysis;

// dx/dt = -a x(t - 1 s): the roots of s + a exp(-s) = 0 are s = W_k(-a), Lambert's function.
public class DelayedFeedbackTests
{
    private static RegionFunctions Feedback(double a) => new(FieldText.Parse($"""
        field: feedback
        parameters: [a: {a} Hz, tau: 1 second, s: 1 Hz**0.5]
        equations: |
          dx/dt = -a*delay(x, tau) + s*xi : 1
        output: x
        """.Replace("[", "{").Replace("]", "}")), []);

    [Fact]
    public void The_roots_of_delayed_negative_feedback_are_those_of_Lambert()
    {
        var roots = CharacteristicRoots.Rightmost(Feedback(1).Linearise([], [0]), 3);
        Assert.Equal(-0.318131505204764, roots[0].Real, 1e-11);
        Assert.Equal(1.337235701430689, roots[0].Imaginary, 1e-11);
        Assert.Equal(-2.062277729598284, roots[1].Real, 1e-9);
        Assert.Equal(7.588631178472513, roots[1].Imaginary, 1e-9);
    }

    // Pairs cross at a tau = pi/2, 5 pi/2, 9 pi/2, ...
    [Theory]
    [InlineData(1.5, 0)]
    [InlineData(1.6, 2)]
    [InlineData(7.8, 2)]
    [InlineData(7.9, 4)]
    [InlineData(14.2, 6)]
    public void Stronger_delayed_feedback_loses_stability_pair_by_pair(double a, int unstable) =>
        Assert.Equal(unstable, new UnstableRoots(1).Count(Feedback(a).Linearise([], [0])));

    [Fact]
    public void Delayed_feedback_loses_stability_by_an_oscillation_of_four_delays()
    {
        var stability = Stability.Of(Feedback(Math.PI / 2).Linearise([], [0]));
        Assert.Equal(0, stability.Margin, 1e-10);
        Assert.Equal(InstabilityKind.Hopf, stability.Kind);
        Assert.Equal(0.25, stability.FrequencyHz, 1e-10);
    }

    // |1/(iw + a exp(-iw))|^2, twice for the one-sided density.
    [Fact]
    public void Its_spectrum_under_white_noise_is_that_of_its_transfer_function()
    {
        var density = new double[2];
        new LinearSpectrum(1).Add(Feedback(1).Linearise([], [0]), [0.2, 1.1], 1, density);
        foreach (var (f, found) in new[] { (0.2, density[0]), (1.1, density[1]) })
        {
            var w = 2 * Math.PI * f;
            Assert.Equal(2 / ((Math.Cos(w) * Math.Cos(w)) + Math.Pow(w - Math.Sin(w), 2)), found, 1e-12);
        }
    }
}
