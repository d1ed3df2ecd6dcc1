using Isonomia.Simulation.Populations;
using Isonomia.Simulation.Reference;

namespace Isonomia.Simulation.Tests.Populations;

public class RemovableSingularityTests
{
    // The sodium activation of Hodgkin and Huxley as it is usually written; alpha is 0/0 at -40 mV.
    private static readonly CellText Gate = new(
        """
        dv/dt = 0*volt/second : volt
        dm/dt = alpha*(1 - m) - beta*m : 1
        alpha = 0.1/mV*(v + 40*mV)/(1 - exp(-(v + 40*mV)/(10*mV)))/ms : hertz
        beta = 4*exp(-(v + 65*mV)/(18*mV))/ms : hertz
        """)
    {
        Initial = new() { ["v"] = "-40*mV", ["m"] = "alpha/(alpha + beta)" },
    };

    // Its limit there is 1/ms.
    private static readonly double Steady = 1 / (1 + 4 * Math.Exp(-25 / 18.0));

    [Fact]
    public void A_cell_may_start_where_its_rate_is_zero_over_zero()
    {
        var population = Gate.Population(1, new PopulationSettings { Dt = 1e-5 });
        for (var step = 0; step < 100; step++)
            population.Step(step, new int[1]);

        // Single precision.
        Assert.Equal(Steady, population["m", 0], 1e-6);
    }

    [Fact]
    public void A_reference_run_may_start_there_too()
    {
        var run = ReferenceRun.Of(Gate.Model(), new ReferenceOptions
        {
            Duration = 1e-3,
            SampleTimes = [0, 1e-3],
            Recorded = ["m", "alpha"],
        });

        Assert.Equal([Steady, Steady], run.Trace("m").ToArray(), Close);
        Assert.Equal([1000.0, 1000], run.Trace("alpha").ToArray(), Close);
    }

    // The reference run's tolerance is 1e-10 of a state.
    private static bool Close(double a, double b) => Math.Abs(a - b) <= 1e-9 * Math.Abs(a);
}
