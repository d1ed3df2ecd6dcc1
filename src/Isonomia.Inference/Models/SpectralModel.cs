namespace Isonomia.Inference.Models;

/// <summary>
/// A mechanistic model as a recording sees it: parameters with a prior, the power spectrum it predicts around a stable
/// steady state, how far that state is from instability, and the coordinates that tell where it stands. This is the
/// seam at which models join: whatever can say this much can be located.
/// </summary>
public abstract class SpectralModel
{
    /// <summary>Its name, as in <c>--model</c>.</summary>
    public abstract string Name { get; }

    /// <summary>The papers it is from.</summary>
    public abstract string Source { get; }

    /// <summary>What is inferred, in a fixed order.</summary>
    public abstract IReadOnlyList<ModelParameter> Parameters { get; }

    /// <summary>What is derived from them, in a fixed order.</summary>
    public abstract IReadOnlyList<ModelCoordinate> Coordinates { get; }

    /// <summary>Prepares to evaluate spectra on a grid.</summary>
    public abstract SpectralEvaluation On(FrequencyGrid grid);

    /// <summary>The coordinates, in the order of <see cref="Coordinates"/>.</summary>
    /// <param name="parameters">Values in the order of <see cref="Parameters"/>.</param>
    /// <param name="coordinates">Receives them.</param>
    public abstract void CoordinatesOf(ReadOnlySpan<double> parameters, Span<double> coordinates);

    /// <summary>How far the steady state is from instability, and which.</summary>
    public abstract Stability StabilityOf(ReadOnlySpan<double> parameters);

    /// <summary>
    /// The limits of a parameter given those before it: within <see cref="ModelParameter.Low"/> and
    /// <see cref="ModelParameter.High"/>, and narrower where the model relates parameters to one another.
    /// </summary>
    /// <param name="index">Which parameter.</param>
    /// <param name="parameters">The values; only those before <paramref name="index"/> are read.</param>
    public virtual ParameterBounds BoundsOf(int index, ReadOnlySpan<double> parameters) =>
        new(Parameters[index].Low, Parameters[index].High);

    /// <summary>How these limits move with the parameters before it.</summary>
    /// <param name="index">Which parameter.</param>
    /// <param name="parameters">The values; only those before <paramref name="index"/> are read.</param>
    /// <param name="slopes">Receives what is not zero.</param>
    /// <returns>Whether they move at all.</returns>
    public virtual bool BoundsMove(int index, ReadOnlySpan<double> parameters, BoundSlopes slopes) => false;
}
