using Isonomia.Inference.Locating;

namespace Isonomia.Inference.Tracking;

/// <summary>Where an individual stands in one window of time.</summary>
/// <param name="Start">Where the window begins, in seconds of stored signal.</param>
/// <param name="End">Where it ends.</param>
/// <param name="WhyNot">Why nothing is known of it; null where something is.</param>
/// <param name="Diagnostics">Whether populations agreed; null exactly where the window has no spectrum.</param>
/// <param name="Parameters">Distributions of the parameters, A_EMG last; empty where nothing is known.</param>
/// <param name="Coordinates">Those of the coordinates.</param>
/// <param name="Margin">That of the margin to the nearest instability, 1/s.</param>
/// <param name="Kind">Which instability is nearest in most draws.</param>
/// <param name="FrequencyHz">Its frequency, Hz.</param>
/// <param name="ReducedChiSquare">How well the model fits; see <see cref="Posterior.ReducedChiSquare"/>.</param>
public sealed record TrackPoint(double Start, double End, string? WhyNot, PosteriorDiagnostics? Diagnostics,
    IReadOnlyList<Marginal> Parameters, IReadOnlyList<Marginal> Coordinates, Marginal Margin, string Kind, double FrequencyHz,
    double ReducedChiSquare)
{
    /// <summary>Whether the window is known.</summary>
    public bool IsKnown => WhyNot is null;

    /// <summary>A window of which nothing is known.</summary>
    public static TrackPoint Unknown(double start, double end, string why, PosteriorDiagnostics? diagnostics = null) =>
        new(start, end, why, diagnostics, [], [], default, "", 0, 0);

    /// <summary>A window's posterior in few numbers; one that did not converge leaves none.</summary>
    public static TrackPoint Of(double start, double end, Posterior posterior)
    {
        ArgumentNullException.ThrowIfNull(posterior);
        if (!posterior.Diagnostics.Converged)
            return Unknown(start, end, posterior.Diagnostics.WhyNot!, posterior.Diagnostics);
        var (kind, _, frequency) = posterior.NearestInstability;
        return new TrackPoint(start, end, null, posterior.Diagnostics,
            [.. posterior.Names.Select((_, i) => posterior.Parameter(i))],
            [.. posterior.Model.Coordinates.Select((_, i) => posterior.Coordinate(i))],
            posterior.Margin, kind, frequency, posterior.ReducedChiSquare);
    }
}
