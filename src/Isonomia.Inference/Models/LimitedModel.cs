namespace Isonomia.Inference.Models;

/// <summary>A model within narrower limits: a prior for individuals of whom more is known than that they are possible.</summary>
public sealed class LimitedModel : SpectralModel
{
    private readonly SpectralModel model;
    private readonly ModelParameter[] parameters;

    /// <summary>Narrows the limits of a model.</summary>
    /// <param name="model">The model.</param>
    /// <param name="limits">Limits of each of its parameters; those of the model hold besides.</param>
    /// <param name="source">Where they are from.</param>
    /// <exception cref="ArgumentException">There are not as many limits as parameters, or nothing is left within some.</exception>
    public LimitedModel(SpectralModel model, IReadOnlyList<ParameterBounds> limits, string source)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(limits);
        if (limits.Count != model.Parameters.Count)
            throw new ArgumentException($"{limits.Count} limits for {model.Parameters.Count} parameters", nameof(limits));
        this.model = model;
        parameters = [.. model.Parameters.Zip(limits, (p, l) => p with
        {
            Low = Math.Max(p.Low, l.Low),
            High = Math.Min(p.High, l.High),
            Source = source,
        })];
        if (Array.Find(parameters, p => p.Low >= p.High) is { } empty)
            throw new ArgumentException($"nothing is left of {empty.Name}", nameof(limits));
    }

    /// <inheritdoc/>
    public override string Name => model.Name;

    /// <inheritdoc/>
    public override string Source => model.Source;

    /// <inheritdoc/>
    public override IReadOnlyList<ModelParameter> Parameters => parameters;

    /// <inheritdoc/>
    public override IReadOnlyList<ModelCoordinate> Coordinates => model.Coordinates;

    /// <inheritdoc/>
    public override SpectralEvaluation On(FrequencyGrid grid) => model.On(grid);

    /// <inheritdoc/>
    public override void CoordinatesOf(ReadOnlySpan<double> parameters, Span<double> coordinates) =>
        model.CoordinatesOf(parameters, coordinates);

    /// <inheritdoc/>
    public override Stability StabilityOf(ReadOnlySpan<double> parameters) => model.StabilityOf(parameters);

    /// <inheritdoc/>
    public override ParameterBounds BoundsOf(int index, ReadOnlySpan<double> parameters)
    {
        var (own, within) = (this.parameters[index], model.BoundsOf(index, parameters));
        return within with
        {
            Low = Math.Max(own.Low, within.Low),
            High = Math.Max(own.Low, Math.Min(own.High, within.High)),
        };
    }

    /// <inheritdoc/>
    public override bool BoundsMove(int index, ReadOnlySpan<double> parameters, BoundSlopes slopes)
    {
        if (!model.BoundsMove(index, parameters, slopes))
            return false;
        var (own, within) = (this.parameters[index], model.BoundsOf(index, parameters));
        if (own.Low >= within.Low)
            slopes.Low.Clear();
        if (own.High <= within.High || own.Low >= within.High)
            slopes.High.Clear();
        return true;
    }
}
