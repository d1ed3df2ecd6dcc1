using Isonomia.Restoration.Catalogue;
using Isonomia.Restoration.Checks;

namespace Isonomia.Restoration.Tests.Checks;

public class FieldChecksTests
{
    public static TheoryData<string> Checked =>
        [.. CatalogueLibrary.All.Where(e => e.Signatures.Any(s => s.Model == CatalogueModels.Corticothalamic)).Select(e => e.Name)];

    // What the field does not show, though it should: it is told wherever the entry is used.
    private static readonly HashSet<(string, string)> Failing = [("cholinergic", "alpha-frequency")];

    [Theory]
    [MemberData(nameof(Checked))]
    public void What_must_show_in_the_field_shows_or_is_known_to_fail(string name) =>
        Assert.All(FieldChecks.Of(CatalogueLibrary.Find(name)),
            c => Assert.True(c.Holds != Failing.Contains((name, c.Signature.Biomarker)), c.ToString()));

    // Rungs of pharmacology with their direction: none of these was put in by hand as a biomarker.
    [Theory]
    [InlineData("benzodiazepine", "beta-power", Direction.Up)]
    [InlineData("ketamine", "exponent", Direction.Down)]
    [InlineData("baclofen", "exponent", Direction.Up)]
    [InlineData("memantine", "alpha-frequency", Direction.Up)]
    public void Drugs_move_the_spectrum_of_the_field_as_they_move_that_of_persons(
        string drug, string biomarker, Direction direction)
    {
        var check = FieldChecks.Of(CatalogueLibrary.Find(drug)).Single(c => c.Signature.Biomarker == biomarker);
        Assert.Equal(direction, check.Signature.Direction);
        Assert.True(check.Holds, check.ToString());
    }
}
