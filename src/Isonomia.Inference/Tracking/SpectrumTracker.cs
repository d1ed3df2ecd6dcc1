using Isonomia.Inference.Likelihoods;
using Isonomia.Inference.Locating;
using Isonomia.Inference.Models;
using Isonomia.Inference.Sampling;
using Isonomia.Numerics.Random;

namespace Isonomia.Inference.Tracking;

/// <summary>
/// Follows the posterior from the spectrum of one window to that of the next: four independent populations, once found,
/// are led from likelihood to likelihood by tempered sampling (sequential Monte Carlo; Chopin 2002, Biometrika 89:539), and
/// leap to wherever any of them is.
/// Each window's posterior is that of its own spectrum and the same prior: the past says where to look, not what to find.
/// Where populations no longer agree they are sought anew. The same spectra and seed give the same numbers for any number
/// of threads.
/// </summary>
public sealed class SpectrumTracker
{
    private const int Populations = 4;
    private const double LeastEffective = 50;
    private const double Moves = 2;
    private const int LeapRounds = 2;
    private const int Leaps = 8;
    private const int Parts = 4;

    private readonly SpectralModel model;
    private readonly TrackOptions options;
    private readonly LocateOptions judged;
    private readonly Particle[]?[] populations = new Particle[Populations][];
    private readonly RandomStream[] resampling;
    private SpectralLikelihood? last;
    private int searches;

    /// <summary>Begins.</summary>
    /// <param name="model">The model.</param>
    /// <param name="options">How.</param>
    public SpectrumTracker(SpectralModel model, TrackOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        (this.model, this.options) = (model, options);
        judged = new LocateOptions { GreatestRHat = options.GreatestRHat, LeastEffective = LeastEffective };
        resampling = [.. Enumerable.Range(0, Populations).Select(p => new RandomStream(options.Seed, "track resampling", p))];
    }

    /// <summary>The posterior of the next window; it says so if populations do not agree on it.</summary>
    /// <param name="observed">The spectrum, on the same frequencies as those before.</param>
    /// <param name="cancel">Stops between temperatures.</param>
    public Posterior Next(ObservedSpectrum observed, CancellationToken cancel = default)
    {
        var likelihood = new GammaLikelihood(observed);
        var sought = last is null || last.Observed.Grid != observed.Grid;
        if (sought)
            Seek(likelihood, cancel);
        else
            Lead(last!, likelihood, cancel);
        Leap(likelihood, cancel);
        var found = Diagnosed(likelihood);
        if (!found.Diagnostics.Converged && !sought)
        {
            Seek(likelihood, cancel);
            Leap(likelihood, cancel);
            found = Diagnosed(likelihood);
        }

        last = likelihood;
        return SpectrumLocator.Describe(model, likelihood, found.Points, found.Diagnostics, options.Seed);
    }

    private (double[][][] Points, PosteriorDiagnostics Diagnostics) Diagnosed(SpectralLikelihood likelihood)
    {
        double[][][] points = [.. populations.Select(p => p!.Select(x => x.Point).ToArray())];
        return (points, SpectrumLocator.Diagnose(model, new SpectralDensity(model, likelihood), points, judged));
    }

    private void Seek(SpectralLikelihood likelihood, CancellationToken cancel)
    {
        // Other random numbers each time, or the same mistake would be made again.
        var first = Populations * searches++;
        Each(p =>
        {
            var search = Options() with { Population = first + p, Particles = 2 * options.Particles };
            var points = TemperedSampler.Sample(() => new SpectralDensity(model, likelihood), search, cancel).Points;
            populations[p] = Particle.Many(options.Particles, options.Seed, "tracked particle", (first + p) * options.Particles);
            for (var i = 0; i < options.Particles; i++)
                populations[p]![i].State = (points[2 * i], 0, 0);
        }, cancel);
    }

    private void Lead(SpectralLikelihood from, SpectralLikelihood to, CancellationToken cancel) => Each(p =>
    {
        using var team = new DensityTeam(() => new BridgeDensity(model, from, to), 1);
        team.ForEach(populations[p]!, (density, particle) => particle.Look(density, particle.Point));
        TemperedSampler.Lead(team, populations[p]!, resampling[p], Options(), cancel);
    }, cancel);

    // To wherever any of the populations is: they differ in how they weigh modes.
    private void Leap(SpectralLikelihood likelihood, CancellationToken cancel)
    {
        for (var round = 0; round < LeapRounds; round++)
        {
            var mixture = GaussianMixture.Fit([.. populations.SelectMany(p => p!).Select(x => x.Point)], Parts);
            Each(p =>
            {
                using var team = new DensityTeam(() => new SpectralDensity(model, likelihood), 1);
                team.ForEach(populations[p]!, (density, particle) => particle.Leap(density, mixture, Leaps));
            }, cancel);
        }
    }

    private TemperedOptions Options() => new() { Particles = options.Particles, Moves = Moves, Seed = options.Seed, Threads = 1 };

    private void Each(Action<int> act, CancellationToken cancel) => Parallel.For(0, Populations,
        new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, options.Threads), CancellationToken = cancel }, act);
}
