using System.Text.Json;
using Isonomia.Measurement.Biomarkers;
using Isonomia.Measurement.Biomarkers.Complexity;
using Isonomia.Measurement.Formats;
using Isonomia.Tests;

namespace Isonomia.Measurement.Tests.Biomarkers.Complexity;

/// <summary>
/// Real EEG taken as a whole, against antropy 0.1.9 (complexity.json): 50 segments of the Bonn sets and six minutes of
/// EEGMMIDB. Tolerances are those of the last digits of a sum; counts are equal.
/// </summary>
public class ReferenceAgreementTests
{
    private const double BonnRate = 173.61;

    [Fact]
    public void Bonn_segments_are_as_complex_as_the_reference_finds_them()
    {
        foreach (var segment in SharedData.Reference("complexity.json").GetProperty("bonn").EnumerateObject())
            Compare(segment.Value, BonnSegment(segment.Name), BonnRate);
    }

    [Theory]
    [InlineData("S001R01")]
    [InlineData("S001R02")]
    public void Resting_eeg_is_as_complex_as_the_reference_finds_it(string run)
    {
        using var recording = RecordingFile.Open(SharedData.Path($"eegmmidb_S001/{run}.edf"));
        var channels = SharedData.Reference("complexity.json").GetProperty("eeg").EnumerateObject()
            .Where(c => c.Name.StartsWith(run, StringComparison.Ordinal)).ToArray();
        Assert.Equal(3, channels.Length);
        foreach (var channel in channels)
        {
            // The reference took the first minute.
            var x = recording.ReadAll(recording.IndexOf(channel.Name[8..]))[..9600];
            Compare(channel.Value, x, 160);
        }
    }

    [Theory]
    [InlineData("own_r_fixed", "fixed")]
    [InlineData("r_rescaled", "rescaled")]
    public void Entropy_over_scales_is_that_of_the_reference(string reference, string tolerance)
    {
        var result = (MultiscaleEntropyResult)new MultiscaleEntropyBiomarker().Measure(TestChannel.Of(
            BonnRate, BonnSegment("Z001"), ("multiscale_entropy.window", "whole"),
            ("multiscale_entropy.tolerance", tolerance)));

        var scales = SharedData.Reference("complexity.json").GetProperty("mse_Z001").GetProperty("scales");
        Assert.Equal(10, scales.EnumerateObject().Count());
        foreach (var scale in scales.EnumerateObject())
        {
            var found = result.Entropies[int.Parse(scale.Name) - 1].Value;
            Assert.Equal(scale.Value.GetProperty(reference).GetDouble(), found, 1e-12);
        }
    }

    [Fact]
    public void Seizures_are_less_complex_than_healthy_eeg()
    {
        // Bonn sets Z (healthy, eyes open) and S (seizure), ten segments each: the contrast published for them.
        var bySet = SharedData.Reference("complexity.json").GetProperty("bonn").EnumerateObject().Select(s => s.Name)
            .Where(s => s[0] is 'Z' or 'S').ToLookup(s => s[0], BonnSegment);

        double Mean(char set, IBiomarker biomarker) =>
            bySet[set].Average(x => ((ComplexityResult)biomarker.Measure(TestChannel.Of(BonnRate, x))).Value.Value);
        Assert.All(
            (IBiomarker[])[new LempelZivBiomarker(), new SampleEntropyBiomarker()],
            biomarker => Assert.True(Mean('S', biomarker) < 0.8 * Mean('Z', biomarker)));
    }

    private static void Compare(JsonElement expected, double[] x, double rate)
    {
        double Expected(string name) => expected.GetProperty(name).GetDouble();
        double Found(IBiomarker biomarker, params (string, string)[] settings)
        {
            var channel = TestChannel.Of(rate, x, [("complexity.window", "whole"), .. settings]);
            return ((ComplexityResult)biomarker.Measure(channel)).Value.Value;
        }

        Assert.Equal(Expected("lz76_median_raw"), LempelZivBiomarker.Phrases(x));
        Assert.Equal(Expected("lz76_median_norm"), Found(new LempelZivBiomarker()), 1e-14);
        Assert.Equal(Expected("sampen_m2_r0p2"), Found(new SampleEntropyBiomarker()), 1e-13);
        Assert.Equal(Expected("perm_ent_o3"), Found(new PermutationEntropyBiomarker()), 1e-13);
        Assert.Equal(Expected("perm_ent_o5_d1"),
            Found(new PermutationEntropyBiomarker(), ("permutation_entropy.order", "5")), 1e-13);
        Assert.Equal(Expected("spectral_entropy_welch"), Found(new SpectralEntropyBiomarker()), 1e-13);
    }

    private static double[] BonnSegment(string name)
    {
        var folder = SharedData.Path("bonn/" + name[0]);
        var file = Directory.EnumerateFiles(folder).Single(f => Path.GetFileNameWithoutExtension(f) == name);
        return [.. File.ReadLines(file).Where(line => line.Trim().Length > 0).Select(double.Parse)];
    }
}
