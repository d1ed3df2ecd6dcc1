using Isonomia.Measurement.Results;

namespace Isonomia.Measurement.Biomarkers.Rhythms;

/// <summary>Phase-amplitude coupling of one channel.</summary>
/// <param name="Index">Tort's modulation index.</param>
/// <param name="Z">Its distance from surrogates.</param>
/// <param name="P">How often surrogates are as large.</param>
/// <param name="PreferredPhase">At which phase the fast rhythm is largest, in radians.</param>
/// <param name="Distribution">Mean amplitude in each bin of phase, from -pi on, of sum one.</param>
public sealed record PhaseAmplitudeResult(Measured Index, Measured Z, Measured P, Measured PreferredPhase, double[] Distribution)
    : BiomarkerResult
{
    /// <summary>Nothing, and why.</summary>
    public static PhaseAmplitudeResult Without(string why)
    {
        var none = Measured.Undefined(why);
        return new PhaseAmplitudeResult(none, none, none, none, []);
    }

    /// <inheritdoc/>
    public override Reading ToReading() => new Reading().Number("modulation_index", Index, "1").Number("z", Z, "1")
        .Number("p", P, "1").Number("preferred_phase", PreferredPhase, "rad").Curve("distribution", Distribution, "1");
}
