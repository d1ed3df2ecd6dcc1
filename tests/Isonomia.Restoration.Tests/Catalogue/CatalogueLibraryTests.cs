using Isonomia.Restoration.Catalogue;

namespace Isonomia.Restoration.Tests.Catalogue;

public class CatalogueLibraryTests
{
    public static TheoryData<string> All => [.. CatalogueLibrary.All.Select(e => e.Name)];

    [Theory]
    [MemberData(nameof(All))]
    public void Every_number_says_where_it_is_from_and_how_well_it_is_founded(string name)
    {
        var entry = CatalogueLibrary.Find(name);
        Assert.All(entry.Mechanism.Concat(entry.Models.SelectMany(m => m.Changes)), c =>
        {
            Assert.True(c.Grounds.Source.Length > 4, c.Target);
            Assert.True(c.Spread > 0, $"{c.Target} has no uncertainty");
        });
        Assert.All(entry.Models, m => Assert.True(m.Assumption.Length > 20, m.Model));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void What_is_from_memory_is_weak_at_best(string name)
    {
        var entry = CatalogueLibrary.Find(name);
        Assert.All(entry.Mechanism.Where(c => c.Grounds.Source.Contains("from memory")),
            c => Assert.True(c.Grounds.Evidence <= EvidenceLevel.Weak, c.Target));
        Assert.All(entry.Signatures.Where(s => s.Grounds.Source.Contains("from memory")),
            s => Assert.True(s.Grounds.Evidence <= EvidenceLevel.Weak, s.Biomarker));
        Assert.All(entry.Models, m => Assert.False(m.Grounds.Source.Contains("from memory")
            && m.Grounds.Evidence > EvidenceLevel.Weak, m.Model));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Rivals_name_each_other_and_are_never_the_same(string name)
    {
        var entry = CatalogueLibrary.Find(name);
        foreach (var rival in entry.Rivals)
        {
            Assert.NotEqual(name, rival);
            Assert.Contains(name, CatalogueLibrary.Find(rival).Rivals);
        }
    }

    [Fact]
    public void Cards_carry_no_number_into_any_model() => Assert.All(CatalogueLibrary.All.OfType<EvidenceCard>(), c =>
    {
        Assert.Empty(c.Models);
        Assert.Empty(c.Mechanism);
        Assert.NotEmpty(c.Known);
    });

    [Fact]
    public void What_no_parameter_can_stand_for_is_a_card() => Assert.Subset(
        CatalogueLibrary.All.OfType<EvidenceCard>().Select(c => c.Name).ToHashSet(),
        new HashSet<string>
        {
            "omega-3", "b-vitamins", "zinc", "tryptophan", "tyrosine", "probiotics", "oxytocin", "vasopressin", "cbt",
        });

    [Fact]
    public void Twelve_disorders_and_three_states_are_there_with_their_rival_variants()
    {
        var disorders = CatalogueLibrary.Conditions.GroupBy(c => c.Disorder).ToDictionary(g => g.Key, g => g.Count());
        Assert.Equal(15, disorders.Count);
        Assert.Equal((2, 3, 2, 2), (disorders["schizophrenia"], disorders["autism"], disorders["major depression"],
            disorders["catatonia"]));
    }

    // Dose-occupancy of risperidone: Kapur et al. 1995, PMID 7543969.
    [Theory]
    [InlineData(2, 0.66)]
    [InlineData(4, 0.73)]
    [InlineData(6, 0.79)]
    public void Risperidone_occupies_D2_receptors_as_measured_in_patients(double milligrams, double occupied) =>
        Assert.Equal(occupied, CatalogueLibrary.FindIntervention("antipsychotic").Dosing.Occupancy(milligrams, 0), 0.05);

    [Fact]
    public void A_name_mistyped_is_told_with_the_one_meant()
    {
        var wrong = Assert.Throws<CatalogueException>(() => CatalogueLibrary.FindCondition("nmda-hypofunction-ie"));
        Assert.Contains("did you mean 'nmda-hypofunction-e", wrong.Message);
        Assert.Contains("an evidence card", Assert.Throws<CatalogueException>(
            () => CatalogueLibrary.FindIntervention("omega-3")).Message);
    }
}
