using Isonomia.Inference.Likelihoods;
using Isonomia.Inference.Models;
using Isonomia.Inference.Sampling;
using Isonomia.Numerics.Random;

namespace Isonomia.Inference.Locating;

/// <summary>
/// From a spectrum to a posterior. Four small independent populations, led there by tempered sampling, find where it lies
/// and how it is shaped; the no-U-turn sampler draws from it on four chains, one from each population, until they agree.
/// Chains leap between the places that populations found; where they do not agree nevertheless, larger populations look
/// again. The same spectrum, model, options and seed give the same draws
/// for any number of threads.
/// </summary>
public static class SpectrumLocator
{
    // Of all draws, so many are looked at for stability, predictions and scale.
    private const int Kept = 1000;
    private const int Populations = 4;
    private const double QuickMoves = 2.5;
    private const int QuickDraws = 2100;
    private const double ThoroughMoves = 5;

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
        var search = Search(model, likelihood, options, options.Particles, QuickMoves, cancel);
        var found = Draw(model, likelihood, search, options with { MostDraws = Math.Min(options.MostDraws, QuickDraws) }, cancel);
        if (found.Diagnostics.Converged || options.ThoroughParticles == 0 || options.MostDraws <= QuickDraws)
            return found;

        // Chains that do not agree may each be right about one of several modes: larger populations find them all, so that
        // chains leap between them.
        search = Search(model, likelihood, options, options.ThoroughParticles, ThoroughMoves, cancel);
        return Draw(model, likelihood, search, options, cancel);
    }

    // Independent populations: where they do not end up at the same posterior, chains that start from each do not agree.
    private static double[][][] Search(SpectralModel model, SpectralLikelihood likelihood, LocateOptions options, int particles,
        double moves, CancellationToken cancel)
    {
        var found = new double[Populations][][];
        var threads = new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, options.Threads), CancellationToken = cancel };
        Parallel.For(0, Populations, threads, population => found[population] = TemperedSampler.Sample(
            () => new SpectralDensity(model, likelihood),
            new TemperedOptions
            {
                Particles = particles,
                Moves = moves,
                Population = population,
                Seed = options.Seed,
                Threads = 1,
            },
            cancel).Points);
        return found;
    }

    private static Posterior Draw(SpectralModel model, SpectralLikelihood likelihood, double[][][] starts,
        LocateOptions options, CancellationToken cancel)
    {
        var density = new SpectralDensity(model, likelihood);
        var sampler = new HamiltonianSampler(() => new SpectralDensity(model, likelihood), [.. starts.SelectMany(s => s)],
            new HamiltonianOptions { Chains = starts.Length, Seed = options.Seed, Threads = options.Threads }, cancel);
        sampler.Draw(options.Draws);
        var diagnostics = Diagnose(model, density, sampler, options);
        while (!diagnostics.Converged && sampler.Length < options.MostDraws)
        {
            // By half as many again: doubling would often draw far more than is needed.
            sampler.Draw(Math.Min(sampler.Length / 2, options.MostDraws - sampler.Length));
            diagnostics = Diagnose(model, density, sampler, options);
        }

        return Describe(model, likelihood, sampler.Chains, diagnostics, options.Seed,
            options.WithEvidence && diagnostics.Converged ? EvidenceOf(density, sampler, options) : null);
    }

    private static ModelEvidence EvidenceOf(SpectralDensity density, HamiltonianSampler sampler, LocateOptions options) =>
        ModelEvidence.Of(BridgeSampling.LogEvidence(density, sampler.Chains, options.Seed))
            .Over(density.PriorShare(new RandomStream(options.Seed, "prior share")));

    private static PosteriorDiagnostics Diagnose(
        SpectralModel model, SpectralDensity density, HamiltonianSampler sampler, LocateOptions options)
    {
        var found = Diagnose(model, density, sampler.Chains, options) with
        {
            Divergences = sampler.Divergences,
            Evaluations = sampler.Evaluations,
        };
        // Some are the price of the prior's corners, and steps are walked there; many would leave it to these alone.
        return found.Converged && sampler.Divergences > found.Draws / 20
            ? found with { WhyNot = $"{sampler.Divergences} of {found.Draws} trajectories diverged" }
            : found;
    }

    /// <summary>Whether chains, or populations, agree, and what they are worth.</summary>
    internal static PosteriorDiagnostics Diagnose(
        SpectralModel model, SpectralDensity density, double[][][] chains, LocateOptions options)
    {
        var (rhat, ess) = (0.0, double.PositiveInfinity);
        var parameters = chains.Select(c => c.Select(x => Parameters(density, x)).ToArray()).ToArray();
        var coordinates = parameters.Select(c => c.Select(v => Coordinates(model, v)).ToArray()).ToArray();
        foreach (var quantities in (double[][][][])[parameters, coordinates])
        {
            for (var i = 0; i < quantities[0][0].Length; i++)
            {
                var one = quantities.Select(c => c.Select(v => v[i]).ToArray()).ToArray();
                rhat = Math.Max(rhat, Convergence.RHat(one));
                ess = Math.Min(ess, Convergence.EffectiveSize(one));
            }
        }

        var why = !(rhat < options.GreatestRHat) ? $"the chains do not agree (R-hat {rhat:0.000}, not below {options.GreatestRHat})"
            : ess < options.LeastEffective ? $"too few effective draws ({ess:0}, not {options.LeastEffective:0})"
            : null;
        return new PosteriorDiagnostics(rhat, ess, 0, chains.Sum(c => c.Length), 0, why);
    }

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

    /// <summary>The posterior that draws of chains, or points of populations, make.</summary>
    internal static Posterior Describe(SpectralModel model, SpectralLikelihood likelihood, double[][][] chains,
        PosteriorDiagnostics diagnostics, long seed, ModelEvidence? evidence = null)
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
            Evidence = evidence,
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
