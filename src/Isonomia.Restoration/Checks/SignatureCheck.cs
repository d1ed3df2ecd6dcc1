using Isonomia.Restoration.Catalogue;

namespace Isonomia.Restoration.Checks;

/// <summary>Whether a signature shows in the model in which it must.</summary>
/// <param name="Signature">The signature.</param>
/// <param name="Before">The biomarker without the change: a median.</param>
/// <param name="After">With it.</param>
/// <param name="Share">The share of persons, or runs, in which it goes where it should.</param>
/// <param name="Holds">Whether it does in nearly all.</param>
public sealed record SignatureCheck(Signature Signature, double Before, double After, double Share, bool Holds)
{
    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant(
        $"{Signature.Biomarker} should go {Signature.Direction.ToString().ToLowerInvariant()} in {Signature.Model}: {Before:0.###} to {After:0.###}, as it should in {Share:0%}");
}
