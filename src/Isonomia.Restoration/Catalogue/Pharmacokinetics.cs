namespace Isonomia.Restoration.Catalogue;

/// <summary>How a drug comes and goes: one compartment, absorption and elimination of first order.</summary>
/// <param name="Route">How it is given: "oral".</param>
/// <param name="AbsorptionHalfLife">Seconds until half of what will be absorbed is; 0 for an injection.</param>
/// <param name="HalfLife">Seconds until half of it is eliminated.</param>
/// <param name="Grounds">What these stand on.</param>
public sealed record Pharmacokinetics(
    string Route, double AbsorptionHalfLife, UncertainValue HalfLife, Grounds Grounds);
