using Isonomia.Simulation.Stimulation;

namespace Isonomia.Simulation.Tests.Stimulation;

public class BernoulliSpikesTests
{
    private const int Cells = 3000;

    public static TheoryData<double> Largest => [1e-5, 0.002, 0.06, 0.07, 0.4, 1];

    [Theory]
    [MemberData(nameof(Largest))]
    public void Each_cell_spikes_with_its_probability(double largest)
    {
        const int steps = 4000;
        var probabilities = Enumerable.Range(0, Cells).Select(cell => largest * (cell % 4) / 3).ToArray();
        var spikes = new BernoulliSpikes();
        spikes.Set(probabilities);
        var (found, list) = (new long[4], new int[Cells]);
        for (var step = 0; step < steps; step++)
        {
            foreach (var cell in list[..spikes.Draw(1, 2, step, 0, Cells, list)])
                found[cell % 4]++;
        }

        // A quarter of the cells has each probability; binomial, within 5 standard deviations.
        const double n = Cells / 4 * steps;
        for (var k = 0; k < 4; k++)
        {
            var p = largest * k / 3;
            Assert.Equal(n * p, found[k], (5 * Math.Sqrt(n * p * (1 - p))) + 1e-9);
        }
    }

    [Fact]
    public void Of_rare_spikes_no_candidate_is_favoured()
    {
        // All cells alike: how often each spikes is binomial, so chi-square over cells is near their number.
        const int steps = 20_000;
        const double p = 0.01;
        var spikes = new BernoulliSpikes();
        spikes.Set([p]);
        var (found, list) = (new int[Cells], new int[Cells]);
        for (var step = 0; step < steps; step++)
        {
            foreach (var cell in list[..spikes.Draw(1, 2, step, 0, Cells, list)])
                found[cell]++;
        }

        var chiSquare = found.Sum(f => (f - (steps * p)) * (f - (steps * p)) / (steps * p * (1 - p)));
        Assert.Equal(Cells, chiSquare, 5 * Math.Sqrt(2.0 * Cells));
    }

    [Theory]
    [MemberData(nameof(Largest))]
    public void Ranges_give_the_spikes_of_the_whole_ascending(double largest)
    {
        var spikes = new BernoulliSpikes();
        spikes.Set(Enumerable.Range(0, Cells).Select(cell => largest * (cell % 7) / 6).ToArray());
        for (var step = 0; step < 50; step++)
        {
            var list = new int[Cells];
            var whole = list[..spikes.Draw(5, 6, step, 0, Cells, list)];
            Assert.Equal(whole.Distinct().Order(), whole);
            List<int> parts = [];
            int[] ends = [0, 1, 700, 701, 1024, 2999, 3000];
            foreach (var (first, end) in ends.Zip(ends.Skip(1)))
                parts.AddRange(list[..spikes.Draw(5, 6, step, first, end, list)]);
            Assert.Equal(whole, parts);
        }
    }

    [Fact]
    public void Certain_spikes_all_come_and_impossible_ones_never()
    {
        var spikes = new BernoulliSpikes();
        var list = new int[Cells];
        spikes.Set([1.7]);
        Assert.Equal(Cells, spikes.Draw(1, 2, 3, 0, Cells, list));
        spikes.Set([0]);
        Assert.Equal(0, spikes.Draw(1, 2, 3, 0, Cells, list));
        Assert.Throws<ArgumentOutOfRangeException>(() => spikes.Set([0.1, double.NaN]));
    }
}
