using Isonomia.Inference.Likelihoods;
using Isonomia.Inference.Locating;
using Isonomia.Inference.Models;
using Isonomia.Numerics.Random;

namespace Isonomia.Inference.Sampling;

/// <summary>The way from the posterior of one spectrum to that of another one on the same frequencies.</summary>
/// <param name="model">The model.</param>
/// <param name="from">The likelihood of the first.</param>
/// <param name="to">The likelihood of the second.</param>
internal sealed class BridgeDensity(SpectralModel model, SpectralLikelihood from, SpectralLikelihood to) : Density
{
    private readonly SpectralDensity density = new(model, to);

    /// <inheritdoc/>
    public override int Dimensions => density.Dimensions;

    /// <inheritdoc/>
    public override (double Prior, double Likelihood) At(ReadOnlySpan<double> point, Span<double> gradient)
    {
        var (prior, log) = density.At(point, gradient);
        if (!double.IsFinite(prior))
            return (prior, log);
        var before = from.Log(density.Seen, []);
        return (prior + before, log - before);
    }

    /// <inheritdoc/>
    public override void DrawPrior(RandomStream random, Span<double> point) => density.DrawPrior(random, point);
}
