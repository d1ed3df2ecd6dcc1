namespace Isonomia.Restoration.Circuits;

/// <summary>A parameter of a circuit that a search may turn.</summary>
/// <param name="Name">The parameter.</param>
/// <param name="Low">The least factor on its value.</param>
/// <param name="High">The greatest factor.</param>
public sealed record CircuitKnob(string Name, double Low, double High)
{
    /// <summary>The factor at a share of the way from the least to the greatest.</summary>
    /// <param name="share">From 0 to 1.</param>
    public double At(double share) => Low + (share * (High - Low));
}
