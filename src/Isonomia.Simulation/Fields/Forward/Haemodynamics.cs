namespace Isonomia.Simulation.Fields.Forward;

/// <summary>
/// The constants of the Balloon-Windkessel model, from neural activity z to the BOLD signal y:
/// <code>
/// ds/dt = z - kappa s - gamma (f - 1)         the signal that dilates vessels
/// df/dt = s                                  blood flow, 1 at rest
/// tau dv/dt = f - v^(1/alpha)                volume of venous blood
/// tau dq/dt = f (1 - (1 - rho)^(1/f))/rho - v^(1/alpha) q/v     deoxyhaemoglobin
/// y = V0 (7 rho (1 - q) + 2 (1 - q/v) + (2 rho - 0.2)(1 - v))
/// </code>
/// Friston, Harrison &amp; Penny 2003 (doi:10.1016/S1053-8119(03)00202-7), as Deco et al. 2014 use it: with an efficacy
/// of one, so that activity has no unit. The values are from memory.
/// </summary>
public sealed record Haemodynamics
{
    /// <summary>The decay rate of the signal, in 1/s.</summary>
    public double Kappa { get; init; } = 0.65;

    /// <summary>The rate at which flow calls its own signal back, in 1/s^2.</summary>
    public double Gamma { get; init; } = 0.41;

    /// <summary>The transit time of blood, in seconds.</summary>
    public double Tau { get; init; } = 0.98;

    /// <summary>Grubb's exponent: how stiff vessels are.</summary>
    public double Alpha { get; init; } = 0.32;

    /// <summary>The share of oxygen that is extracted at rest.</summary>
    public double Rho { get; init; } = 0.34;

    /// <summary>The share of a voxel that is blood at rest.</summary>
    public double V0 { get; init; } = 0.02;
}
