using Isonomia.Modeling.Fields;
using Isonomia.Modeling.Fields.Networks;
using Isonomia.Simulation.Fields.Running;

namespace Isonomia.Simulation.Tests.Fields.Running;

public class DelayTests
{
    private static readonly FieldModel feedback = FieldText.Parse("""
        field: feedback
        parameters: {a: 1 Hz, tau: 1 second}
        equations: |
          dx/dt = -a*delay(x, tau) : 1
        output: x
        initial: {x: 1}
        """);

    private static readonly FieldModel relay = FieldText.Parse("""
        field: relay
        parameters: {a: 1 Hz}
        equations: |
          dx/dt = -a*c : 1
        coupling: {c: x}
        output: x
        initial: {x: 1}
        """);

    // The method of steps: x = 1 - t up to 1, then 1 - t + (t - 1)^2/2 up to 2, then that - (t - 2)^3/6.
    private static double Exact(double t) => 1 - t + (t > 1 ? (t - 1) * (t - 1) / 2 : 0)
        - (t > 2 ? (t - 2) * (t - 2) * (t - 2) / 6 : 0);

    // What is delayed is read in the middle of a step, so that the error falls with the square of it.
    [Theory]
    [InlineData(0.01, 2e-5)]
    [InlineData(0.001, 2e-7)]
    [InlineData(0.0034, 3e-6)]
    public void A_delayed_feedback_follows_the_method_of_steps(double dt, double error)
    {
        var run = new FieldRun(feedback, new FieldRunSettings { Duration = 3, Dt = dt }).Run();
        var trace = run.Probes[0].Trace(0);
        for (var i = 0; i < trace.Length; i++)
            Assert.Equal(Exact(run.Probes[0].Times[i]), trace[i], error);
    }

    // Two regions, 1 m apart at 1 m/s, that inhibit each other alone, do from equal states what one does to itself.
    [Fact]
    public void Conduction_between_regions_is_a_delay()
    {
        var run = new FieldRun(relay, new FieldRunSettings
        {
            Duration = 3,
            Dt = 0.001,
            Speed = 1,
            Connectome = new Connectome([0, 1, 1, 0], [0, 1, 1, 0], ["a", "b"]),
        }).Run();
        foreach (var region in new[] { 0, 1 })
        {
            var trace = run.Probes[0].Trace(region);
            for (var i = 0; i < trace.Length; i++)
                Assert.Equal(Exact(run.Probes[0].Times[i]), trace[i], 2e-7);
        }
    }

    [Fact]
    public void A_region_receives_by_its_row_of_weights()
    {
        var run = new FieldRun(relay, new FieldRunSettings
        {
            Duration = 1,
            Dt = 0.001,
            Connectome = new Connectome([0, 2, 0, 0], [0, 0, 0, 0], ["a", "b"]),
        }).Run();
        Assert.Equal(-1, run.Probes[0].Trace(0)[^1], 1e-9);
        Assert.Equal(1, run.Probes[0].Trace(1)[^1], 1e-12);
    }
}
