using System.Globalization;
using Isonomia.Restoration.Catalogue;

namespace Isonomia.Restoration.Search;

/// <summary>An intervention at a dose.</summary>
/// <param name="Intervention">The intervention.</param>
/// <param name="Dose">How much, in the unit of its doses.</param>
public sealed record DosedIntervention(Intervention Intervention, double Dose)
{
    /// <summary>Its burden: that at the typical dose, in proportion.</summary>
    public double Burden => Intervention.Burden.Value * Dose / Intervention.Dosing.Typical;

    /// <inheritdoc/>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Intervention.Name} {Dose:0.###} {Intervention.Dosing.Unit}");
}
