using Isonomia.Modeling.Integration;
using Isonomia.Simulation.Reference;

namespace Isonomia.Simulation.Tests.Reference;

public class DormandPrinceTests
{
    [Fact]
    public void A_harmonic_oscillator_keeps_its_amplitude_and_phase()
    {
        // Reference: x = cos t over 100 turns. The error of 1e-10 a step adds up over some 10,000 steps.
        var solver = Oscillator(1e-10);
        var end = 200 * Math.PI;
        Run(solver, end);
        Assert.Equal(1, solver.State[0], 1e-6);
        Assert.Equal(0, solver.State[1], 1e-6);
    }

    [Theory]
    [InlineData(1e-6)]
    [InlineData(1e-9)]
    [InlineData(1e-12)]
    public void The_error_follows_the_tolerance(double tolerance)
    {
        var solver = Oscillator(tolerance);
        Run(solver, 10);
        var error = Math.Abs(solver.State[0] - Math.Cos(10));
        Assert.InRange(error, 0, 20 * tolerance);
    }

    [Fact]
    public void Steps_have_order_five()
    {
        // Reference: cos 2. Half the step leaves a thirty-second of the error, to a tenth.
        double Error(int steps)
        {
            var solver = Oscillator(0.1);
            solver.LongestStep = 2.0 / steps;
            Run(solver, 2);
            return Math.Abs(solver.State[0] - Math.Cos(2)) + Math.Abs(solver.State[1] + Math.Sin(2));
        }

        Assert.InRange(Math.Log2(Error(20) / Error(40)), 4.7, 5.3);
    }

    [Fact]
    public void Between_steps_the_dense_output_is_nearly_as_good()
    {
        var solver = Oscillator(1e-9);
        Span<double> inside = stackalloc double[2];
        while (solver.Time < 5)
        {
            solver.Step(5);
            for (var part = 0.0; part <= 1; part += 0.125)
            {
                var time = solver.StepStart + (part * (solver.Time - solver.StepStart));
                solver.At(time, inside);
                Assert.Equal(Math.Cos(time), inside[0], 1e-7);
            }
        }
    }

    [Fact]
    public void A_step_ends_where_it_is_told_to()
    {
        var solver = Oscillator(1e-9);
        solver.Step(5);
        var time = solver.StepStart + (0.37 * (solver.Time - solver.StepStart));
        solver.EndStepAt(time);
        Assert.Equal(time, solver.Time);
        Assert.Equal(Math.Cos(time), solver.State[0], 1e-9);
        Run(solver, 5);
        Assert.Equal(5, solver.Time);
        Assert.Equal(Math.Cos(5), solver.State[0], 1e-7);
    }

    [Fact]
    public void States_of_any_unit_are_followed_with_the_same_relative_accuracy()
    {
        // Reference: y = y0 exp(-t/tau) from 1e-12 (amperes), and a state that starts at 0, y = b (1 - exp(-t/tau)).
        var solver = new DormandPrince(
            (_, y, slope) => (slope[0], slope[1]) = (-y[0] / 5e-3, (3e-9 - y[1]) / 5e-3), 2, 1e-9);
        solver.Restart(0, [1e-12, 0]);
        Run(solver, 0.01);
        Assert.Equal(1e-12 * Math.Exp(-2), solver.State[0], 1e-19);
        Assert.Equal(3e-9 * (1 - Math.Exp(-2)), solver.State[1], 1e-16);
    }

    [Fact]
    public void A_solution_that_goes_to_infinity_is_said_to()
    {
        // Reference: y' = y², y(0) = 1 is 1/(1 - t).
        var solver = new DormandPrince((_, y, slope) => slope[0] = y[0] * y[0], 1);
        solver.Restart(0, [1]);
        var error = Assert.Throws<IntegrationException>(() => Run(solver, 2));
        Assert.Contains("infinity", error.Message, StringComparison.Ordinal);
        Assert.Equal(1, solver.Time, 1e-6);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Equations_without_a_finite_slope_end_the_integration(double quotient)
    {
        // As of a cell at rest whose capacitance is zero, 0/0, or one driven by a current, I/0.
        var solver = new DormandPrince((_, _, slope) => slope[0] = quotient, 1);
        solver.Restart(0, [0]);
        Assert.Throws<IntegrationException>(() => Run(solver, 1));
    }

    [Fact]
    public void Equations_that_jump_are_followed_also_from_rest()
    {
        // Reference: y' = 1 - y from t = 1 on.
        var solver = new DormandPrince((t, y, slope) => slope[0] = t > 1 ? 1 - y[0] : 0, 1);
        solver.Restart(0, [0]);
        Run(solver, 3);
        Assert.Equal(1 - Math.Exp(-2), solver.State[0], 1e-9);
    }

    [Fact]
    public void Steps_go_forwards()
    {
        var solver = Oscillator(1e-9);
        Assert.Throws<ArgumentOutOfRangeException>(() => solver.Step(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Oscillator(0));
    }

    private static DormandPrince Oscillator(double tolerance)
    {
        var solver = new DormandPrince((_, y, slope) => (slope[0], slope[1]) = (y[1], -y[0]), 2, tolerance);
        solver.Restart(0, [1, 0]);
        return solver;
    }

    private static void Run(DormandPrince solver, double end)
    {
        while (solver.Time < end)
            solver.Step(end);
    }
}
