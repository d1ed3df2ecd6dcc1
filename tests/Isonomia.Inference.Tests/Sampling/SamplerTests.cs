using Isonomia.Inference.Sampling;

namespace Isonomia.Inference.Tests.Sampling;

public sealed class SamplerTests
{
    [Fact]
    public void Tempered_sampling_finds_both_of_two_distant_modes_and_their_evidence()
    {
        var density = new RoundDensity([-3, 3]);
        var found = TemperedSampler.Sample(() => new RoundDensity([-3, 3]), new TemperedOptions { Particles = 2000, Seed = 3 });
        var right = found.Points.Count(p => p[0] + (0.5 * p[1]) > 0) / 2000.0;
        // The modes weigh the same; 2,000 correlated particles leave some 3 %.
        Assert.InRange(right, 0.4, 0.6);
        Assert.Equal(density.LogEvidence(), found.LogEvidence, 0.15);
    }

    [Fact]
    public void Hamiltonian_draws_have_the_moments_of_a_normal_posterior()
    {
        var search = TemperedSampler.Sample(() => new RoundDensity([2]), new TemperedOptions { Particles = 200 });
        var sampler = new HamiltonianSampler(() => new RoundDensity([2]), search.Points, new HamiltonianOptions());
        sampler.Draw(1000);
        var along = sampler.Chains.Select(c => c.Select(p => p[0] + (0.5 * p[1])).ToArray()).ToArray();
        var all = along.SelectMany(c => c).ToArray();
        // Normal times normal: precision and mean add up. 4,000 draws, most of them independent.
        var prior = 1.25 * RoundDensity.PriorSd * RoundDensity.PriorSd;
        var variance = 1 / ((1 / prior) + (1 / (RoundDensity.HumpSd * RoundDensity.HumpSd)));
        Assert.Equal(2 * variance / (RoundDensity.HumpSd * RoundDensity.HumpSd), all.Average(), 0.05);
        Assert.Equal(Math.Sqrt(variance), Math.Sqrt(all.Average(v => Math.Pow(v - all.Average(), 2))), 0.03);
        Assert.Equal(RoundDensity.PriorSd, Math.Sqrt(sampler.Chains.SelectMany(c => c).Average(p => p[2] * p[2])), 0.2);
        Assert.Equal(0, sampler.Divergences);
        Assert.InRange(Convergence.RHat(along), 0.99, 1.01);
        Assert.InRange(Convergence.EffectiveSize(along), 1000, 8000);
    }

    [Fact]
    public void Chains_weigh_modes_that_no_trajectory_joins()
    {
        // Two humps of three lie on the right, twelve deviations from the other.
        var search = TemperedSampler.Sample(() => new RoundDensity([-3, 3, 3]), new TemperedOptions { Particles = 400, Seed = 2 });
        var sampler = new HamiltonianSampler(() => new RoundDensity([-3, 3, 3]), search.Points, new HamiltonianOptions());
        sampler.Draw(500);
        var right = sampler.Chains.Select(c => c.Count(p => p[0] + (0.5 * p[1]) > 0) / 500.0).ToArray();
        // Each chain changes sides some hundred times: its share is known to about 0.05.
        Assert.All(right, share => Assert.InRange(share, 0.5, 0.83));
        Assert.Equal(2.0 / 3, right.Average(), 0.08);
    }

    [Theory]
    [InlineData(2.0)]
    [InlineData(-3.0, 3.0, 3.0)]
    public void Bridge_sampling_gives_the_evidence_of_one_mode_and_of_two(params double[] humps)
    {
        var search = TemperedSampler.Sample(() => new RoundDensity(humps), new TemperedOptions { Particles = 400, Seed = 2 });
        var sampler = new HamiltonianSampler(() => new RoundDensity(humps), search.Points, new HamiltonianOptions());
        sampler.Draw(500);
        var logs = BridgeSampling.LogEvidence(new RoundDensity(humps), sampler.Chains, 1);
        Assert.Equal(4, logs.Length);
        // 500 draws of each give the evidence to some 3 %.
        Assert.All(logs, log => Assert.Equal(new RoundDensity(humps).LogEvidence(), log, 0.15));
    }

    [Fact]
    public void Draws_do_not_depend_on_the_number_of_threads()
    {
        double[][] Draw(int threads)
        {
            var search = TemperedSampler.Sample(() => new RoundDensity([2]),
                new TemperedOptions { Particles = 100, Threads = threads, Seed = 5 });
            var sampler = new HamiltonianSampler(() => new RoundDensity([2]), search.Points,
                new HamiltonianOptions { Threads = threads, Seed = 5 });
            sampler.Draw(20);
            return [.. sampler.Chains.SelectMany(c => c)];
        }

        Assert.Equal(Draw(1), Draw(3));
    }
}
