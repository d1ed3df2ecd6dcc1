using Isonomia.Modeling.Fields.Networks;
using Isonomia.Simulation.Fields.Forward;
using Isonomia.Simulation.Fields.Running;

namespace Isonomia.Simulation.Tests.Fields.Running;

public class BoldTests
{
    // Integrated by a program of its own in another language with steps of 0.5 ms; steps of 1 ms give it the same digits.
    [Theory]
    [InlineData(1, 3.706989142635e-03)]
    [InlineData(2, 1.743061112780e-02)]
    [InlineData(3, 2.474361584433e-02)]
    [InlineData(4, 2.412010891716e-02)]
    [InlineData(6, 1.145168272564e-02)]
    [InlineData(8, -2.151816128843e-03)]
    [InlineData(10, -5.434371301136e-03)]
    [InlineData(15, 7.904706596321e-04)]
    public void The_response_to_a_second_of_activity_is_the_one_integrated_elsewhere(int seconds, double expected)
    {
        var balloon = new Balloon(new Haemodynamics(), 1);
        for (var step = 0; step < seconds * 200; step++)
            Assert.Equal(-1, balloon.Step([step < 200 ? 1 : 0], 5e-3));
        Assert.Equal(expected, balloon.Signal(0), 1e-9);
    }

    // Flow is a damped oscillator of its own: f'' = z - kappa f' - gamma (f - 1).
    [Fact]
    public void Blood_flow_follows_a_step_of_activity_as_a_damped_oscillator()
    {
        var constants = new Haemodynamics();
        var balloon = new Balloon(constants, 1);
        var damping = constants.Kappa / 2;
        var turning = Math.Sqrt(constants.Gamma - (damping * damping));
        for (var step = 1; step <= 3000; step++)
        {
            Assert.Equal(-1, balloon.Step([0.5], 5e-3));
            var t = step * 5e-3;
            var left = Math.Exp(-damping * t) * (Math.Cos(turning * t) + (damping / turning * Math.Sin(turning * t)));
            Assert.Equal(1 + (0.5 / constants.Gamma * (1 - left)), balloon.Flow(0), 1e-9);
        }
    }

    [Fact]
    public void Vessels_say_which_region_asks_too_much_of_them()
    {
        var balloon = new Balloon(new Haemodynamics(), 2);
        var found = -1;
        for (var step = 0; step < 2000 && found < 0; step++)
            found = balloon.Step([0, -1], 5e-3);
        Assert.Equal(1, found);
    }

    // Two regions that excite each other with gain g: the sum is amplified by 1/(1 - g) and the difference by 1/(1 + g).
    // What is fast shows a correlation of g at zero lag; vessels pass only what is slow, where it is 2g/(1 + g^2).
    // 20 pairs of 320 s; a BOLD sample is independent after some 5 s, so that the mean correlation varies by 0.01.
    [Fact]
    public void Bold_shows_the_correlation_of_what_is_slow()
    {
        const double gain = 0.4;
        const int pairs = 20;
        var model = FieldText.Parse("""
            field: pair
            parameters: {tau: 10 ms, g: 0.4, noise: 0.02/sqrt(1*ms)}
            equations: |
              dx/dt = (-x + g*c)/tau + noise*xi : 1
            coupling: {c: x}
            output: x
            """);
        var run = new FieldRun(model, new FieldRunSettings
        {
            Duration = 350,
            Dt = 0.25e-3,
            Every = 10e-3,
            Seed = 3,
            Copies = pairs,
            Connectome = new Connectome([0, 1, 1, 0], [0, 0, 0, 0], ["a", "b"]),
            Bold = new BoldSettings("x") { RepetitionTime = 1 },
        }).Run();
        var (fast, slow) = (0.0, 0.0);
        for (var pair = 0; pair < pairs; pair++)
        {
            fast += FunctionalConnectivity.Matrix([run.Probes[0].Trace(2 * pair), run.Probes[0].Trace((2 * pair) + 1)])[1];
            slow += FunctionalConnectivity.Matrix([run.Bold!.Trace(2 * pair, 30), run.Bold.Trace((2 * pair) + 1, 30)])[1];
        }

        Assert.Equal(gain, fast / pairs, 0.02);
        Assert.Equal(2 * gain / (1 + (gain * gain)), slow / pairs, 0.04);
    }

    [Fact]
    public void Patterns_that_return_are_told_from_those_that_do_not()
    {
        // Two regions go together and a third against them, in the first half; in the second, the first and third do.
        double[] wave = [.. Enumerable.Range(0, 80).Select(t => Math.Sin(t * 1.3))];
        double[] other = [.. Enumerable.Range(0, 80).Select(t => Math.Cos(t * 1.3))];
        double[] second = [.. wave.Select((w, t) => t < 40 ? w : other[t])];
        double[] third = [.. wave.Select((w, t) => t < 40 ? other[t] : w)];
        var dynamics = FunctionalConnectivity.Dynamics([wave, second, third], 20, 20)!;
        Assert.Equal(16, dynamics.Length);
        Assert.True(dynamics[1] > 0.9);
        Assert.True(dynamics[2] < 0);
    }

    [Fact]
    public void Distance_of_distributions_is_their_largest_difference()
    {
        Assert.Equal(0, FunctionalConnectivity.Distance([1, 2, 3], [3, 2, 1]));
        Assert.Equal(1, FunctionalConnectivity.Distance([1, 2], [3, 4, 5]));
        Assert.Equal(0.5, FunctionalConnectivity.Distance([1, 2, 3, 4], [3, 4, 3, 4]));
    }

    [Fact]
    public void Sensors_read_the_sum_over_regions_of_gain_times_output()
    {
        var model = FieldText.Parse("""
            field: still
            parameters: {x0: 1}
            equations: |
              dx/dt = 0/second : 1
            output: x
            initial: {x: x0}
            """);
        var run = new FieldRun(model, new FieldRunSettings
        {
            Duration = 1e-3,
            Dt = 1e-3,
            Copies = 3,
            Regional = FieldRunSettings.None.Add("x0", [1, 2, 4]),
            LeadField = new LeadField([1, 0, -1, 0.5, 0.5, 0.5], 2),
        }).Run();
        Assert.Equal([-3, 3.5, -3, 3.5], run.Probes[1].Values.ToArray());
    }
}
