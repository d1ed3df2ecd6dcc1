using Isonomia.Modeling.Integration;
using Isonomia.Numerics.Random;
using Isonomia.Simulation.Compilation;
using Isonomia.Simulation.Populations;
using Isonomia.Simulation.Reference;
using MathNet.Numerics.Distributions;

namespace Isonomia.Simulation.Tests.Populations;

/// <summary>Draws inside the equations.</summary>
public class DrawTests
{
    [Theory]
    [InlineData(Precision.Single)]
    [InlineData(Precision.Double)]
    public void An_Ornstein_Uhlenbeck_process_has_its_stationary_variance(Precision precision)
    {
        var noise = new CellText("dx/dt = -x/tau + sigma*sqrt(2/tau)*xi : 1")
        {
            Parameters = new() { ["tau"] = "10*ms", ["sigma"] = "0.5" },
        };
        var population = noise.Population(4000, new PopulationSettings { Dt = 1e-3, Precision = precision });
        for (var step = 0; step < 200; step++)
            population.Step(step, new int[4000]);
        var values = Enumerable.Range(0, 4000).Select(c => population["x", c]).ToArray();

        // 4000 independent cells: the mean within 5 standard errors, the variance too.
        Assert.Equal(0, values.Average(), 5 * 0.5 / Math.Sqrt(4000));
        Assert.Equal(0.25, values.Average(v => v * v), 5 * 0.25 * Math.Sqrt(2.0 / 4000));
    }

    [Fact]
    public void Normal_draws_have_the_moments_and_tails_of_the_normal_distribution()
    {
        var values = Drawn("randn()", Precision.Single, 1 << 14, 256);
        var n = values.Length;
        Assert.Equal(0, values.Average(), 5 / Math.Sqrt(n));
        Assert.Equal(1, values.Average(v => v * v), 5 * Math.Sqrt(2.0 / n));
        Assert.Equal(0, values.Average(v => v * v * v), 5 * Math.Sqrt(15.0 / n));
        Assert.Equal(3, values.Average(v => v * v * v * v), 5 * Math.Sqrt(96.0 / n));

        // Expected beyond 3, 4 and 4.75 on both sides: 2n times the tail, within 5 of its standard deviation.
        foreach (var (bound, tail) in new[] { (3.0, 1.349898e-3), (4.0, 3.167124e-5), (4.75, 1.017083e-6) })
        {
            var expected = 2 * n * tail;
            Assert.InRange(values.Count(v => Math.Abs(v) > bound),
                expected - 5 * Math.Sqrt(expected), expected + 5 * Math.Sqrt(expected));
        }
    }

    // Single precision rounds the same bits of randomness that double precision turns into normals to 1e-15.
    [Fact]
    public void Normal_draws_in_single_precision_are_those_in_double_precision_rounded_to_a_few_ulp()
    {
        var singles = Drawn("randn()", Precision.Single, 1 << 14, 64);
        var doubles = Drawn("randn()", Precision.Double, 1 << 14, 64);
        for (var i = 0; i < singles.Length; i++)
            Assert.Equal(doubles[i], singles[i], 2e-7 + 8e-7 * Math.Abs(doubles[i]));
        Assert.True(singles.Max() > 4.5);
    }

    [Fact]
    public void Uniform_draws_fill_the_unit_interval_and_cells_and_steps_do_not_repeat_them()
    {
        var values = Drawn("rand()", Precision.Single, 4096, 64);
        Assert.All(values, v => Assert.InRange(v, 0, 1 - Math.ScaleB(1, -24)));
        Assert.Equal(0.5, values.Average(), 5 * Math.Sqrt(1.0 / 12 / values.Length));
        Assert.Equal(1.0 / 3, values.Average(v => v * v), 5 * Math.Sqrt(4.0 / 45 / values.Length));

        // Of n values on a grid of 2^24, some n^2/2^25 pairs agree by chance.
        var pairs = (double)values.Length * values.Length / (1 << 25);
        var found = values.Length - values.Distinct().Count();
        Assert.InRange(found, pairs - 6 * Math.Sqrt(pairs), pairs + 6 * Math.Sqrt(pairs));
    }

