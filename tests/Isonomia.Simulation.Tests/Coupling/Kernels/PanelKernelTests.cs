using Isonomia.Numerics.Random;
using Isonomia.Simulation.Coupling.Kernels;

namespace Isonomia.Simulation.Tests.Coupling.Kernels;

public class PanelKernelTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(37)]
    [InlineData(1000)]
    public void Panels_add_up_as_the_plain_loop_does_to_the_bit(int sources)
    {
        var values = new double[sources];
        var weights = new double[sources * PanelKernel.Lanes];
        new RandomStream(1, "values").FillNormal(values);
        new RandomStream(2, "weights").FillNormal(weights);
        var singles = Array.ConvertAll(weights, static w => (float)w);
        double[] sums = new double[PanelKernel.Lanes], plain = new double[PanelKernel.Lanes];

        PanelKernel.Sums<double>(values, weights, sums);
        PanelKernel.Reference<double>(values, weights, plain);
        Assert.Equal(plain, sums);

        PanelKernel.Sums<float>(values, singles, sums);
        PanelKernel.Reference<float>(values, singles, plain);
        Assert.Equal(plain, sums);
    }
}
