using Isonomia.Numerics.Random;
using Isonomia.Numerics.Statistics.HeavyTails;

namespace Isonomia.Numerics.Tests.Statistics.HeavyTails;

public class PowerLawTests
{
    [Theory]
    [InlineData(1.5, 1, true)]
    [InlineData(2.5, 1, true)]
    [InlineData(3.2, 4, true)]
    [InlineData(1.5, 2.5, false)]
    [InlineData(2.5, 1, false)]
    public void Exponents_of_drawn_samples_lie_within_their_errors(double alpha, double xmin, bool discrete)
    {
        const int Samples = 40;
        var scores = Enumerable.Range(0, Samples).Select(i =>
        {
            var fit = PowerLaw.Fit(Draw(alpha, xmin, discrete, 3000, i), xmin)!;
            return (fit.Alpha - alpha) / fit.StandardError;
        }).ToArray();
        // Standard normal: mean within 3.5 of its own error, mean square within 3.5 of that of chi-squared.
        Assert.Equal(0, scores.Average(), 3.5 / Math.Sqrt(Samples));
        Assert.Equal(1, scores.Average(z => z * z), 3.5 * Math.Sqrt(2.0 / Samples));
    }

    [Theory]
    [InlineData(1.5, 1)]
    [InlineData(2.2, 3)]
    public void Draws_of_whole_numbers_are_as_frequent_as_they_should_be(double alpha, double xmin)
    {
        const int Count = 200_000;
        var (draws, stream) = (new PowerLawDraws(alpha, xmin, isDiscrete: true), new RandomStream(3, "draws"));
        var numbers = Enumerable.Range(0, Count).Select(_ => draws.Next(stream)).ToArray();
        foreach (var k in new[] { xmin, xmin + 1, 50, 5000, 20_000 })
        {
            var survival = HurwitzZeta.Of(alpha, k) / HurwitzZeta.Of(alpha, xmin);
            var error = Math.Sqrt(survival * (1 - survival) / Count);
            Assert.Equal(survival, numbers.Count(n => n >= k) / (double)Count, 4 * error);
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_search_finds_where_a_tail_begins(bool discrete)
    {
        var stream = new RandomStream(5, "body");
        // Uniform below 20, a power law from there on.
        var (tail, body) = (new PowerLawDraws(2.5, 20, discrete), new double[4000]);
        for (var i = 0; i < body.Length; i++)
            body[i] = i % 2 == 0 ? tail.Next(stream) : discrete ? 1 + stream.Below(19) : stream.Uniform(1, 20);
        var sample = discrete ? TailSample.OfWhole(body.Select(x => (int)x)) : TailSample.OfReal(body);
        var fit = PowerLaw.Search(sample)!;
        Assert.InRange(fit.Xmin, 18, 24);
        Assert.Equal(2.5, fit.Alpha, 3 * fit.StandardError);
    }

    [Fact]
    public void Of_power_laws_p_is_spread_evenly_and_of_exponentials_it_is_small()
    {
        static double P(TailSample sample, int seed) => PowerLawTest.PValue(
            sample, PowerLaw.Fit(sample, 1)!, s => PowerLaw.Fit(s, 1), 200, seed);

        var fair = Enumerable.Range(0, 60).Select(i => P(Draw(2, 1, true, 500, i), i)).ToArray();
        // Mean of 60 uniform numbers: 0.5 with a standard deviation of 0.037.
        Assert.Equal(0.5, fair.Average(), 3.5 * 0.037);
        var stream = new RandomStream(2, "exponential");
        var exponential = TailSample.OfWhole(Enumerable.Range(0, 500).Select(_ => 1 + (int)stream.Exponential(8)));
        Assert.Equal(0, P(exponential, 1));
    }

    [Fact]
    public void P_does_not_depend_on_the_number_of_threads()
    {
        var sample = Draw(2, 1, true, 400, 1);
        var fit = PowerLaw.Search(sample)!;
        double P(int threads) => PowerLawTest.PValue(sample, fit, s => PowerLaw.Search(s), 50, 7, threads);
        Assert.Equal(P(1), P(4));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Every_other_form_is_a_distribution_and_is_preferred_where_it_is_true(bool discrete)
    {
        var stream = new RandomStream(11, "truths");
        var truths = new Dictionary<string, Func<double>>
        {
            ["exponential"] = () => 1 + stream.Exponential(5),
            ["lognormal"] = () => Math.Exp(stream.Normal(2, 0.6)),
            ["stretched_exponential"] = () => 20 * Math.Pow(stream.Exponential(), 1 / 0.7),
        };
        foreach (var form in TailForm.All.Where(f => truths.ContainsKey(f.Name)))
        {
            var numbers = Enumerable.Range(0, 6000).Select(_ => truths[form.Name]()).Where(x => x >= 1).ToArray();
            var sample = discrete ? TailSample.OfWhole(numbers.Select(x => (int)Math.Round(x))) : TailSample.OfReal(numbers);
            var powerLaw = PowerLaw.Fit(sample, 1)!;
            var found = TailComparison.Of(sample, powerLaw, form)!;
            Assert.True(found.Normalised < -5 && found.P < 1e-6, $"{found}");
            // Of whole numbers every value from 1 to the largest occurs in none of these: sum over all that do.
            if (discrete)
                Assert.InRange(form.Fit(sample, powerLaw)!.Sum(Math.Exp), 0.95, 1.0000001);
        }
    }

    [Fact]
    public void Too_few_numbers_have_no_fit()
    {
        Assert.Null(PowerLaw.Fit(TailSample.OfWhole([3, 3, 3]), 1));
        Assert.Null(PowerLaw.Search(TailSample.OfWhole([])));
        Assert.Throws<ArgumentException>(() => TailSample.OfWhole([1, 0]));
    }

    private static TailSample Draw(double alpha, double xmin, bool discrete, int count, int seed)
    {
        var (draws, stream) = (new PowerLawDraws(alpha, xmin, discrete), new RandomStream(seed, "samples"));
        var numbers = Enumerable.Range(0, count).Select(_ => draws.Next(stream)).ToArray();
        return discrete
            ? TailSample.OfWhole(numbers.Select(n => (int)Math.Min(n, int.MaxValue)))
            : TailSample.OfReal(numbers);
    }
}
