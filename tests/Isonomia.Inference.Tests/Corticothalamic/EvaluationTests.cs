using Isonomia.Inference.Corticothalamic;
using Isonomia.Inference.Corticothalamic.Kernels;
using Isonomia.Inference.Models;

namespace Isonomia.Inference.Tests.Corticothalamic;

public sealed class EvaluationTests
{
    private static readonly FrequencyGrid Grid = new(0.75, 0.25, 179);

    [Fact]
    public void The_vectorised_spectrum_is_the_one_of_the_papers()
    {
        var evaluation = CorticothalamicModel.Instance.On(Grid);
        var power = new double[Grid.Count];
        var stable = 0;
        for (var number = 0; number < 200; number++)
        {
            var values = VirtualGains.Draw(number);
            if (!evaluation.TryEvaluate(values, power, withGradient: false))
                continue;
            stable++;
            var field = new CorticothalamicField(CorticothalamicGains.From(values));
            for (var i = 0; i < Grid.Count; i++)
                Assert.Equal(1, power[i] / field.Spectrum(Grid[i]), 1e-10);
        }

        Assert.InRange(stable, 10, 190);
    }

    [Fact]
    public void Slopes_are_those_of_central_differences()
    {
        var evaluation = CorticothalamicModel.Instance.On(Grid);
        var (power, weights) = (new double[Grid.Count], new double[Grid.Count]);
        var (gradient, parameters) = (new double[8], CorticothalamicModel.Instance.Parameters);
        for (var i = 0; i < weights.Length; i++)
            weights[i] = Math.Cos(i);
        for (var number = 0; number < 60; number++)
        {
            var values = VirtualGains.Draw(number);
            if (!evaluation.TryEvaluate(values, power, withGradient: true)
                || CharacteristicRoots.Rightmost(CorticothalamicGains.From(values)).Margin < 3)
                continue;
            evaluation.Pull(weights, gradient);
            for (var p = 0; p < 8; p++)
            {
                var step = 1e-6 * (parameters[p].High - parameters[p].Low);
                var slope = (Weighted(values, p, step) - Weighted(values, p, -step)) / (2 * step);
                var scale = power.Sum() / (parameters[p].High - parameters[p].Low);
                Assert.Equal(slope, gradient[p], (1e-5 * Math.Abs(slope)) + (1e-6 * scale));
            }
        }

        double Weighted(double[] values, int parameter, double step)
        {
            var moved = values.ToArray();
            moved[parameter] += step;
            var field = new CorticothalamicField(CorticothalamicGains.From(moved));
            return Enumerable.Range(0, Grid.Count).Sum(i => weights[i] * field.Spectrum(Grid[i]));
        }
    }

    [Fact]
    public void Nyquist_and_the_rightmost_root_agree_on_stability()
    {
        var (stable, unstable, doubtful) = (0, 0, 0);
        for (var number = 0; number < 1500; number++)
        {
            var gains = CorticothalamicGains.From(VirtualGains.Draw(number));
            var (byCurve, margin) = (StabilityKernel.IsStable(gains), CharacteristicRoots.Rightmost(gains).Margin);
            // Chords of the curve are good to about 1 %; this close to the boundary either may be right.
            if (Math.Abs(margin) < 0.5)
                doubtful++;
            else
                Assert.True(byCurve == margin > 0, $"{gains}: curve says {byCurve}, margin {margin}");
            _ = byCurve ? stable++ : unstable++;
        }

        Assert.True(stable > 50 && unstable > 50, $"{stable} stable, {unstable} unstable");
        Assert.InRange(doubtful, 0, 150);
    }

    [Fact]
    public void The_characteristic_function_is_the_nyquist_curve_on_the_imaginary_axis()
    {
        var gains = CorticothalamicSteadyState.EyesClosed;
        var field = new CorticothalamicField(gains);
        foreach (var omega in (double[])[0, 3, 30, 60, 200])
        {
            // exp(-i omega t) is exp(s t) with s = -i omega.
            var value = CharacteristicRoots.Function(gains, new System.Numerics.Complex(0, -omega)).Value;
            var wave = new System.Numerics.Complex(1, -omega / CorticalSheet.Damping);
            var l = field.Response(omega);
            var expected = field.Nyquist(omega) * wave * wave / (l * l * l);
            Assert.True((value - expected).Magnitude < 1e-9 * expected.Magnitude);
        }
    }
}
