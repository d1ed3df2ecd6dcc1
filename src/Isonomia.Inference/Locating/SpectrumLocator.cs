using Isonomia.Inference.Likelihoods;
using Isonomia.Inference.Models;
using Isonomia.Inference.Sampling;
using Isonomia.Numerics.Random;

namespace Isonomia.Inference.Locating;

/// <summary>
/// From a spectrum to a posterior: tempered sampling finds where it lies and how it is shaped, the no-U-turn sampler
/// draws from it, on four chains, until they agree. The same spectrum, model, options and seed give the same draws for any
/// number of threads.
/// </summary>
public static class SpectrumLocator
{
    // Of all draws, so many are looked at for stability, predictions and scale.
    private const int Kept = 1000;

    /// <summary>Locates.</summary>
    /// <param name="model">The model.</param>
    /// <param name="observed">The spectrum.</param>
    /// <param name="options">How.</param>
    /// <param name="cancel">Stops between draws.</param>
    public static Posterior Locate(
        SpectralModel model, ObservedSpectrum observed, LocateOptions options, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(observed);
        ArgumentNullException.ThrowIfNull(options);
        var likelihood = options.Likelihood(observed);
        Density Make() => new SpectralDensity(model, likelihood);
        var search = TemperedSampler.Sample(Make, new TemperedOptions
        {
            Particles = options.Particles,
            Moves = 2.5,
            Seed = options.Seed,
            Threads = options.Threads,
        }, cancel);
        return Draw(model, likelihood, search.Points, options, cancel);
    }

    /// <summary>The same from points that are known to lie near the posterior.</summary>
    internal static Posterior Draw(SpectralModel model, SpectralLikelihood likelihood, IReadOnlyList<double[]> starts,
        LocateOptions options, CancellationToken cancel)
    {
        var density = new SpectralDensity(model, likelihood);
        var sampler = new HamiltonianSampler(() => new SpectralDensity(model, likelihood), starts,
            new HamiltonianOptions { Seed = options.Seed, Threads = options.Threads }, cancel);
        sampler.Draw(options.Draws);
        var chains = Parameters(density, sampler.Chains);
        var diagnostics = Diagnose(model, sampler, chains, options);
        while (!diagnostics.Converged && chains[0].Length < options.MostDraws)
        {
            // By half as many again: doubling would often draw far more than is needed.
            sampler.Draw(Math.Min(chains[0].Length / 2, options.MostDraws - chains[0].Length));
            chains = Parameters(density, sampler.Chains);
            diagnostics = Diagnose(model, sampler, chains, options);
        }

        return Describe(model, likelihood, sampler.Chains, diagnostics, options.Seed);
    }

    private static double[][][] Parameters(SpectralDensity density, double[][][] chains) =>
        [.. chains.Select(c => c.Select(x => Parameters(density, x)).ToArray())];

    private static double[] Parameters(SpectralDensity density, double[] point)
    {
        var values = new double[point.Length];
        density.Parameters(point, values);
        return values;
    }

    private static double[] Coordinates(SpectralModel model, double[] values)
    {
        var coordinates = new double[model.Coordinates.Count];
        model.CoordinatesOf(values.AsSpan(0, model.Parameters.Count), coordinates);
        return coordinates;
    }

    private static PosteriorDiagnostics Diagnose(
        SpectralModel model, HamiltonianSampler sampler, double[][][] chains, LocateOptions options)
    {
        var (rhat, ess) = (0.0, double.PositiveInfinity);
        var coordinates = chains.Select(c => c.Select(v => Coordinates(model, v)).ToArray()).ToArray();
        foreach (var quantities in (double[][][][])[chains, coordinates])
        {
            for (var i = 0; i < quantities[0][0].Length; i++)
            {
                var one = quantities.Select(c => c.Select(v => v[i]).ToArray()).ToArray();
                rhat = Math.Max(rhat, Convergence.RHat(one));
                ess = Math.Min(ess, Convergence.EffectiveSize(one));
            }
        }

        var draws = chains.Length * chains[0].Length;
        // Some are the price of the prior's corners, and steps are walked there; many would leave it to these alone.
        var why = !(rhat < options.GreatestRHat) ? $"the chains do not agree (R-hat {rhat:0.000}, not below {options.GreatestRHat})"
            : ess < options.LeastEffective ? $"too few effective draws ({ess:0}, not {options.LeastEffective:0})"
            : sampler.Divergences > draws / 20 ? $"{sampler.Divergences} of {draws} trajectories diverged"
            : null;
        return new PosteriorDiagnostics(rhat, ess, sampler.Divergences, draws, sampler.Evaluations, why);
    }

    private static Posterior Describe(SpectralModel model, SpectralLikelihood likelihood, double[][][] chains,
        PosteriorDiagnostics diagnostics, long seed)
    {
        var all = chains.SelectMany(c => c).ToArray();
        var points = all.Length <= Kept ? all : [.. Enumerable.Range(0, Kept).Select(i => all[(long)i * all.Length / Kept])];
        var density = new SpectralDensity(model, likelihood);
        var random = new RandomStream(seed, "posterior scale");
        var (draws, scales, logs) = (new double[points.Length][], new double[points.Length], new double[points.Length]);
        var predictions = new double[points.Length][];
        for (var i = 0; i < points.Length; i++)
        {
            draws[i] = Parameters(density, points[i]);
            logs[i] = density.At(points[i], []).Likelihood;
            scales[i] = Scale(likelihood, density.Seen, random);
            predictions[i] = density.Seen.ToArray();
            for (var j = 0; j < predictions[i].Length; j++)
                predictions[i][j] *= scales[i];
        }

        return new Posterior(model, likelihood.Observed, likelihood.Name, draws, diagnostics)
        {
            Coordinates = [.. draws.Select(d => Coordinates(model, d))],
            Stabilities = [.. draws.Select(d => model.StabilityOf(d.AsSpan(0, model.Parameters.Count)))],
            Scales = scales,
            LogLikelihoods = logs,
            Predictions = predictions,
        };
    }

    private static double Scale(SpectralLikelihood likelihood, ReadOnlySpan<double> seen, RandomStream random)
    {
        if (likelihood is not GammaLikelihood gamma)
            return likelihood.Scale(seen);
        var (shape, rate) = gamma.InverseScale(seen);
        return rate / random.Gamma(shape);
    }
}
