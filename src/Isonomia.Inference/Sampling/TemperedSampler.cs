using System.Collections.Concurrent;
using Isonomia.Numerics.Random;

namespace Isonomia.Inference.Sampling;

/// <summary>
/// Tempered sequential Monte Carlo (Neal 2001, Stat Comput 11:125; Del Moral, Doucet and Jasra 2006, J R Stat Soc B
/// 68:411): points spread widely are led to the posterior by raising the power of its ratio to where they began from 0 to 1,
/// each step as far as half of them keep their weight; then they are resampled and moved by Metropolis steps shaped like
/// their covariance. It finds several modes where there are several, and gives the evidence. Each particle has its own
/// random stream, so the result does not depend on threads.
/// </summary>
public static class TemperedSampler
{
    /// <summary>Draws from a posterior.</summary>
    /// <param name="density">Makes the posterior, once for each thread.</param>
    /// <param name="options">How.</param>
    /// <param name="cancel">Stops between temperatures.</param>
    public static TemperedResult Sample(Func<Density> density, TemperedOptions options, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(density);
        ArgumentNullException.ThrowIfNull(options);
        var starts = new ConcurrentBag<SpreadStart>();
        using var team = new DensityTeam(
            () =>
            {
                var start = new SpreadStart(density(), options.Spread);
                starts.Add(start);
                return start;
            },
            options.Threads);
        var particles = Particle.Many(
            options.Particles, options.Seed, "tempered particle", options.Population * options.Particles);
        team.ForEach(particles, (d, particle) => particle.Begin(d));
        var resampling = new RandomStream(options.Seed, "tempered resampling", options.Population);
        // Points that the posterior excludes were drawn too: their weight is zero.
        var evidence = Math.Log(particles.Length / (double)starts.Sum(s => s.Tries));
        var (rise, temperatures, acceptance) = Lead(team, particles, resampling, options, cancel);
        return new TemperedResult([.. particles.Select(p => p.Point)], evidence + rise, temperatures, acceptance);
    }

    /// <summary>Leads particles from their density's prior to the posterior.</summary>
    /// <returns>By how much the evidence changed, the temperatures, and the last one's acceptance.</returns>
    internal static (double Rise, List<double> Temperatures, double Acceptance) Lead(DensityTeam team, Particle[] particles,
        RandomStream resampling, TemperedOptions options, CancellationToken cancel)
    {
        var (temperature, scale, acceptance, rise) = (0.0, 2.38 / Math.Sqrt(particles[0].Point.Length), 0.0, 0.0);
        var temperatures = new List<double>();
        var weights = new double[particles.Length];
        while (temperature < 1)
        {
            cancel.ThrowIfCancellationRequested();
            var next = NextTemperature(particles, temperature, options.LeastEffective);
            rise += Weigh(particles, next - temperature, weights);
            temperature = next;
            temperatures.Add(temperature);
            var shape = Cholesky.Of([.. particles.Select(p => p.Point)], weights);
            Resample(particles, weights, resampling);
            (scale, acceptance) = Move(team, particles, shape, temperature, scale, options);
        }

        return (rise, temperatures, acceptance);
    }

    private static (double Scale, double Acceptance) Move(DensityTeam team, Particle[] particles, Cholesky shape,
        double temperature, double scale, TemperedOptions options)
    {
        var (moved, rate) = (0.0, 0.0);
        for (var attempt = 0; attempt < options.MostAttempts && moved < options.Moves; attempt++)
        {
            var step = scale;
            team.ForEach(particles, (d, particle) => particle.Try(d, shape, step, temperature));
            rate = particles.Count(p => p.Accepted) / (double)particles.Length;
            moved += rate;
            // Towards the rate at which Metropolis steps carry farthest (Roberts and Rosenthal 2001).
            scale = Math.Clamp(scale * Math.Exp(rate - 0.25), 0.02, 2);
        }

        return (scale, rate);
    }

    private static double NextTemperature(Particle[] particles, double temperature, double leastEffective)
    {
        double Effective(double next)
        {
            var most = particles.Max(p => p.Likelihood);
            var (sum, squares) = (0.0, 0.0);
            foreach (var particle in particles)
            {
                var weight = Math.Exp((next - temperature) * (particle.Likelihood - most));
                sum += weight;
                squares += weight * weight;
            }

            return sum * sum / squares / particles.Length;
        }

        if (Effective(1) >= leastEffective)
            return 1;
        var (low, high) = (temperature, 1.0);
        for (var i = 0; i < 50; i++)
        {
            var middle = (low + high) / 2;
            (low, high) = Effective(middle) >= leastEffective ? (middle, high) : (low, middle);
        }

        return low;
    }

    /// <summary>Fills in normalised weights; returns the logarithm of their mean before.</summary>
    private static double Weigh(Particle[] particles, double rise, double[] weights)
    {
        var most = particles.Max(p => p.Likelihood);
        var sum = 0.0;
        for (var i = 0; i < particles.Length; i++)
        {
            weights[i] = Math.Exp(rise * (particles[i].Likelihood - most));
            sum += weights[i];
        }

        for (var i = 0; i < particles.Length; i++)
            weights[i] /= sum;
        return (rise * most) + Math.Log(sum / particles.Length);
    }

    /// <summary>Systematic resampling: as many copies as the weight says, give or take one.</summary>
    private static void Resample(Particle[] particles, double[] weights, RandomStream random)
    {
        var states = particles.Select(p => p.State).ToArray();
        var (offset, sum, from) = (random.Uniform(), 0.0, -1);
        for (var i = 0; i < particles.Length; i++)
        {
            while (sum <= (i + offset) / particles.Length && from < particles.Length - 1)
                sum += weights[++from];
            particles[i].State = states[from];
        }
    }
}
