using Isonomia.Modeling.Integration;
using Isonomia.Modeling.Models;
using Isonomia.Modeling.Tests.Integration;
using Isonomia.Numerics.Random;
using Isonomia.Simulation.Reference;

namespace Isonomia.Simulation.Tests.Reference;

/// <summary>
/// Strong orders are measured with paths of one Brownian motion: the increments of a long step are the sums of those of
/// the short steps, and the mean absolute error at the end is compared with a solution by the same path.
/// </summary>
public class NoiseTests
{
    private const int Paths = 400;
    private const int Finest = 256;
    private const double End = 1;

    [Theory]
    [InlineData(IntegrationMethod.Euler, 0.5)]
    [InlineData(IntegrationMethod.Milstein, 1)]
    [InlineData(IntegrationMethod.Heun, 1)]
    public void Multiplicative_noise_converges_with_the_strong_order_of_the_method(
        IntegrationMethod method, double order)
    {
        // Reference: dx = m x dt + s x dW is x0 exp(m t + s W) in the sense of Stratonovich (Milstein and Heun), and
        // x0 exp((m - s²/2) t + s W) in that of Ito (Euler).
        var cell = TestCell.Of("dx/dt = 0.5*x/second + 0.8*x*xi/second**.5 : 1", initial: "x = 1");
        var ito = method == IntegrationMethod.Euler ? 0.8 * 0.8 / 2 : 0;
        var errors = Errors(cell, method, (path, _) => Math.Exp(0.5 - ito + (0.8 * path.Sum() / Math.Sqrt(Finest))));
        Near(order, errors);
    }

    [Theory]
    [InlineData(IntegrationMethod.Euler)]
    [InlineData(IntegrationMethod.Heun)]
    [InlineData(IntegrationMethod.ExponentialRungeKutta4)]
    [InlineData(IntegrationMethod.Auto)]
    public void Additive_noise_in_a_double_well_converges_with_order_one(IntegrationMethod method)
    {
        // Reference: Heun's steps 16 times as short as the shortest of those measured.
        var cell = TestCell.Of("dx/dt = (x - x**3)/second + 0.7*xi/second**.5 : 1", initial: "x = 0.2");
        Near(1, Errors(cell, method, (path, c) => Final(c, IntegrationMethod.Heun, path, Finest)));
    }

    [Theory]
    [InlineData(IntegrationMethod.ExponentialEuler)]
    [InlineData(IntegrationMethod.ExponentialMidpoint)]
    [InlineData(IntegrationMethod.ExponentialRungeKutta4)]
    public void Additive_noise_in_conditionally_linear_equations_converges_with_order_one(IntegrationMethod method)
    {
        var cell = TestCell.Of(
            "dx/dt = x*(1 - y)/second + 0.4*xi_x/second**.5 : 1\ndy/dt = y*(x - 1)/second + 0.3*xi_y/second**.5 : 1",
            initial: "x = 1.5; y = 1");
        Near(1, Errors(cell, method, (path, c) => Final(c, IntegrationMethod.Heun, path, Finest)));
    }

    [Fact]
    public void Noise_shared_by_two_states_enters_both_Milstein_corrections()
    {
        // Reference: x = exp(s W), y = exp(2 s W) solves dx = s x dW, dy = 2 s x² dW in the sense of Stratonovich.
        var cell = TestCell.Of("dx/dt = 0.6*x*xi_1/second**.5 : 1\ndy/dt = 1.2*x**2*xi_1/second**.5 : 1",
            initial: "x = 1; y = 1");
        Near(1, Errors(cell, IntegrationMethod.Milstein, (path, _) => Math.Exp(1.2 * path.Sum() / Math.Sqrt(Finest)), "y"));
    }

