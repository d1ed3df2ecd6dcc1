using FsCheck;
using FsCheck.Fluent;
using Isonomia.Numerics.Random;
using Isonomia.Simulation.Coupling.Kernels;

namespace Isonomia.Simulation.Tests.Coupling.Kernels;

public class RowKernelTests
{
    [Fact]
    public void Rows_of_any_lengths_add_up_as_the_plain_loop_does_to_the_bit() =>
        Prop.ForAll(Gen.Choose(0, 40).ListOf().ToArbitrary(), static lengths =>
        {
            var values = CoupledPair.Values(50);
            var starts = new int[lengths.Count + 1];
            for (var row = 0; row < lengths.Count; row++)
                starts[row + 1] = starts[row] + lengths[row];
            var weights = new double[starts[^1]];
            var stream = new RandomStream(5, "rows");
            stream.FillNormal(weights);
            var sources = weights.Select(_ => stream.Below(50)).ToArray();
            var targets = new double[lengths.Count];
            RowKernel.AddTo<double>(values, starts, sources, weights, targets);
            for (var row = 0; row < lengths.Count; row++)
            {
                var sum = 0.0;
                for (var e = starts[row]; e < starts[row + 1]; e++)
                    sum += values[sources[e]] * weights[e];
                Assert.Equal(sum, targets[row]);
            }
        }).QuickCheckThrowOnFailure();
}
