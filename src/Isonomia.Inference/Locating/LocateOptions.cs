using Isonomia.Inference.Likelihoods;

namespace Isonomia.Inference.Locating;

/// <summary>How a spectrum is located.</summary>
public sealed record LocateOptions
{
    /// <summary>Effective sample size from which on a posterior is held to be known.</summary>
    public double LeastEffective { get; init; } = 400;

    /// <summary>R-hat below which chains are held to agree (Vehtari et al. 2021).</summary>
    public double GreatestRHat { get; init; } = 1.01;

    /// <summary>Particles of each of the four populations that look for the posterior.</summary>
    public int Particles { get; init; } = 100;

    /// <summary>The same where chains from these do not agree; zero for no second search.</summary>
    public int ThoroughParticles { get; init; } = 2000;

    /// <summary>Draws of each of four chains at first; more are added until they agree.</summary>
    public int Draws { get; init; } = 300;

    /// <summary>Most draws of each chain.</summary>
    public int MostDraws { get; init; } = 12_800;

    /// <summary>Which likelihood; gamma unless set.</summary>
    public Func<ObservedSpectrum, SpectralLikelihood> Likelihood { get; init; } = static o => new GammaLikelihood(o);

    /// <summary>Whether the model's evidence is wanted too, to compare models by.</summary>
    public bool WithEvidence { get; init; }

    /// <summary>The run's seed.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>Threads; the result does not depend on them.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;
}
