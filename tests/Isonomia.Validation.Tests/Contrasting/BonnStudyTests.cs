using Isonomia.Measurement.Recordings;
using Isonomia.Tests;
using Isonomia.Validation.Contrasting;

namespace Isonomia.Validation.Tests.Contrasting;

public class BonnStudyTests
{
    private static readonly Lazy<BonnStudy> Study = new(() => BonnStudy.Run(SharedData.Path("bonn"), segments: 10));

    [Fact]
    public void Means_of_the_first_ten_segments_are_those_of_antropy_numpy_and_specparam()
    {
        Assert.Equal(30, Study.Value.Known.Count);
        foreach (var known in Study.Value.Known)
        {
            // Complexity and deviation agree to the last digit given. Exponents follow fooof 1.1.1 where specparam 2
            // differs in how it limits wide peaks, of which seizures have many.
            var tolerance = known.Quantity == "exponent" ? 0.03 : 0.00006;
            Assert.True(Math.Abs(known.Found - known.Known) <= tolerance,
                $"{known.Quantity} of {known.Set}: {known.Found}, known {known.Known}");
        }
    }

    [Fact]
    public void The_known_means_are_those_of_the_reference_results()
    {
        string[] keys =
        [
            "specparam_exponent", "lz76_median_norm", "sampen_m2_r0p2", "perm_ent_o3", "spectral_entropy_welch", "std",
        ];
        var reference = SharedData.Reference("complexity.json").GetProperty("bonn");
        foreach (var (key, quantity) in keys.Zip(BonnSet.Quantities))
        {
            foreach (var (set, known) in "ZONFS".Zip(quantity.KnownMeans))
            {
                var mean = Enumerable.Range(1, 10).Average(i =>
                    reference.GetProperty($"{set}{i:D3}").GetProperty(key).GetDouble());
                Assert.Equal(mean, known, 0.00006);
            }
        }
    }

    [Fact]
    public void Seizures_are_large_and_orderly_beside_the_healthy_eeg()
    {
        Assert.True(Size("standard deviation", "S", "Z") > 1);
        Assert.True(Size("sample entropy", "S", "Z") < -1);
        Assert.True(Size("permutation entropy", "S", "Z") < -1);
        Assert.True(Size("Lempel-Ziv", "S", "Z") < -1);
    }

    [Fact]
    public void The_exponent_of_seizures_is_lower_than_that_of_the_same_tissue_between_them() =>
        Assert.True(Size("exponent", "S", "F") < -0.5);

    [Fact]
    public void A_missing_set_is_named()
    {
        var error = Assert.Throws<BadInputException>(() => BonnStudy.Run(SharedData.Path("eegmmidb_S001")));
        Assert.Contains("no such folder", error.Message, StringComparison.Ordinal);
    }

    private static double Size(string quantity, string first, string second) => Study.Value.Contrasts
        .Single(c => c.Quantity == quantity && c.First.Name == first && c.Second.Name == second).Size.Estimate;
}
