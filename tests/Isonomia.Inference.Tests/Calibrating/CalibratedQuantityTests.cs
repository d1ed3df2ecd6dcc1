using Isonomia.Inference.Calibrating;
using Isonomia.Numerics.Random;

namespace Isonomia.Inference.Tests.Calibrating;

public sealed class CalibratedQuantityTests
{
    [Fact]
    public void Uniform_ranks_are_calibrated_and_overconfident_ones_are_not()
    {
        var random = new RandomStream(3, "ranks");
        double[] uniform = [.. Enumerable.Range(0, 500).Select(_ => random.Uniform())];
        // Intervals that are too narrow leave truths at either end.
        double[] edges = [.. uniform.Select(r => 0.5 + (0.5 * Math.Sign(r - 0.5) * Math.Sqrt(Math.Abs((2 * r) - 1))))];
        var good = new CalibratedQuantity("x", uniform, uniform, uniform);
        var bad = new CalibratedQuantity("x", uniform, uniform, edges);
        Assert.True(good.UniformityP > 0.01);
        Assert.InRange(good.Coverage90, 0.86, 0.94);
        Assert.True(bad.UniformityP < 1e-6);
        Assert.True(bad.Coverage90 < 0.86);
        Assert.Equal(1, good.Recovery, 1e-9);
    }
}