    [Theory]
    [InlineData(0.02)]
    [InlineData(4.0)]
    [InlineData(300.0)]
    public void Poisson_draws_have_their_mean_and_variance(double mean)
    {
        var values = Drawn($"poisson({mean})", Precision.Single, 4096, 16);
        Assert.All(values, v => Assert.Equal(Math.Floor(v), v));
        var n = values.Length;
        Assert.Equal(mean, values.Average(), 5 * Math.Sqrt(mean / n));
        Assert.Equal(mean, values.Average(v => (v - mean) * (v - mean)), 5 * Math.Sqrt((mean + 2 * mean * mean) / n));
    }

    [Fact]
    public void A_shared_draw_is_one_for_all_cells_and_new_each_step()
    {
        var shared = new CellText("noise = randn() : 1 (shared, constant over dt)\ndx/dt = (noise - x)/dt : 1");
        var population = shared.Population(40, new PopulationSettings { Dt = 1e-3 });
        var before = 0.0;
        for (var step = 0; step < 20; step++)
        {
            population.Step(step, new int[40]);
            Assert.All(Enumerable.Range(0, 40), c => Assert.Equal(population["x", 0], population["x", c]));
            Assert.NotEqual(before, population["x", 0]);
            before = population["x", 0];
        }
    }

    [Fact]
    public void A_population_begins_as_a_smaller_one_of_the_same_name()
    {
        var cell = new CellText("dv/dt = 0*volt/second : volt")
        {
            Initial = new() { ["v"] = "10*mV*randn() + 1*mV*rand()" },
        };
        var small = cell.Population(10, new PopulationSettings { Dt = 1e-3 });
        var large = cell.Population(1000, new PopulationSettings { Dt = 1e-3 });
        for (var c = 0; c < 10; c++)
            Assert.Equal(small["v", c], large["v", c]);
        Assert.NotEqual(small["v", 0], small["v", 1]);
    }

    // The layout of counters is part of the contract: a run can be checked without the compiler. Quantiles by MathNet.
    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 7)]
    [InlineData(5_000_000_000, 6)]
    public void Draws_are_halves_of_the_words_of_a_stream_of_the_step(long start, int cell)
    {
        var noise = new CellText("dx/dt = -x/tau + sqrt(2/tau)*xi : 1") { Parameters = new() { ["tau"] = "10*ms" } };
        var model = noise.Model();
        var program = StepBuilder.Build(model);
        var population = Population.Create(
            model, program, 9, new PopulationSettings { Dt = 1e-3, Seed = 42, Precision = Precision.Double });
        var reference = new InterpretedCell(model, program, 1e-3, null, (site, step, _) =>
        {
            var stream = new RandomStream(42, $"cells/{site}", (start + step) & uint.MaxValue)
            {
                Position = (cell / 2) + ((start + step) >> 32 << 33),
            };
            var word = (int)(stream.Bits() >> (32 * (cell & 1)));
            return Normal.InvCDF(0, 1, 0.5 + ((word + 0.5) * Math.Pow(2, -32)));
        });
        for (var step = 0; step < 20; step++)
        {
            population.Step(start + step, new int[9]);
            reference.Step();
            Assert.Equal(reference["x"], population["x", cell], 1e-8);
        }
    }

    // What cells draw, step after step.
    private static double[] Drawn(string draw, Precision precision, int cells, int steps)
    {
        var text = new CellText($"dx/dt = ({draw} - x)/dt : 1") { Method = IntegrationMethod.Euler };
        var population = text.Population(cells, new PopulationSettings { Dt = 1, Precision = precision });
        var values = new double[cells * steps];
        for (var step = 0; step < steps; step++)
        {
            population.Step(step, new int[cells]);
            for (var c = 0; c < cells; c++)
                values[step * cells + c] = population["x", c];
        }

        return values;
    }
}