    [Fact]
    public void An_Ornstein_Uhlenbeck_process_has_its_variance_and_correlation_at_steps_as_long_as_its_memory()
    {
        // Reference: mean mu, variance s², correlation exp(-dt/tau) between steps; 200,000 of them, so that the standard
        // errors are 0.4 % of s, 0.5 % of s² and 0.002. Euler's steps would have twice the variance at dt = tau.
        var cell = TestCell.Of("dv/dt = (mu - v)/tau + s*sqrt(2/tau)*xi : volt", "mu = -60 mV; tau = 10 ms; s = 2 mV",
            initial: "v = mu");
        var run = new InterpretedCell(cell, StepBuilder.Build(cell), 10e-3, draws: Philox(1));
        var (sum, squares, products, before) = (0.0, 0.0, 0.0, 0.0);
        const int count = 200_000;
        for (var k = 0; k < count; k++)
        {
            run.Step();
            var value = (run["v"] + 0.06) / 2e-3;
            (sum, squares, products, before) = (sum + value, squares + (value * value), products + (value * before), value);
        }

        Assert.Equal(0, sum / count, 0.02);
        Assert.Equal(1, squares / count, 0.025);
        Assert.Equal(Math.Exp(-1), products / squares, 0.01);
    }

    [Fact]
    public void Noise_with_a_fast_decay_keeps_its_variance_in_the_exponential_rules()
    {
        // Reference: with y constant, x is an Ornstein-Uhlenbeck process of rate y and variance s²/(2 y) = 0.05; at
        // y dt = 4 any explicit rule would explode. Standard error 0.5 %.
        var cell = TestCell.Of("dx/dt = -x*y/ms + xi/ms**.5 : 1\ndy/dt = 0*x/ms : 1", initial: "y = 10");
        foreach (var method in new[] { IntegrationMethod.ExponentialMidpoint, IntegrationMethod.ExponentialRungeKutta4 })
        {
            var run = new InterpretedCell(cell, StepBuilder.Build(cell, method), 0.4e-3, draws: Philox(2));
            var squares = 0.0;
            for (var k = 0; k < 100_000; k++)
            {
                run.Step();
                squares += run["x"] * run["x"];
            }

            Assert.Equal(0.05, squares / 100_000, 0.05 * 0.02);
        }
    }

    // The mean error over all paths at steps of Finest/2^k, coarse to fine.
    private static double[] Errors(
        CellModel cell, IntegrationMethod method, Func<double[], CellModel, double> truth, string state = "x")
    {
        int[] counts = [4, 8, 16];
        var errors = new double[counts.Length];
        for (var p = 0; p < Paths; p++)
        {
            var path = Path(p);
            var exact = truth(path, cell);
            for (var i = 0; i < counts.Length; i++)
                errors[i] += Math.Abs(Final(cell, method, path, counts[i], state) - exact) / Paths;
        }

        return errors;
    }

    // Normal draws of the finest steps.
    private static double[] Path(int index)
    {
        var draw = Philox(index + 100);
        return [.. Enumerable.Range(0, Finest).Select(k => draw("xi", k, 0))];
    }

    private static double Final(CellModel cell, IntegrationMethod method, double[] path, int steps, string state = "x")
    {
        var each = path.Length / steps;
        var run = new InterpretedCell(cell, StepBuilder.Build(cell, method), End / steps, draws: (site, step, _) =>
        {
            // Another noise hears the same path backwards, with every second increment turned round.
            var sum = 0.0;
            for (var k = step * each; k < (step + 1) * each; k++)
                sum += site == "xi_y" ? path[path.Length - 1 - k] * (k % 2 == 0 ? 1 : -1) : path[k];
            return sum / Math.Sqrt(each);
        });
        run.Run(steps);
        return run[state];
    }

    private static void Near(double order, double[] errors)
    {
        // A straight line through the logarithms of three errors; 400 paths leave some 0.1 of chance.
        var measured = Math.Log2(errors[0] / errors[^1]) / (errors.Length - 1);
        Assert.True(measured > order - 0.2 && measured < order + 0.35, $"{measured}: {string.Join(' ', errors)}");
    }

    private static Func<string, long, double, double> Philox(long seed)
    {
        var stream = new RandomStream(seed, "noise of a test");
        return (_, _, _) => stream.Normal();
    }
}
