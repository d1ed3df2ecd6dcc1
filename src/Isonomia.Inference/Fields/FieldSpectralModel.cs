using Isonomia.Inference.Locating;
using Isonomia.Inference.Models;
using Isonomia.Modeling.Fields;
using Isonomia.Simulation.Fields.Analysis;
using Stability = Isonomia.Inference.Models.Stability;

namespace Isonomia.Inference.Fields;

/// <summary>
/// Any field, of the library or the user's own, as a model to locate with: its resting state, stability and spectrum come
/// from its equations. What is inferred are the parameters that are given limits.
/// </summary>
public sealed class FieldSpectralModel : SpectralModel
{
    private readonly FieldSpectra spectra;
    private readonly string source;

    /// <summary>Makes a model of a field.</summary>
    /// <param name="field">The field; it says what is observed, and is driven by noise.</param>
    /// <param name="limits">What is inferred: names, with limits in SI base units; the field's own ranges if empty.</param>
    /// <param name="source">Where the field is from.</param>
    /// <exception cref="LocatingException">It names nothing to infer, or what it does not have.</exception>
    /// <exception cref="FieldAnalysisException">It cannot be analysed.</exception>
    public FieldSpectralModel(FieldModel field, IReadOnlyDictionary<string, (double Low, double High)> limits, string source)
    {
        ArgumentNullException.ThrowIfNull(field);
        ArgumentNullException.ThrowIfNull(limits);
        this.source = source;
        var own = field.Region.Parameters;
        foreach (var name in limits.Keys)
        {
            if (!own.Any(p => p.Name == name))
                throw new LocatingException($"'{field.Name}' has no parameter '{name}'; it has {string.Join(", ", own.Select(p => p.Name))}");
        }

        Parameters = [.. own.Where(p => limits.Count > 0 ? limits.ContainsKey(p.Name) : p is { Minimum: not null, Maximum: not null })
            .Select(p =>
            {
                var (low, high) = limits.Count > 0 ? limits[p.Name] : (p.Minimum!.Value, p.Maximum!.Value);
                return new ModelParameter(p.Name, p.Symbol.Dimension.ToString(), low, high, p.Meaning ?? "",
                    limits.Count > 0 ? "limits given by the user" : "range in the model's file");
            })];
        if (Parameters.Count == 0)
        {
            throw new LocatingException($"'{field.Name}' gives no ranges to its parameters; say what to infer between which "
                + $"limits, as in --infer {own.First().Name}=LOW:HIGH");
        }

        Name = field.Name;
        spectra = new FieldSpectra(field, [.. Parameters.Select(p => p.Name)]);
    }

    /// <inheritdoc/>
    public override string Name { get; }

    /// <inheritdoc/>
    public override string Source => source;

    /// <inheritdoc/>
    public override IReadOnlyList<ModelParameter> Parameters { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<ModelCoordinate> Coordinates { get; } =
    [
        new("damping", "1/s", "minus the greatest real part of the characteristic roots: how fast the least damped mode decays"),
        new("mode_hz", "Hz", "frequency of the least damped mode"),
    ];

    /// <inheritdoc/>
    public override SpectralEvaluation On(FrequencyGrid grid)
    {
        lock (spectra)
            return new FieldEvaluation(spectra.Copy(), grid, Parameters);
    }

    /// <inheritdoc/>
    public override void CoordinatesOf(ReadOnlySpan<double> parameters, Span<double> coordinates)
    {
        var stability = StabilityOf(parameters);
        (coordinates[0], coordinates[1]) = (stability.Margin, stability.FrequencyHz);
    }

    /// <inheritdoc/>
    public override Stability StabilityOf(ReadOnlySpan<double> parameters)
    {
        lock (spectra)
        {
            if (!spectra.Settle(parameters))
                return new Stability(double.NegativeInfinity, Stability.SaddleNode, 0);
            var found = spectra.Stability();
            return new Stability(found.Margin, found.Kind == InstabilityKind.Hopf ? Stability.Hopf : Stability.SaddleNode,
                found.FrequencyHz);
        }
    }
}
