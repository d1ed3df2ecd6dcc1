namespace Isonomia.Validation.Contrasting;

/// <summary>What one electrode shows with eyes open and closed.</summary>
/// <param name="Name">The electrode.</param>
/// <param name="OpenAlpha">Alpha power, eyes open, in uV^2.</param>
/// <param name="ClosedAlpha">Alpha power, eyes closed, in uV^2.</param>
/// <param name="OpenExponent">Aperiodic exponent, eyes open.</param>
/// <param name="ClosedExponent">Aperiodic exponent, eyes closed.</param>
public sealed record EyesSite(
    string Name, double OpenAlpha, double ClosedAlpha, double OpenExponent, double ClosedExponent);
