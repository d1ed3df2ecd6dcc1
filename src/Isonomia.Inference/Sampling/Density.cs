using Isonomia.Numerics.Random;

namespace Isonomia.Inference.Sampling;

/// <summary>
/// A posterior over unbounded coordinates: prior and likelihood, apart, with slopes. It may keep scratch, so each thread
/// needs its own.
/// </summary>
public abstract class Density
{
    /// <summary>How many coordinates.</summary>
    public abstract int Dimensions { get; }

    /// <summary>
    /// The logarithms of prior density and likelihood; minus infinity where the prior excludes the point. Evidence is of the
    /// prior as it is given here: normalised or not.
    /// </summary>
    /// <param name="point">The coordinates.</param>
    /// <param name="gradient">Receives the slopes of their sum, if not empty; meaningless where excluded.</param>
    public abstract (double Prior, double Likelihood) At(ReadOnlySpan<double> point, Span<double> gradient);

    /// <summary>A point drawn from the prior.</summary>
    /// <param name="random">Where randomness comes from.</param>
    /// <param name="point">Receives it.</param>
    public abstract void DrawPrior(RandomStream random, Span<double> point);
}
