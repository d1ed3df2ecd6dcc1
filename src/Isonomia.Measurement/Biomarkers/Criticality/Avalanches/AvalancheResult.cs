using Isonomia.Measurement.Results;

namespace Isonomia.Measurement.Biomarkers.Criticality.Avalanches;

/// <summary>The avalanches of a recording or a population.</summary>
/// <param name="Count">How many avalanches there are.</param>
/// <param name="NaiveBranching">Events in their second bin over those in the first, mean over avalanches.</param>
/// <param name="Events">How many events they are made of.</param>
/// <param name="BinSeconds">Length of a bin; NaN where there is none.</param>
/// <param name="Size">The distribution of their sizes, in events.</param>
/// <param name="Duration">That of their durations, in bins.</param>
/// <param name="Relation">How the exponents hang together.</param>
/// <param name="Collapse">Whether they have one shape; null where too few durations have enough.</param>
/// <param name="Kappa">How sizes lie beside those of a critical branching process.</param>
/// <param name="Why">Why there are none; null where there are.</param>
public sealed record AvalancheResult(
    int Count,
    double NaiveBranching,
    long Events,
    double BinSeconds,
    TailFinding Size,
    TailFinding Duration,
    CrackleRelation Relation,
    ShapeCollapse? Collapse,
    Measured Kappa,
    string? Why) : BiomarkerResult
{
    /// <inheritdoc/>
    public override Reading ToReading()
    {
        var reading = new Reading();
        if (Why is not null)
        {
            return reading.Number("kappa", Measured.Undefined(Why), "1").Number("dcc", Measured.Undefined(Why), "1")
                .Count("avalanches", 0).Count("events", Events);
        }

        const string FewShapes = "fewer than three durations have enough avalanches";
        return reading.Number("kappa", Kappa, "1")
            .Number("dcc", Relation.Deviation, "1")
            .Number("gamma", Relation.Gamma, "1")
            .Number("gamma_predicted", Relation.Predicted, "1")
            .Number("collapse_gamma", Collapse is { } c ? Measured.Of(c.Gamma) : Measured.Undefined(FewShapes), "1")
            .Number("collapse_error", Collapse is { } e ? Measured.Of(e.Error) : Measured.Undefined(FewShapes), "1")
            .Number("naive_branching", Measured.Of(NaiveBranching), "1")
            .Count("avalanches", Count)
            .Count("events", Events)
            .Number("bin_s", BinSeconds, "s")
            .Group("size", Size.ToReading())
            .Group("duration", Duration.ToReading());
    }
}
