using Isonomia.Inference.Corticothalamic;
using Isonomia.Inference.Likelihoods;
using Isonomia.Inference.Locating;
using Isonomia.Inference.Sampling;
using Isonomia.Numerics.Random;

namespace Isonomia.Inference.Tests.Locating;

public sealed class SpectralDensityTests
{
    private static readonly ObservedSpectrum Observed =
        Virtual.Observe(CorticothalamicSteadyState.EyesClosed.ToParameters(), 0.05, 30, 1);

    public static TheoryData<string> Likelihoods => ["gamma", "braintrak"];

    [Theory]
    [MemberData(nameof(Likelihoods))]
    public void Slopes_are_those_of_central_differences(string name)
    {
        var density = Make(name);
        var (point, slopes) = (new double[9], new double[9]);
        var tried = 0;
        for (var number = 0; number < 40; number++)
        {
            density.DrawPrior(new RandomStream(2, "points", number), point);
            // At the very corners differences lose their digits.
            if (point.Any(p => Math.Abs(p) > 4))
                continue;
            var (prior, likelihood) = density.At(point, slopes);
            if (!double.IsFinite(prior) || CharacteristicMargin(density, point) < 3)
                continue;
            tried++;
            for (var i = 0; i < 9; i++)
            {
                var slope = (Sum(density, point, i, 1e-6) - Sum(density, point, i, -1e-6)) / 2e-6;
                Assert.Equal(slope, slopes[i], (1e-4 * Math.Abs(slope)) + (1e-8 * Math.Abs(likelihood)) + 1e-4);
            }
        }

        Assert.True(tried > 5, $"{tried} points");
    }

    [Fact]
    public void Coordinates_and_parameters_are_two_names_of_one_point()
    {
        var density = Make("gamma");
        var (point, values) = (new double[9], new double[9]);
        density.DrawPrior(new RandomStream(3, "points"), point);
        density.Parameters(point, values);
        var model = CorticothalamicModel.Instance;
        for (var i = 0; i < 8; i++)
        {
            Assert.True(model.BoundsOf(i, values).Holds(values[i]), model.Parameters[i].Name);
        }

        Assert.True(CorticothalamicGains.From(values) is { X: var x, Y: var y } && x + y < 1);
    }

    [Fact]
    public void Scale_of_the_recording_does_not_matter_to_the_gamma_likelihood()
    {
        double[] louder = [.. Observed.Density.Select(p => 1e6 * p)];
        var likelihood = new GammaLikelihood(Observed);
        var other = new GammaLikelihood(Observed with { Density = louder });
        double[] flat = [.. louder.Select(_ => 1.0)];
        double[] red = [.. louder.Select((_, i) => 1.0 / (i + 1))];
        Assert.Equal(likelihood.Log(red, []) - likelihood.Log(flat, []), other.Log(red, []) - other.Log(flat, []), 1e-6);
        Assert.Equal(1e6, other.Scale(red) / likelihood.Scale(red), 1e-3);
    }

    private static SpectralDensity Make(string likelihood) => new(CorticothalamicModel.Instance,
        likelihood == "gamma" ? new GammaLikelihood(Observed) : new BrainTrakLikelihood(Observed));

    private static double Sum(Density density, double[] point, int coordinate, double step)
    {
        var moved = point.ToArray();
        moved[coordinate] += step;
        var (prior, likelihood) = density.At(moved, []);
        return prior + likelihood;
    }

    private static double CharacteristicMargin(SpectralDensity density, double[] point)
    {
        var values = new double[9];
        density.Parameters(point, values);
        return CharacteristicRoots.Rightmost(CorticothalamicGains.From(values)).Margin;
    }
}
