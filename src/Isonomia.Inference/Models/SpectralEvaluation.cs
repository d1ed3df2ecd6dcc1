namespace Isonomia.Inference.Models;

/// <summary>
/// A model's spectrum on one frequency grid, with its derivatives, evaluated again and again without allocating. It
/// keeps what the last evaluation left behind, so each thread needs its own.
/// </summary>
public abstract class SpectralEvaluation
{
    /// <summary>The spectrum of a stable steady state.</summary>
    /// <param name="parameters">Values in the order of <see cref="SpectralModel.Parameters"/>.</param>
    /// <param name="spectrum">Receives the power density at each frequency of the grid, up to the model's scale.</param>
    /// <param name="withGradient">Whether <see cref="Pull"/> will be asked for.</param>
    /// <returns>False where there is no stable steady state: then <paramref name="spectrum"/> means nothing.</returns>
    public abstract bool TryEvaluate(ReadOnlySpan<double> parameters, Span<double> spectrum, bool withGradient);

    /// <summary>
    /// Derivatives of a weighted sum of the spectrum last evaluated: gradient_i = sum over frequencies j of
    /// weights_j dP_j/dparameter_i.
    /// </summary>
    /// <param name="weights">One for each frequency.</param>
    /// <param name="gradient">One for each parameter; overwritten.</param>
    public abstract void Pull(ReadOnlySpan<double> weights, Span<double> gradient);
}
