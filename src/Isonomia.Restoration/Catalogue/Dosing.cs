namespace Isonomia.Restoration.Catalogue;

/// <summary>How much of an intervention is given.</summary>
/// <param name="Unit">What a dose is counted in: "mg", "sessions".</param>
/// <param name="Typical">The dose at which the effects are stated.</param>
/// <param name="Most">The greatest dose that is looked at.</param>
/// <param name="Interval">Seconds from dose to dose; null for what is given once or all the time.</param>
/// <param name="Half">The dose of half of the greatest effect.</param>
/// <param name="Hill">How steeply the effect grows around it.</param>
/// <param name="Grounds">What dose and response stand on.</param>
public sealed record Dosing(
    string Unit, double Typical, double Most, double? Interval, UncertainValue Half, double Hill, Grounds Grounds)
{
    /// <summary>Occupancy, or its like for what binds to no receptor: d^n/(d^n + half^n).</summary>
    /// <param name="dose">The dose.</param>
    /// <param name="draw">Which half dose, in standard deviations from the median.</param>
    public double Occupancy(double dose, double draw)
    {
        if (dose <= 0)
            return 0;
        return 1 / (1 + Math.Pow(Half.At(draw) / dose, Hill));
    }

    /// <summary>How strong the effect is, 1 at the typical dose of the typical person.</summary>
    /// <param name="dose">The dose.</param>
    /// <param name="draw">Which half dose, in standard deviations from the median.</param>
    public double Strength(double dose, double draw) => Occupancy(dose, draw) / Occupancy(Typical, 0);
}
