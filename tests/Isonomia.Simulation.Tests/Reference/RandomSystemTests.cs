using System.Globalization;
using Isonomia.Modeling.Integration;
using Isonomia.Modeling.Models;
using Isonomia.Modeling.Tests.Integration;
using Isonomia.Numerics.Random;
using Isonomia.Simulation.Reference;

namespace Isonomia.Simulation.Tests.Reference;

public class RandomSystemTests
{
    private static readonly IntegrationMethod[] Methods =
        [.. Enum.GetValues<IntegrationMethod>().Where(m => m != IntegrationMethod.Milstein)];

    /// <summary>
    /// Systems put together at random from linear, bilinear, bent and time-dependent terms, directly and through
    /// subexpressions: whatever structure is found in them, the steps must lead where the adaptive run leads.
    /// </summary>
    [Theory]
    [InlineData(1, 40)]
    [InlineData(2, 40)]
    [InlineData(3, 40)]
    [InlineData(4, 40)]
    public void Every_method_that_fits_a_random_system_follows_its_adaptive_run(int states, int systems)
    {
        const double end = 0.3e-3;
        const int steps = 15;
        var fitted = new Dictionary<IntegrationMethod, int>();
        for (var k = 0; k < systems; k++)
        {
            var (equations, initial) = System(new RandomStream((states * 1000) + k, "systems of a test"), states);
            var cell = TestCell.Of(equations, "a = -0.7; b = 0.4", initial: initial);
            var truth = ReferenceRun.Of(cell, new ReferenceOptions { Duration = end, SampleTimes = [end] });
            foreach (var method in Methods)
            {
                if (Program(cell, method) is not { } program)
                    continue;
                fitted[method] = fitted.GetValueOrDefault(method) + 1;
                var run = new InterpretedCell(cell, program, end / steps);
                run.Run(steps);
                var size = 1 + truth.Recorded.Max(n => Math.Abs(truth.Trace(n)[0]));
                foreach (var name in truth.Recorded)
                {
                    var error = Math.Abs(run[name] - truth.Trace(name)[0]) / size;
                    Assert.True(error < Tolerance(method, program), $"{method}: {name} is off by {error} in\n{equations}");
                }
            }
        }

        // Linear systems are rare among these, and must be met all the same.
        Assert.All(Methods, m => Assert.True(fitted[m] >= (m == IntegrationMethod.Exact ? 1 : 5), $"{m} fits {fitted[m]}"));
    }

    // 15 steps of 0.02 time constants, relative to the largest state: 0.3 * 0.02/2 times a second derivative of some units
    // for order 1, and so on. A wrong term would be off by 0.3.
    private static double Tolerance(IntegrationMethod method, StepProgram program) => method switch
    {
        IntegrationMethod.Euler or IntegrationMethod.ExponentialEuler => 3e-2,
        IntegrationMethod.Heun or IntegrationMethod.RungeKutta2 or IntegrationMethod.ExponentialMidpoint => 1e-3,
        IntegrationMethod.Exact => 1e-3,
        IntegrationMethod.Auto when program.Blocks.Any(b => b.Method is IntegrationMethod.Exact
            or IntegrationMethod.ExponentialMidpoint) => 1e-3,
        _ => 1e-6,
    };

    private static StepProgram? Program(CellModel cell, IntegrationMethod method)
    {
        try
        {
            return StepBuilder.Build(cell, method);
        }
        catch (IntegrationException)
        {
            return null;
        }
    }

    private static (string Equations, string Initial) System(RandomStream random, int states)
    {
        var lines = new List<string> { "s = x0*b + cos(t/ms) : 1", "r = tanh(x0 - b)*s : 1" };
        var initial = new List<string>();
        var isLinear = random.Below(3) == 0;
        for (var i = 0; i < states; i++)
        {
            var terms = Enumerable.Range(0, 1 + random.Below(3)).Select(_ => Term(random, states, isLinear));
            lines.Add($"dx{i}/dt = ({string.Join(" + ", terms)})/ms : 1");
            initial.Add(string.Create(CultureInfo.InvariantCulture, $"x{i} = {random.Uniform(-1, 1):F3}"));
        }

        return (string.Join('\n', lines), string.Join("; ", initial));
    }

    private static string Term(RandomStream random, int states, bool isLinear)
    {
        string X() => "x" + random.Below(states).ToString(CultureInfo.InvariantCulture);
        string[] linear = ["a*" + X(), "b*" + X(), "-" + X(), "a", "b", "a*(" + X() + " - b)"];
        string[] bent =
        [
            X() + "*" + X(), "tanh(" + X() + ")", "a*exp(-" + X() + "**2)", "cos(2*t/ms)", X() + "*cos(t/ms)", "s", "r",
            "a*" + X() + "**3", "clip(" + X() + ", -5, 5)", "s*" + X(),
        ];
        return isLinear || random.Below(3) == 0 ? linear[random.Below(linear.Length)] : bent[random.Below(bent.Length)];
    }
}
