namespace Isonomia.Inference.Likelihoods;

/// <summary>How probable an observed spectrum is under a predicted one whose overall scale is unknown.</summary>
/// <param name="observed">What was observed.</param>
public abstract class SpectralLikelihood(ObservedSpectrum observed)
{
    /// <summary>What was observed.</summary>
    public ObservedSpectrum Observed { get; } = observed;

    /// <summary>Its name, as in <c>--likelihood</c>.</summary>
    public abstract string Name { get; }

    /// <summary>The logarithm of the likelihood, over all scales of the prediction.</summary>
    /// <param name="predicted">Expected periodogram at each observed frequency, up to a common scale.</param>
    /// <param name="slopes">Receives the derivatives by each of them, if not empty.</param>
    public abstract double Log(ReadOnlySpan<double> predicted, Span<double> slopes);

    /// <summary>The factor by which the prediction fits best.</summary>
    /// <param name="predicted">As for <see cref="Log"/>.</param>
    public abstract double Scale(ReadOnlySpan<double> predicted);
}
