using Isonomia.Modeling.Units;
using Isonomia.Simulation.Results;

namespace Isonomia.Simulation.Tests.Results;

public class FrequencyCurveTests
{
    [Fact]
    public void An_adapting_cell_begins_faster_than_it_goes_on()
    {
        // Intervals 10, 20, 40, 40 ms; the later half is the last two.
        double[] times = [0.01, 0.02, 0.04, 0.08, 0.12];
        var curve = FrequencyCurve.Of("I_ext", Dimension.Current, [1e-10, 2e-10],
            new PopulationResult("cell", 2, times, [1, 1, 1, 1, 1], 0.2));
        Assert.Equal(new FrequencyPoint(1e-10, 0, null, null, null), curve.Points[0]);
        var adapting = curve.Points[1];
        Assert.Equal(25, adapting.MeanRate, 1e-9);
        Assert.Equal(100, adapting.InitialRate!.Value, 1e-9);
        Assert.Equal(25, adapting.SteadyRate!.Value, 1e-9);
        Assert.Equal(0.01, adapting.Latency);
    }
}
