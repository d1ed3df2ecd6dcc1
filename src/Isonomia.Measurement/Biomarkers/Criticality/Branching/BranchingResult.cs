using Isonomia.Measurement.Results;

namespace Isonomia.Measurement.Biomarkers.Criticality.Branching;

/// <summary>The branching parameter of activity, with and without an offset, and the naive one.</summary>
/// <param name="M">The branching parameter, or why there is none.</param>
/// <param name="TauSeconds">How long activity lasts.</param>
/// <param name="Susceptibility">1/(1 - m): how many events follow one in all, itself included.</param>
/// <param name="OffsetM">The branching parameter where slopes may end at an offset.</param>
/// <param name="OffsetTauSeconds">How long activity lasts then.</param>
/// <param name="Offset">The offset.</param>
/// <param name="NaiveM">The first slope, which is m where all activity is recorded.</param>
/// <param name="Fit">The decay.</param>
/// <param name="Consistent">Whether the slopes are those of a branching process.</param>
/// <param name="Slopes">r_k.</param>
/// <param name="BinSeconds">Length of a bin.</param>
/// <param name="Mean">Mean activity of a bin.</param>
/// <param name="Bins">Bins that were used.</param>
public sealed record BranchingResult(
    Measured M,
    Measured TauSeconds,
    Measured Susceptibility,
    Measured OffsetM,
    Measured OffsetTauSeconds,
    Measured Offset,
    Measured NaiveM,
    BranchingEstimate? Fit,
    bool Consistent,
    double[] Slopes,
    double BinSeconds,
    double Mean,
    long Bins) : BiomarkerResult
{
    /// <inheritdoc/>
    public override Reading ToReading()
    {
        var reading = new Reading().Number("m", M, "1").Number("tau_s", TauSeconds, "s")
            .Number("susceptibility", Susceptibility, "1").Number("naive_m", NaiveM, "1");
        if (Fit is not null)
        {
            reading.Number("amplitude", Fit.Amplitude, "1").Number("r_squared", Measured.Of(Fit.RSquared), "1")
                .Number("offset_m", OffsetM, "1").Number("offset_tau_s", OffsetTauSeconds, "s").Number("offset", Offset, "1")
                .Flag("consistent", Consistent);
        }

        return reading.Number("bin_s", BinSeconds, "s").Number("mean_activity", Mean, "1").Count("bins", Bins)
            .Curve("slopes", Slopes, "1");
    }

    internal static BranchingResult None(string why, double binSeconds)
    {
        var none = Measured.Undefined(why);
        return new BranchingResult(none, none, none, none, none, none, none, null, false, [], binSeconds, 0, 0);
    }
}
